import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { impose } from '../../src/impose/impose.ts';
import type { Format } from '../../src/model/faces.ts';
import type { MarkedSheet } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { readShelf, stocksFor } from '../../src/stock/read-stocks.ts';
import { known } from '../fixtures/known.ts';
import { getDocument, OPS } from '../fixtures/pdfjs.ts';
import { root } from '../impose/support.ts';
import { markedFaces } from '../press/marked-faces.ts';

// How many cards of each size lie on each paper, counted in the finished PDFs by a library that did not write them; and how many cards'
// areas the printed part of the paper has, which no way of laying them can exceed.

const PAPERS = ['a4', 'a4-bleed', 'letter', 'letter-bleed', 'a3', 'tabloid', 'sra3', '13x19'];
const shelf = await readShelf([`${root}/layouts`], root);
const formats = Object.values(shelf.formats);
const NONE = { cuts: [], folds: [], registration: [], lines: [], labels: [] };

describe.each(formats)('$id', (format) => {
  const { stocks } = stocksFor(shelf, format);

  test('lies on each paper as often as the table in README.md says, never more often than its area allows', async () => {
    const cells: string[] = [];
    for (const id of PAPERS) {
      const stock = known(stocks[id]);
      const count = await drawnOn(stock, format);
      const { paper, printable } = stock;
      const area = (paper.width - 2 * printable) * (paper.height - 2 * printable);
      const bound = Math.floor(area / (format.width * format.height));
      expect(count).toBeLessThanOrEqual(bound);
      cells.push(`${count} of ${bound}`);
    }
    expect([format.id, ...cells].join(' | ')).toBe(rowOf(format.id));
  });
});

// Of the rules of imposition that this was built by: cards that touch on A4, Letter, A3 and Tabloid, cards with 3 mm of bleed each on A4,
// Letter and SRA3.
test.each([
  ['poker', '9 8 9 6 18 18 18'],
  ['tarot', '4 4 4 4 12 12 12'],
  ['us-business', '10 10 12 8 24 24 21'],
  ['a7', '4 4 4 4 10 12 10'],
])('%s cards lie as often as they were planned to', (id, planned) => {
  const counts = (tableIn().find(([name]) => name === id) ?? [])
    .slice(1, PAPERS.length)
    .map((cell) => cell.split(' ')[0]);
  expect(counts.join(' ')).toBe(planned);
});

test('the table names every format and these papers', () => {
  const [head, , ...rows] = tableIn();
  expect(head).toEqual(['Card', ...PAPERS.map((id) => `\`${id}\``), 'The Test Kitchen']);
  expect(rows.map(([id]) => id)).toEqual(formats.map(({ id }) => id));
});

/** Cards on a full front, as pdfjs finds them: a form each. */
async function drawnOn(stock: Stock, format: Format): Promise<number> {
  const faces = await markedFaces(format, 1);
  const sheets = impose([{ card: 'card-0', copies: stock.slots.length }], stock, { sides: 'fronts' });
  const plain = sheets.map((sheet): MarkedSheet => ({ ...sheet, marks: NONE }));
  const data = await composePdf({ sheets: plain, stock, faces, title: 'T', date: '2026-11-21', lang: 'en' });
  const document = await getDocument({ data, verbosity: 0 }).promise;
  expect(document.numPages).toBe(1);
  const { fnArray } = await (await document.getPage(1)).getOperatorList();
  await document.destroy();
  return fnArray.filter((operator) => operator === OPS.paintFormXObjectBegin).length;
}

function rowOf(format: string): string {
  const row = tableIn().find(([id]) => id === format) ?? [];
  return row.slice(0, PAPERS.length + 1).join(' | ');
}

/** The table under “How many cards”, cell by cell. */
function tableIn(): string[][] {
  const text = readFileSync(`${root}/layouts/stocks/README.md`, 'utf8').split('## How many cards')[1] ?? '';
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
