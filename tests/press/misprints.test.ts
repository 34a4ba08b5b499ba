import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { checkAndDraw } from '../../src/build.ts';
import { cardProblems } from '../../src/face/card-problems.ts';
import type { FaceReport } from '../../src/face/messages.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { Card } from '../../src/model/card.ts';
import type { DrawnFaces } from '../../src/model/faces.ts';
import type { MarkedSheet, Placed } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { looks } from '../fixtures/looks.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { onPage, printed, turnedOver } from '../impose/paper.ts';
import { root } from '../impose/support.ts';
import { CORNERS, fieldOf, markedFaces, type Rgb } from './marked-faces.ts';
import { read, rendered } from './readers.ts';

// Whether a misprint would be seen: each is made on purpose, and what reads the paper must say it. The paper is read as a person
// does it: each page's size, what lies in each place, how often, and what lies behind it.

const CARDS = 3;
const COPIES = 2;
const about = { deck: 'Deck', version: '1.0.0', sheets: words };
const { stocks, formats } = await loadStocks(`${root}/layouts`, root);
const stock = stocks.a4 as Stock;
const { width, height } = formats.poker ?? { width: 0, height: 0 };

let faces: DrawnFaces;
let font: Parameters<typeof composePdf>[0]['font'];
beforeAll(async () => {
  faces = await markedFaces(formats.poker ?? (stock as never), CARDS);
  const data = await readFile(`${root}/deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf`);
  font = slugFont(data, slugCharacters([stock], about));
});

const wanted = Array.from({ length: CARDS }, (_, at) => ({ card: `card-${at}`, copies: COPIES }));
const good = (): MarkedSheet[] => addMarks(impose(wanted, stock, {}), stock, about);

/** Prints sheets, and says what is wrong with the paper. */
async function misprints(sheets: MarkedSheet[], on: Stock = stock): Promise<string[]> {
  const pdf = await composePdf({ sheets, stock: on, faces, font, title: 'T', date: '2026-11-21', lang: 'en-US' });
  const found: string[] = [];
  for (const { box } of await read(pdf)) {
    const size = [box[2], box[3]].map((pt = 0) => Math.round((pt / 72) * 25.4));
    if (size.join() !== [stock.paper.width, stock.paper.height].join()) found.push(`paper of ${size.join(' × ')} mm`);
  }
  const pages = await rendered(pdf, stock.paper);
  const counts = new Map<string, number>();
  for (let at = 0; at < pages.length; at += 2) {
    const [front, back] = [pages[at], pages[at + 1]];
    for (const slot of stock.slots) {
      const place = placeOf(slot);
      const seen = cardAt((u, v) => front?.at(...onPage(place, u, v)), 'front');
      if (seen === undefined) continue;
      counts.set(seen, (counts.get(seen) ?? 0) + 1);
      const behind = cardAt((u, v) => {
        const [x, y] = turnedOver(printed(onPage(place, width - u, v), stock), stock.flip);
        return back?.at(x + stock.paper.width / 2, stock.paper.height / 2 - y);
      }, 'back');
      if (behind !== seen) found.push(`${behind} behind ${seen}`);
    }
  }
  for (const { card, copies } of wanted) {
    if (counts.get(card) !== copies) found.push(`${counts.get(card) ?? 0} of ${card}, not ${copies}`);
  }
  return [...new Set(found)];
}

function placeOf({ x, y }: Stock['slots'][number]): Placed {
  return {
    x,
    y,
    width,
    height,
    turn: 0,
    bleed: { left: 0, top: 0, right: 0, bottom: 0 },
    face: { card: '', side: 'front' },
  };
}

/** Which card a face is, where its corners are in their places; `nothing right` where they are not. Undefined for bare paper. */
function cardAt(color: (u: number, v: number) => Rgb | undefined, side: 'front' | 'back'): string | undefined {
  const middle = String(color(width / 2, height / 2));
  const card = Array.from({ length: CARDS }, (_, at) => at).find((at) => String(fieldOf(at, side)) === middle);
  const corners = [
    color(0.4, 0.4),
    color(width - 0.4, 0.4),
    color(0.4, height - 0.4),
    color(width - 0.4, height - 0.4),
  ];
  if (middle === '255,255,255' && corners.every((one) => String(one) === middle)) return undefined;
  const { topLeft, topRight, bottomLeft, bottomRight } = CORNERS;
  const isInPlace = String(corners) === String([topLeft, topRight, bottomLeft, bottomRight]);
  return card === undefined || !isInPlace ? 'nothing right' : `card-${card}`;
}

/** Sheets with one side's faces changed. */
function changed(side: 'front' | 'back', change: (placed: Placed[]) => Placed[]): MarkedSheet[] {
  return good().map((sheet) => (sheet.side === side ? { ...sheet, placed: change([...sheet.placed]) } : sheet));
}

const moved = (by: number) => (placed: Placed[]) => placed.map((one) => ({ ...one, x: one.x + by }));

