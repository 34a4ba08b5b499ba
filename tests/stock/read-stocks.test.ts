import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stock } from '../../src/model/stock.ts';
import { loadStocks } from '../fixtures/stocks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prepdeck-stocks-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const FORMATS = `poker: { name: Poker, width: 63.5, height: 88.9, radius: 3 }
tarot: { name: Tarot, width: 70, height: 120, radius: 3 }
`;
const A4 = `name: A4
format: poker
paper: { width: 210, height: 297 }
`;

describe('the shipped stocks', () => {
  const root = path.resolve(import.meta.dirname, '../..');

  test('hold as many cards as the table of stocks says', async () => {
    const { stocks, problems } = await loadStocks(path.join(root, 'layouts'), root);
    expect(problems.map(String)).toEqual([]);
    const counts = Object.values(stocks).map((one) => [one.id, `${one.slots.length} ${one.format}`]);
    expect(Object.fromEntries(counts)).toMatchObject({
      'a3-tarot': '12 tarot',
      a3: '18 poker',
      'a4-bleed': '8 poker',
      'a4-fold': '4 poker',
      'a4-tarot': '4 tarot',
      a4: '9 poker',
      'avery-95328': '6 poker',
      'letter-bleed': '6 poker',
      'letter-fold': '4 poker',
      'letter-tarot': '4 tarot',
      letter: '9 poker',
      'shop-tarot': '1 tarot',
      shop: '1 poker',
      'silhouette-a4': '8 poker',
      'silhouette-letter': '8 poker',
      sra3: '18 poker',
      tabloid: '18 poker',
    });
  });

  test('exact fits are centered; inches are exact', async () => {
    const { stocks, formats } = await loadStocks(path.join(root, 'layouts'), root);
    expect(formats.poker).toEqual({ id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 });
    expect(stocks.a4?.slots[0]).toMatchObject({ x: 9.75, y: expect.closeTo(15.15, 9), turn: 0 });
    expect(stocks.letter?.paper).toEqual({ width: 215.9, height: 279.4 });
    expect(stocks.letter?.slots[8]).toMatchObject({ x: expect.closeTo(139.7, 9), y: expect.closeTo(184.15, 9) });
    const avery = stocks['avery-95328']?.slots ?? [];
    expect(avery.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).toEqual([
      '19.05 12.70',
      '107.95 12.70',
      '196.85 12.70',
      '19.05 114.30',
      '107.95 114.30',
      '196.85 114.30',
    ]);
    expect(stocks.shop).toMatchObject({
      page: true,
      printable: 0,
      marks: 'none',
      paper: { width: 69.5, height: 94.9 },
    });
  });
});

describe('a stock file', () => {
  test('may list its slots, in mm or inches, each with its turn', async () => {
    const { stock, problems } = await load(`${A4}slots:
  - { x: 1 in, y: 5/8 in }
  - { x: 100, y: 20.5 mm, turn: 90 }
