import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { sizesOf } from '../../../layouts/parts/size.ts';
import { checkAndDraw } from '../../../src/build.ts';
import { FACE_BLEED, type Format } from '../../../src/model/faces.ts';
import { printing, withBlank } from '../../fixtures/blank.ts';
import { shown } from '../../fixtures/deck.ts';
import { imagesOf, type Placed } from '../../fixtures/images.ts';
import { type Rendered, rendered } from '../../press/readers.ts';

// Pictures in the text of cards, as they stand on the drawn backs.

const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const { column, margin } = sizesOf(poker);

const bodies = {
  alone: '![A field](tall.png)',
  wide: '![A field](wide.png)',
  between: 'Before.\n\n![A field](tall.png)\n\nAfter.',
  beside: `![A field](tall.png)\n\n${'Read this aloud to the person beside you. '.repeat(7)}`,
  vector: '![A field](field.svg)',
  listed: '- ![A field](wide.png)\n- A line',
  celled: '| A | B |\n|---|---|\n| ![A field](wide.png) | A field |',
  crowded: `![A field](tall.png)\n\n${'Read this aloud to the person beside you. '.repeat(40)}`,
};

const field = async (width: number, height: number) =>
  await sharp({ create: { width, height, channels: 3, background: '#C0392B' } })
    .png()
    .toBuffer();

let backs: Record<string, Placed[]> = {};
let problems: string[] = [];
let vector: Rendered | undefined;
beforeAll(async () => {
  const cards = Object.entries(bodies).map(([id, body], at) => {
    const front = `suit: habit\nnumber: ${at + 10}\ntitle: ${id}\ngist: This is ${id}`;
    return [`deck/cards/habits/${id}.mdx`, `---\n${front}\n---\n\n## Look\n\n${body}\n`] as const;
  });
  const wedge = '<path fill="none" stroke="#000" stroke-width="2" d="M2 14L14 16.5L2 19"/>';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path fill="#C0392B" d="M0 0h30v20H0z"/>${wedge}</svg>`;
  const art = {
    'deck/art/field.svg': drawing,
    'deck/art/wide.png': await field(1200, 800),
    'deck/art/tall.png': await field(800, 1200),
  };
  await withBlank({ ...Object.fromEntries(cards), ...art }, async (root) => {
    const ids = Object.keys(bodies).filter((id) => id !== 'crowded');
    const { checked, problems: none } = await checkAndDraw(
      printing(root, ['shop'], { cards: { only: [`id:${ids.join(',')}`] } }),
    );
    expect(none.filter((one) => one.fatal).map(shown)).toEqual([]);
    const drawn = checked[0]?.drawn.get('poker');
    const pages = await Promise.all((drawn?.documents ?? []).map(imagesOf));
    const back = (id: string) => drawn?.pages.get(`${id}.back`) ?? { document: 0, page: 0 };
    backs = Object.fromEntries(ids.map((id) => [id, pages[back(id).document]?.[back(id).page] ?? []]));
    const { document, page } = back('vector');
    const paper = { width: poker.width + 2 * FACE_BLEED, height: poker.height + 2 * FACE_BLEED };
    vector = (await rendered(drawn?.documents[document] ?? new Uint8Array(), paper))[page];
    const crowded = await checkAndDraw(printing(root, ['shop'], { cards: { only: ['id:crowded'] } }));
    problems = crowded.problems.filter((one) => one.fatal).map(shown);
  });
});

/** The one picture of a back, from the trim. */
function pictureOf(id: string): Placed {
  const [picture, ...others] = backs[id] ?? [];
  if (!picture || others.length > 0) throw new Error(`${id} has ${others.length + 1} pictures`);
  return { ...picture, x: picture.x - FACE_BLEED, y: picture.y - FACE_BLEED };
}

describe('a picture in a text', () => {
  test('is as wide as the column', () => {
    const { x, w, h } = pictureOf('wide');
    expect([x, w, h].map((one) => one.toFixed(2))).toEqual(
      [margin, column, (column * 2) / 3].map((one) => one.toFixed(2)),
    );
  });

  test('that is an SVG is drawn as shapes, as wide as the column', async () => {
    expect(backs.vector).toEqual([]);
    const isRed = (x: number, y: number) => String(vector?.at(x + FACE_BLEED, y + FACE_BLEED)) === '192,57,43';
    const middle = poker.width / 2;
    const red = Array.from({ length: 10 * poker.height }, (_, tenth) => tenth / 10).filter((y) => isRed(middle, y));
    const [top = 0, bottom = 0] = [red[0], red.at(-1)];
    expect(bottom - top).toBeCloseTo((column * 2) / 3, 0);
    const inside = [margin + 0.5, poker.width - margin - 0.5].map((x) => isRed(x, (top + bottom) / 2));
    const beyond = [margin - 0.5, poker.width - margin + 0.5].map((x) => isRed(x, (top + bottom) / 2));
    expect([inside, beyond]).toEqual([
      [true, true],
      [false, false],
    ]);
    // A corner sharper than 29° ends blunt, as SVG has it: PDF would draw a spike of 4.9 units.
    const onWedge = [13, 16.5].map((x) => isRed(margin + (x / 30) * column, top + (16.5 / 20) * ((column * 2) / 3)));
    expect(onWedge).toEqual([false, true]);
  });

  test('is as wide as the item of a list, or the cell of a table', () => {
    for (const id of ['listed', 'celled']) {
      const { x, w, h } = pictureOf(id);
      expect(w / h).toBeCloseTo(1.5, 2);
      expect(x).toBeGreaterThanOrEqual(margin - 0.01);
      expect(x + w).toBeLessThanOrEqual(poker.width - margin + 0.01);
    }
    expect(pictureOf('listed').w).toBeGreaterThan(column * 0.9);
    expect(pictureOf('celled').w).toBeLessThan(column * 0.8);
  });

  test('takes three fifths of the back at most beside words, and more alone', () => {
    const [between, alone] = [pictureOf('between'), pictureOf('alone')];
    expect(between.h).toBeCloseTo(poker.height * 0.6, 1);
    expect(alone.h).toBeGreaterThan(poker.height * 0.65);
    for (const { x, w, h, y } of [between, alone]) {
      expect(w / h).toBeCloseTo(2 / 3, 2);
      expect(x + w / 2).toBeCloseTo(poker.width / 2, 1);
      expect(y + h).toBeLessThanOrEqual(poker.height - 4);
    }
  });

  test('gives way to the words around it, whole, before they do not fit', () => {
    const { w, h } = pictureOf('beside');
    expect(w / h).toBeCloseTo(2 / 3, 2);
    expect(h).toBeLessThan(poker.height * 0.59);
    expect(h).toBeGreaterThan(poker.height * 0.24);
  });

  test('that leaves no room for the words is said', () => {
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((one) => one.includes('crowded.mdx'))).toBe(true);
  });
});
