import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import { build } from '../../src/build.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { BoxStock } from '../../src/model/stock.ts';
import type { Font } from '../../src/model/theme.ts';
import { mm } from '../../src/model/units.ts';
import { readFacts } from '../../src/press/check/facts.ts';
import { boxTarget } from '../../src/target/box.ts';
import type { Job } from '../../src/target/target.ts';
import { type Edits, printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { liberation } from '../fixtures/fonts.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { theme } from '../fixtures/theme.ts';

// Dividers and sleeves of decks that are not ours, opened by pdfjs and pdf-lib's reader: where words stand, what is cut.

/** A line of text as pdfjs finds it, in mm from the page's upper left corner; as it lies, before it is turned. */
interface Line {
  text: string;
  x: number;
  /** Of its baseline. */
  y: number;
  width: number;
  /** Type size in points. */
  points: number;
  upright: boolean;
}

async function linesOn(bytes: Uint8Array): Promise<Line[][]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent();
    const found = items.flatMap((item): Line[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
      const points = Math.hypot(a, b);
      return [
        { text: item.str, x: mm(x), y: mm(height - y), width: mm(item.width), points, upright: a > 0 && b === 0 },
      ];
    });
    pages.push(found);
  }
  await document.destroy();
  return pages;
}

/** The knife's lines of each page: boxes around each closed path in CutContour, in mm from the upper left corner. */
async function cutsOn(bytes: Uint8Array): Promise<{ x: number; y: number; width: number; height: number }[][]> {
  const { contents } = await readFacts(bytes);
  const document = await PDFDocument.load(bytes);
  return contents.map((content, at) => {
    const height = document.getPage(at).getHeight();
    const drawing = new TextDecoder('latin1').decode(content);
    return [...drawing.matchAll(/\/Cut\s+CS\s+1\s+SCN([\s\S]*?)\bs\s+Q/gu)].map(([, path = '']) => {
      const steps = [...path.matchAll(/(-?[\d.]+)\s+(-?[\d.]+)\s+[mlc]\b/gu)];
      expect(steps.length).toBeGreaterThan(3);
      const [xs, ys] = [steps.map(([, x]) => mm(Number(x))), steps.map(([, , y]) => mm(height - Number(y)))];
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    });
  });
}

/** A deck of two suits, the first with families. */
const work = {
  id: 'work',
  code: 'WRK',
  name: 'Work & Meetings',
  colour: 'dark',
  about: 'For the days between Monday and Friday.',
};
const home = { id: 'home', code: 'HOM', name: 'Home', colour: 'light', about: 'For the others.' };
const habit = {
  ...{
    id: 'habit',
    name: 'Habits',
    one: 'Habit',
    code: 'HAB',
    colour: 'dark',
    face: 'general',
    about: 'Small things.',
  },
  ...{ familyKey: 'kind', families: [work, home] },
};
const question = {
  ...habit,
  id: 'question',
  name: 'Questions',
  one: 'Question',
  colour: 'light',
  about: 'To the team.',
};
const card = (id: string, suit: string, kind?: string) => ({ id, suit, number: 1, blank: false, fields: { kind } });
const CARDS = [
  card('a', 'habit', 'work'),
  card('b', 'habit', 'home'),
  card('c', 'question'),
  { ...card('own', 'question'), number: undefined, blank: true },
  { ...card('cover', 'question'), number: undefined },
];

interface Asked {
  format?: Omit<Format, 'id' | 'name'>;
  stock?: BoxStock;
  habits?: string;
  fonts?: readonly Font[];
  cards?: Job['cards'];
}

const DIVIDERS: BoxStock = { id: 'dividers', name: 'Dividers', format: 'own', kind: 'dividers', of: 'suits', tab: 12 };
const SLEEVE: BoxStock = {
  ...{ id: 'sleeve', name: 'Sleeve', format: 'own', kind: 'sleeve' },
  ...{ parts: 1, caliper: 0.31, board: 0.3, clearance: 0.4 },
};
const POKER = { width: 63.5, height: 88.9, radius: 3 };
const ALL = CARDS.map(({ id }) => ({ card: id, copies: 2 }));