bleed: 1/8 in
back: { x: -0.2, y: 0.01 in, rotation: 0.1 }
`);
    expect(problems).toEqual([]);
    expect(stock?.slots).toEqual([
      { x: 25.4, y: 15.875, width: 63.5, height: 88.9, turn: 0 },
      { x: 100, y: 20.5, width: 88.9, height: 63.5, turn: 90 },
    ]);
    expect(stock?.bleed).toBe(3.175);
    expect(stock?.back).toEqual({ x: -0.2, y: 0.254, rotation: 0.1, bleed: 0 });
  });

  test.each<[name: string, yaml: string, problems: string[]]>([
    [
      'marks without their sizes',
      `${A4}grid: { columns: 1, rows: 1 }\nregistration: { shape: squares, inset: 7, length: 5 }\n`,
      ['5:1 "shape: squares" takes "square" and no other size.'],
    ],
    [
      'a square and two Ls without a square',
      `${A4}grid: { columns: 1, rows: 1 }\nregistration: { inset: 7, length: 5, thickness: 1 }\n`,
      ['5:1 A square and two Ls take "length", "thickness", "square" and no other size.'],
    ],
    [
      'a card beside a plotter’s mark',
      `${A4}slots: [{ x: 15, y: 15 }, { x: 100, y: 100 }]\nbleed: 1\nregistration: { shape: squares, inset: 7, square: 6 }\n`,
      ["4:9 Slot 1 with its bleed comes within 1.41 mm of a plotter's mark."],
    ],
    [
      'piles in order of one face a page',
      'name: Shop\nformat: poker\norder: stacks\n',
      ['3:1 "order: stacks" needs "paper": one face a page makes no piles.'],
    ],
    [
      'a lift without stacks',
      `${A4}lift: 10\n`,
      ['4:1 "lift" needs "order: stacks": it says how many sheets are cut at once.'],
    ],
    ['unknown format', `name: A\nformat: tarott\n`, ['2:9 There is no card format "tarott". Did you mean "tarot"?']],
    [
      'unknown key',
      `${A4}grid: { columns: 1, rows: 1 }\nbleeed: 3\n`,
      ['5:1 There is no key "bleeed". Did you mean "bleed"?'],
    ],
    ['unknown key inside', `${A4}grid: { columns: 1, row: 1 }\n`, ['4:21 There is no key "row". Did you mean "rows"?']],
    ['no name', `format: poker\n`, ['1:1 "name" is missing.']],
    [
      'no length',
      `${A4}grid: { columns: 1, rows: 1 }\nbleed: 3 pt\n`,
      [`5:8 "bleed" is "3 pt"; a length is a number in mm or a text with its unit: '2.5 in', '1/8 in', '3 mm'.`],
    ],
    [
      'division by zero',
      `${A4}grid: { columns: 1, rows: 1 }\nbleed: 1/0 in\n`,
      [`5:8 "bleed" is "1/0 in"; a length is a number in mm or a text with its unit: '2.5 in', '1/8 in', '3 mm'.`],
    ],
    [
      'too much bleed',
      `${A4}grid: { columns: 1, rows: 1 }\nbleed: 5\n`,
      ['5:8 "bleed" is more than 4 mm, which is all the art that is drawn beyond the trim.'],
    ],
    [
      'negative gap',
      `${A4}grid: { columns: 1, rows: 1, gap: { x: -1, y: 0 } }\n`,
      ['4:40 "grid › gap › x" is negative; a length is 0 or more.'],
    ],
    [
      'too wide a grid',
      `${A4}grid: { columns: 4, rows: 3 }\n`,
      ['4:7 The cards do not fit: they stick out by 27 mm on the left and 27 mm on the right.'],
    ],
    [
      'a grid off the paper',
      `${A4}grid: { columns: 1, rows: 1, x: 10, y: 210.5 }\n`,
      ['4:7 The cards do not fit: they stick out by 7.4 mm on the bottom.'],
    ],
    [
      'overlapping slots',
      `${A4}slots:\n  - { x: 10, y: 10 }\n  - { x: 70, y: 90 }\n  - { x: 140, y: 10 }\n`,
      ['6:5 Slot 1 and slot 2 overlap by 3.5 × 8.9 mm.'],
    ],
    [
      'a fold through the cards',
      `${A4}grid: { columns: 1, rows: 1, y: 60 }\nfold: { axis: horizontal, at: 148.5 }\n`,
      ['4:7 Slot 1 and the back of slot 1 overlap by 63.5 × 0.8 mm.'],
    ],
    [
      'grid and slots',
      `${A4}grid: { columns: 1, rows: 1 }\nslots: [{ x: 10, y: 10 }]\n`,
      ['5:1 Give either "grid" or "slots", not both.'],
    ],
    [
      'a grid without rows',
      `${A4}grid: { columns: 1 }\n`,
      ['4:1 A grid needs both "columns" and "rows", or neither: then as many cards as fit.'],
    ],
    [
      'a corner of a grid that is worked out',
      `${A4}grid: { x: 20 }\n`,
      ['4:1 "x" and "y" of a grid need "columns" and "rows": else the cards are centered.'],
    ],
    [
      'no format and places for cards of one size',
      A4.replace('format: poker\n', 'grid: { columns: 1, rows: 1 }\n'),
      ['1:1 "format" is missing: this file has a place for cards of one size.'],
    ],
    [
      'second-hand figures of no day',
      `${A4}secondHand: { read: last week, from: a forum }\n`,
      ['4:21 "secondHand › read" is no day or month, e.g. 2026-11-28.'],
    ],
    [
      'second-hand figures of a day that the calendar has not',
      `${A4}secondHand: { read: 2026-02-30, from: a forum }\n`,
      ['4:21 "secondHand › read" is no day or month, e.g. 2026-11-28.'],
    ],
    [
      'second-hand figures of a month that there is not',
      `${A4}secondHand: { read: 2026-13, from: a forum }\n`,
      ['4:21 "secondHand › read" is no day or month, e.g. 2026-11-28.'],
    ],
    [
      'no paper',
      `name: A\nformat: poker\ngrid: { columns: 1, rows: 1 }\n`,
      ['3:1 "grid" needs "paper". Without paper a page is one face and its bleed.'],
    ],
    [
      'keys of a sheet, and no paper',
      `name: A\nback: { x: 0.5 }\nmarks: none\nflip: short\nslug: top\n`,
      ['flip', 'back', 'slug'].map(
        (key) =>
          `${{ back: 2, flip: 4, slug: 5 }[key]}:1 "${key}" needs "paper". Without paper a page is one face and its bleed.`,
      ),
    ],
    [
      'backs of a sheet that is folded',
      `${A4}fold: { axis: vertical, at: 105 }\nback: { x: 0.5 }\n`,
      ['5:1 "back" is for sheets that are printed on both sides; with "fold" one side is printed.'],
    ],
    [
      'backs far from their cards',
      `${A4}back: { x: 0.5 in, y: -10.1, rotation: 180 }\n`,
      [
        '4:12 "back › x" is more than 10 mm: it is what a printer is out by.',
        '4:23 "back › y" is more than 10 mm: it is what a printer is out by.',
        '4:40 "back › rotation" is more than 5 degrees: it is what a printer is out by; for one that turns the paper on its short edge write flip: short.',
      ],
    ],
    [
      'paper that no reader opens',
      'name: A\npaper: { width: 5080.1, height: 201 in }\n',
      [
        '2:17 "paper › width" is more than 5080 mm: Acrobat opens no larger page (14,400 pt).',
        '2:33 "paper › height" is more than 5080 mm: Acrobat opens no larger page (14,400 pt).',
      ],
    ],
    [
      'a turn that is none',
      `${A4}slots: [{ x: 10, y: 10, turn: 45 }]\n`,
      ['4:31 "slots 1 › turn" is 45, which is not allowed.'],
    ],
    [
      'no room for the slug',
      `${A4}grid: { columns: 3, rows: 3, y: 6 }\nslug: top\n`,
      [`5:7 The slug has no room there: it takes 2.6 mm between the bleed of the cards and the printer's edge.`],
    ],
    [
      'no room for the slug beside the bleed',
      `${A4}grid: { columns: 1, rows: 1, x: 60, y: 10 }\nslug: top\n`,
      [`5:7 The slug has no room there: it takes 2.6 mm between the bleed of the cards and the printer's edge.`],
    ],
    [
      'no room for the slug on backs',
      `${A4}grid: { columns: 1, rows: 1, x: 10, y: 6 }\nflip: short\nslug: bottom\n`,
      [`6:7 The slug has no room there: it takes 2.6 mm between the bleed of the cards and the printer's edge.`],
    ],
    [
      'too much bleed on backs',
      `${A4}grid: { columns: 1, rows: 1 }\nback: { bleed: 2 }\n`,
      ['5:16 The bleed of the backs is 3 + 2 mm; at most 4 mm of art are drawn beyond the trim.'],
    ],
    [
      'a wrong choice',
      `${A4}grid: { columns: 1, rows: 1 }\nflip: longer\n`,
      ['5:7 "flip" is "longer", which is not allowed. Did you mean "long"?'],
    ],
    [
      'broken YAML',
      `name: [A\n`,
      [
        "2:1 This YAML can't be read: Flow sequence in block collection must be sufficiently indented and end with a ].",
      ],
    ],
  ])('with %s', async (_, yaml, expected) => {
    const { stock, problems } = await load(yaml);
    expect(problems).toEqual(expected);
    expect(stock === undefined).toBe(expected.length > 0);
  });

  test('that is wrong keeps only itself out, and is named', async () => {
    const { stock } = await load(`${A4}grid: { columns: 1, rows: 1 }\n`, { 'bad.yaml': 'name: 1\n', 'old.yml': '' });
    expect(stock?.id).toBe('mine');
    const { problems } = await loadStocks(path.join(folder, 'layouts'), folder);
    expect(problems.map((one) => `${one.file}: ${one.reason}`)).toEqual([
      'layouts/stocks/old.yml: "layouts/stocks/old.yml" is not read: its name must end in ".yaml".',
      'layouts/stocks/bad.yaml: "name" must be text; it is 1. Write \'1\' in quotes.',
    ]);
  });
});

/** Loads one stock, `mine`, and what is wrong with it as `line:column message`. */
async function load(yaml: string, more: Record<string, string> = {}): Promise<{ stock?: Stock; problems: string[] }> {
  const sheets = path.join(folder, 'layouts/stocks');
  await rm(path.join(folder, 'layouts'), { recursive: true, force: true });
  await mkdir(sheets, { recursive: true });
  await writeFile(path.join(folder, 'layouts/formats.yaml'), FORMATS);
  await writeFile(path.join(sheets, 'mine.yaml'), yaml);
  for (const [name, text] of Object.entries(more)) await writeFile(path.join(sheets, name), text);
  const { stocks, problems } = await loadStocks(path.join(folder, 'layouts'), folder);
  const mine = problems.filter((one) => one.file === 'layouts/stocks/mine.yaml');
  const said = mine.map((one) => `${one.line}:${one.column} ${one.reason}`);
  return stocks.mine ? { stock: stocks.mine, problems: said } : { problems: said };
}
