import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/build.ts';
import { mm } from '../../src/model/units.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { read } from '../press/readers.ts';

// A deck of somebody else's with a board of its own, built, and read back by pdfjs.

const board = `---
title: Stops
lead: Where it went well.
size: tabloid
---

## Before
<Box id="before" label="What they hoped" />

## After
<Dots id="after" label="Two dots each" count="6" />
`;

interface Made {
  result: BuildOutcome;
  pdf: (name: string) => Promise<Uint8Array>;
}

async function built<T>(kit: boolean, work: (made: Made, root: string) => Promise<T>): Promise<T> {
  return await withBlank({ 'deck/boards/stops.mdx': board }, async (root) => {
    const result = await build(printing(root, ['a4'], { kit }));
    const pdf = async (name: string) => new Uint8Array(await readFile(path.join(root, 'dist/print', name)));
    return await work({ result, pdf }, root);
  });
}

const paths = ({ manifest }: BuildOutcome) =>
  manifest?.outputs.map((one) => one.path).filter((one) => one.startsWith('print/board'));

describe('a board', () => {
  test('is printed at its own size and as tiles on both papers, each a line of the manifest', () =>
    built(true, async ({ result, pdf }) => {
      expect(result.problems.map(shown)).toEqual([]);
      const names = ['board-stops--tiled-a4.pdf', 'board-stops--tiled-letter.pdf', 'board-stops.pdf'];
      expect(paths(result)).toEqual(names.map((name) => `print/${name}`));
      const sizes = await Promise.all(
        names.map(async (name) =>
          (await read(await pdf(name))).map(({ box: [, , width = 0, height = 0] }) =>
            [mm(width), mm(height)].map((one) => one.toFixed(1)).join(' × '),
          ),
        ),
      );
      const [onA4 = [], onLetter = [], own = []] = sizes;
      expect(own).toEqual(['431.8 × 279.4']);
      expect([...new Set(onA4)]).toEqual(['297.0 × 210.0']);
      expect([...new Set(onLetter)]).toEqual(['279.4 × 215.9']);
      expect([onA4, onLetter].map((pages) => pages.length)).toEqual([4, 4]);
      expect(
        ['board-stops--tiled-a4.pdf', 'board-stops.pdf'].map((name) => result.sheets?.get(`print/${name}`)),
      ).toEqual([4, 1]);
    }));

  test('says what it is, on every tile which one, and on the first what to do', () =>
    built(true, async ({ pdf }) => {
      const [own] = await read(await pdf('board-stops.pdf'));
      for (const word of ['Stops', 'Before', 'After', 'What they hoped', 'Two dots each'])
        expect(own?.text).toContain(word);
      const tiles = await read(await pdf('board-stops--tiled-a4.pdf'));
      for (const [at, { text }] of tiles.entries()) expect(text).toContain(`sheet ${at + 1}/4`);
      expect(tiles.map(({ text }) => text.includes('10 mm overlap'))).toEqual([true, false, false, false]);
    }));

  test('has the same bytes each time', async () => {
    const once = async () =>
      await built(true, async ({ result }) => result.manifest?.outputs.filter((one) => one.path.includes('board')));
    expect(await once()).toEqual(await once());
  });

  test('is left out where nobody wants the kit', () =>
    built(false, async ({ result }) => {
      expect(paths(result)).toEqual([]);
    }));
});