/** Makes one stock of the deck, and reads it. */
async function madeOf({
  format = POKER,
  stock = DIVIDERS,
  habits = 'Habits',
  fonts = theme.fonts,
  cards = ALL,
}: Asked) {
  const suits = [
    { ...habit, name: habits },
    { ...question, families: [] },
  ];
  const colour = { ...theme.colour, ink: '#222222', paper: '#fffbe8', dark: '#203040', light: '#f0c020' };
  const deck = {
    name: 'Small Things',
    version: '1.0.0',
    date: '2026-11-28',
    lang: 'en',
    file: 'deck/deck.yaml',
    suits,
    cards: CARDS,
  };
  const problems: Problem[] = [];
  const job = {
    deck: { ...deck, words, theme: { ...theme, colour, fonts } } as unknown as Deck,
    formats: { own: { id: 'own', name: 'Own', ...format } },
    boxes: [stock],
    ...{ cards, selection: '', lowInk: false, report: (problem: Problem) => problems.push(problem) },
  } as unknown as Job;
  const [output] = await boxTarget(job, async () => []);
  const bytes = output?.bytes;
  if (!bytes) return { problems: problems.map(shown), lines: [], cuts: [], bytes: new Uint8Array(), sheets: 0 };
  const [[lines = []], [cuts = []]] = [await linesOn(bytes), await cutsOn(bytes)];
  return { problems: problems.map(shown), lines, cuts, bytes, sheets: output.sheets };
}