describe('on paper', () => {
  test('nothing is wrong with what is right', async () => {
    expect(await misprints(good())).toEqual([]);
  });

  const swapped = (all: Placed[]) => {
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return all;
    return [{ ...first, face: last.face }, ...all.slice(1, -1), { ...last, face: first.face }];
  };
  test.each<[string, () => MarkedSheet[], string]>([
    ['two backs that are swapped', () => changed('back', swapped), 'card-2 behind card-0'],
    ['backs that are half a millimeter off', () => changed('back', moved(0.5)), 'nothing right behind card-0'],
    ['fronts that are half a millimeter off', () => changed('front', moved(-0.5)), '0 of card-0, not 2'],
    ['a card that is missing', () => changed('front', (all) => all.slice(1)), '1 of card-0, not 2'],
    ['a back that is missing', () => changed('back', (all) => all.slice(1)), 'undefined behind card-0'],
    [
      'a back on its head',
      () => changed('back', (all) => all.map((one) => ({ ...one, turn: 180 }))),
      'nothing right behind card-0',
    ],
    [
      'a card in place of another',
      () =>
        changed('front', (all) =>
          all.map((one, at) => (at === 0 ? { ...one, face: { card: 'card-1', side: 'front' } } : one)),
        ),
      '3 of card-1, not 2',
    ],
    [
      'a back in front',
      () => changed('front', (all) => all.map((one) => ({ ...one, face: { ...one.face, side: 'back' } }))),
      '0 of card-0, not 2',
    ],
  ])('%s', async (_, sheets, said) => {
    expect(await misprints(sheets())).toContain(said);
  });

  test('another paper', async () => {
    const other = { width: 215.9, height: 279.4 };
    const sheets = good().map((sheet) => ({ ...sheet, ...other }));
    expect(await misprints(sheets, { ...stock, paper: other })).toContain('paper of 216 × 279 mm');
  });
});

describe('on a face, by the build itself', () => {
  const card: Card = {
    ...{
      id: 'one',
      suit: 'level',
      code: 'LVL 1',
      title: 'One Day',
      gist: 'We ask first',
      related: [],
      sources: [],
      copies: 1,
    },
    ...{ blank: false, face: 'level', fields: {}, file: 'deck/cards/one.mdx', places: {} },
    sections: [
      {
        heading: 'Definition',
        text: 'Some responses.',
        content: { type: 'root', children: [] },
        place: { line: 9, column: 1 },
      },
    ],
  };
  const report = (side: string, drawn: string): FaceReport => ({
    ...{ key: `one.${side}`, pictures: [], fields: [], findings: [] },
    drawn: drawn.split(' '),
  });
  const said = (front: string, back: string) =>
    cardProblems(card, new Map([report('front', front), report('back', back)].map((one) => [one.key, one])), looks).map(
      ({ problem }) => problem.reason,
    );

  test('nothing is wrong where every word is there', () => {
    expect(said('LVL 1 One Day We ask first', 'Some responses.')).toEqual([]);
  });

  const layout = 'LVL 1 One Day: the layout “level” does not print';
  test.each([
    ['a dropped word', 'LVL 1 One Day We ask', 'Some responses.', '“first” of gist'],
    ['a changed word', 'LVL 1 One Day We ask first', 'Some response.', '“responses.” of ## Definition'],
    ['a section that is left out', 'LVL 1 One Day We ask first', '', '“some responses.” of ## Definition'],
    ['a title that is left out', 'LVL 1 We ask first', 'Some responses.', '“one day” of title'],
  ])('%s', (_, front, back, what) => {
    expect(said(front, back)).toEqual([`${layout} ${what}`]);
  });
});

// Letters that are cut below, lines that are dropped and texts that run into others: tests/face/inspect.test.ts.
describe('the numbers of a list', async () => {
  const list = (third: number) => `1. one\n2. two\n\nRest.\n\n${third}. three\n`;
  const cards = ['friday-list', 'two-minute-start'];
  const edits = Object.fromEntries(
    cards.map((id, at) => [
      `deck/cards/habits/${id}.mdx`,
      (text: string) => text.replace(/\n## .*/su, `\n## Do\n\n${list(at === 0 ? 3 : 1)}`),
    ]),
  );
  let backs: string[] = [];
  beforeAll(async () => {
    await withBlank(edits, async (at) => {
      const { checked } = await checkAndDraw(printing(at, ['a4'], { cards: { only: [`id:${cards.join()}`] } }));
      const documents = checked[0]?.drawn.get('poker')?.documents ?? [];
      const pages = (await Promise.all(documents.map(read))).flat();
      backs = pages.map(({ text }) => text).filter((text) => text.includes('three'));
    });
  }, 240_000);

  /** What is wrong with the numbers that stand before the words. */
  const wrong = (back = '') =>
    ['one', 'two', 'three'].flatMap((word, at) => {
      const [, number = 'none'] = new RegExp(`(\\d+) +${word}`, 'u').exec(back) ?? [];
      return number === String(at + 1) ? [] : [`${word} has ${number}, not ${at + 1}`];
    });

  test('are those of its author', () => {
    expect(backs).toHaveLength(2);
    expect(wrong(backs.find((back) => wrong(back).length === 0))).toEqual([]);
  });
  test('that are wrong are seen', () => {
    expect(backs.flatMap(wrong)).toEqual(['three has 1, not 3']);
  });
});
