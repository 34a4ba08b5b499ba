import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { guides } from '../../src/impose/cut-marks.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { anyCopies, anyStock } from './support.ts';

test('each sheet has the cut marks of its own cards, whatever sheets are marked before it', () => {
  fc.assert(
    fc.property(anyStock, anyCopies, (stock, copies) => {
      const plain = { ...stock, press: undefined };
      const sheets = impose(copies, plain);
      // A sheet with fewer cards, as the last one is, and one whose cards are a little larger.
      const [first] = sheets;
      const odd = first
        ? [
            { ...first, placed: first.placed.slice(1) },
            { ...first, placed: first.placed.map(grown) },
          ]
        : [];
      const all = [...sheets, ...odd, ...sheets];
      const marked = addMarks(all, plain, { deck: 'Mine', version: '1', sheets: words });
      expect(marked.map(({ marks }) => marks.cuts)).toEqual(all.map((sheet) => guides(sheet, plain)));
    }),
  );
});

function grown<One extends { width: number }>(one: One): One {
  return { ...one, width: one.width + 1 };
}