describe('dividers', () => {
  test.each([
    ['poker', POKER],
    ['tarot', { width: 70, height: 120, radius: 3 }],
    ['mini', { width: 44.45, height: 63.5, radius: 3 }],
    ['square', { width: 70, height: 70, radius: 0 }],
    ['wide', { width: 120, height: 60, radius: 6 }],
    ['the smallest', { width: 25, height: 25, radius: 2 }],
    ['the largest', { width: 297, height: 210, radius: 3 }],
  ])('of %s cards: every word is whole, inside its divider, clear of its cut', async (_, format) => {
    const { lines, cuts, problems, sheets } = await madeOf({ format });
    expect(problems).toEqual([]);
    const [note] = lines.filter(({ text }) => text.includes('print at 100 %'));
    const words = lines.filter((line) => line !== note);
    // The largest cards lie on a page each.
    expect([cuts.length, sheets]).toEqual(format.width > 200 ? [1, 2] : [2, 1]);
    for (const { x, y, width, points } of words) {
      const cut = cuts.find((one) => x >= one.x && x + width <= one.x + one.width && y <= one.y + one.height);
      if (!cut) throw new Error('words beside every divider');
      expect(x - cut.x).toBeGreaterThan(3.19);
      expect(cut.x + cut.width - x - width).toBeGreaterThan(3.19);
      expect(y - mm(points) * 0.7 - cut.y).toBeGreaterThan(3.19);
      expect(cut.y + cut.height - y).toBeGreaterThan(3.19);
      expect(points).toBeGreaterThan(6.99);
    }
    const said = words.map(({ text }) => text).join(' ');
    expect(said).toMatch(/^Habits Habits (Small things\. )?4 Habits/u);
    if (cuts.length > 1) expect(said).toMatch(/Questions Questions (To the team\. )?2 Questions \+ 2 blank$/u);
  });

  test('are cut apart, with room for the bleed of both, on pages that A4 and Letter hold', async () => {
    const { bytes, cuts, lines } = await madeOf({});
    const [one, two] = cuts;
    expect([one?.width, one?.height]).toEqual([expect.closeTo(63.5, 3), expect.closeTo(88.9 + 12, 3)]);
    expect((two?.x ?? 0) - (one?.x ?? 0) - (one?.width ?? 0)).toBeCloseTo(4, 3);
    const [page] = (await PDFDocument.load(bytes)).getPages();
    const { width = 0, height = 0 } = page?.getTrimBox() ?? {};
    expect([mm(width), mm(height)]).toEqual([expect.closeTo(131, 2), expect.closeTo(100.9, 2)]);
    expect(mm((page?.getBleedBox().width ?? 0) - width)).toBeCloseTo(4, 3);
    expect(lines.at(-1)?.text).toBe(
      'Small Things 1.0.0 · Dividers · 2 dividers · page 1 of 1 · fits A4, Letter, A3, Tabloid, SRA3 · print at 100 %',
    );
  });

  test('are one where one is made', async () => {
    const { lines } = await madeOf({ cards: [{ card: 'b', copies: 1 }] });
    expect(lines.at(-1)?.text).toContain('· 1 divider · page 1 of 1');
  });

  test('stand between families, and count what is printed', async () => {
    const stock = { ...DIVIDERS, of: 'families' } as const;
    const said = async (asked: Asked) =>
      (await madeOf(asked)).lines
        .slice(0, -1)
        .map(({ text }) => text)
        .join(' ');
    expect(await said({ stock })).toBe(
      'Work & Meetings Work & Meetings For the days between Monday and Friday. 2 Habits Home Home For the others. 2 Habits',
    );
    // One of two families is printed, so not every card of its suit: no sentence that may count them.
    const cards = [{ card: 'b', copies: 1 }];
    expect(await said({ stock, cards })).toBe('Home Home For the others. 1 Habit');
    expect(await said({ cards })).toBe('Habits Habits 1 Habit');
    // A suit's sentence says how many are written: blank cards are named beside them, as in the catalog.
    expect(await said({ cards: ALL.slice(2) })).toBe('Questions Questions To the team. 2 Questions + 2 blank');
  });

  test('of families, for a deck without any, are refused in a sentence', async () => {
    const stock = { ...DIVIDERS, of: 'families' } as const;
    const { problems } = await madeOf({ stock, cards: [{ card: 'c', copies: 1 }] });
    expect(problems).toEqual([
      'deck/deck.yaml error print/no-families No suit of the printed cards has families: there is nothing for "dividers" to divide.',
    ]);
  });

  test('set a long name smaller, down to 7 pt; where that is not enough, they say that tabs hide each other', async () => {
    const { lines, problems } = await madeOf({ habits: 'Geburtstagsfeiernde' });
    expect(problems).toEqual([]);
    const [first] = lines;
    expect(first?.text).toBe('Geburtstagsfeiernde');
    expect(first?.points).toBeCloseTo(7, 2);
    expect(lines.filter(({ text }) => text === 'Questions')[0]?.x).toBeGreaterThan(63.5 + 4 + 31);
    const longer = await madeOf({ habits: 'Habits of very successful and happy teams everywhere' });
    expect(longer.problems).toEqual([
      'layouts/box/dividers.yaml warning print/hidden-tabs "Habits of very successful and happy teams everywhere" is so long that the tabs of "dividers" are as wide as the cards: in a box each hides those behind it.',
    ]);
    expect(longer.lines[0]?.points).toBeGreaterThanOrEqual(8);
    const alone = await madeOf({
      habits: 'Habits of very successful and happy teams everywhere',
      cards: ALL.slice(0, 2),
    });
    expect(alone.problems).toEqual([]);
  });

  test('say where a name is too small to be read', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitaensmuetze';
    const long = await madeOf({ habits: word });
    expect(long.problems).toEqual([
      expect.stringMatching(
        /^layouts\/box\/dividers\.yaml warning print\/small-text "Donau\w+" is so long .* sets it in \d\.\d pt\.$/u,
      ),
      expect.stringContaining('print/hidden-tabs'),
    ]);
    expect(long.lines.filter(({ text }) => text === word)).toHaveLength(2);
  });

  test('set Greek in a font that has it, Latin beside it in the first; what no font has is an error', async () => {
    const greek = { family: 'G', weight: 400, italic: false, path: 'g.ttf', data: liberation('Regular') };
    const fonts = theme.fonts.map((font) => ({ ...font, fallbacks: [greek] }));
    const { lines, problems } = await madeOf({ habits: 'Habits, Συνήθειες', fonts });
    expect(problems).toEqual([]);
    expect(
      lines
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toContain('Habits,Συνήθειες');
    const { problems: said } = await madeOf({ habits: 'Habits 你' });
    expect(said).toContain(
      'layouts/box/dividers.yaml error font/no-glyph "Habits 你" holds what the fonts can\'t print: 你.',
    );
  });
});

describe('a sleeve', () => {
  test('says whose cards are in it, counts them, and is as deep as they are', async () => {
    const { lines, cuts, problems } = await madeOf({ stock: SLEEVE, cards: [{ card: 'c', copies: 30 }] });
    expect(problems).toEqual([]);
    const depth = 30 * 0.31 + 0.4 + 0.3;
    const [cut] = cuts;
    expect(cut?.width).toBeCloseTo(12 + 2 * (63.5 + 0.7) + 2 * depth, 2);
    expect(cut?.height).toBeCloseTo(88.9, 2);
    const upright = lines.filter((line) => line.upright);
    expect(upright.map(({ text }) => text)).toEqual([
      ...['Questions', '30 Questions', 'Small Things', 'Questions', 'Small Things'],
      'Small Things 1.0.0 · Sleeve · 30 cards of 0.31 mm · inside 63.9 × 88.9 × 9.7 mm · fits A4, Letter, A3, Tabloid, SRA3 · print at 100 %',
    ]);
    for (const { x, y, width } of upright.slice(0, 3)) {
      expect(x - 10 - 12).toBeGreaterThan(4.4);
      expect(10 + 12 + 64.2 - x - width).toBeGreaterThan(4.4);
      // The notch for a finger is 9 mm deep.
      expect(y - 10).toBeGreaterThan(9 + 3);
    }
    expect(lines.filter((line) => !line.upright).map(({ text }) => text)).toEqual(['Questions', '30 Questions']);
  });

  test('of several suits has the deck’s name and lists them', async () => {
    const { lines } = await madeOf({ stock: SLEEVE, cards: ALL.slice(0, 3) });
    const upright = lines.filter((line) => line.upright).map(({ text }) => text);
    expect(upright.slice(0, -1)).toEqual(['Small Things', '4 Habits', '2 Questions', 'Small Things']);
  });

  test('larger than the largest paper is warned of, with what to do', async () => {
    const { problems } = await madeOf({ stock: SLEEVE, cards: [{ card: 'c', copies: 600 }] });
    expect(problems).toEqual([
      'layouts/box/sleeve.yaml warning print/large-box Sleeve of Small Things is 534 × 109 mm flat: larger than SRA3.',
    ]);
  });

  test('of one family has its name', async () => {
    const { lines } = await madeOf({ stock: SLEEVE, cards: [{ card: 'b', copies: 2 }] });
    expect(lines.slice(0, 2).map(({ text }) => text)).toContain('Home');
  });
});

test('a part of a deck has its dividers as PDF/X-4, and the rules that were checked beside it', async () => {
  const edits: Edits = { 'deck/suits.yaml': (text) => text.replace('name: Habits', 'name: Habits & Ways') };
  await withBlank(edits, async (root) => {
    const { problems, made } = await build(printing(root, ['dividers'], { cards: { only: ['suit:habit'] } }));
    expect(problems.map(shown)).toEqual([]);
    const file = 'print/dividers--suit-habit';
    expect(made?.filter((name) => name.startsWith('print/'))).toEqual([`${file}.pdf`, `${file}.txt`]);
    expect(await readFile(path.join(root, `dist/${file}.txt`), 'utf8')).toContain('PDF/X-4');
    const [lines = []] = await linesOn(new Uint8Array(await readFile(path.join(root, `dist/${file}.pdf`))));
    expect(lines.map(({ text }) => text).join(' ')).toContain('Habits & Ways');
  });
}, 180_000);
