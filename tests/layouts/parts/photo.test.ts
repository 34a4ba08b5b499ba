import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { FOCUSES, placed } from '../../../layouts/parts/picture-size.ts';
import { checkAndDraw } from '../../../src/build.ts';
import { FACE_BLEED } from '../../../src/model/faces.ts';
import { printing, withBlank } from '../../fixtures/blank.ts';
import { shown } from '../../fixtures/deck.ts';
import { imagesOf, type Placed } from '../../fixtures/images.ts';
import { read } from '../../press/readers.ts';

// Pictures in front and backs for all, as they stand on drawn faces.

const [width, height] = [63.5 + 2 * FACE_BLEED, 88.9 + 2 * FACE_BLEED];

const cards = {
  bare: 'number: 10\ntitle: Nobody reads this\nimage: wide.png',
  queen: 'number: 12\nlabel: Q\ntitle: Her Majesty\nimage: wide.png\ncaption: true',
  above: 'number: 13\nlabel: K\ntitle: His Majesty\ngist: He stands above\nimage: wide.png\nfit: contain',
};

interface Shown {
  text: string;
  images: Placed[];
}
/** A card's front matter. */
const withoutText = (text: string) => text.replace(/^## [\s\S]*/mu, '');

const faces = new Map<string, Shown>();
let problems: string[] = [];

beforeAll(async () => {
  const wide = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#C0392B' } })
    .png()
    .toBuffer();
  const files = Object.entries(cards).map(([id, front]) => [
    `deck/cards/habits/${id}.mdx`,
    `---\nsuit: habit\n${front}\n---\n`,
  ]);
  const suits = (text: string) => text.replace('    about: Questions', '    back: wide.png\n    about: Questions');
  const ask = 'deck/cards/questions/asked.mdx';
  const edits = {
    ...Object.fromEntries(files),
    'deck/art/wide.png': wide,
    'deck/suits.yaml': suits,
    [ask]: '---\nsuit: question\nnumber: 9\ntitle: Asked\ngist: One back\n---\n',
    'deck/cards/questions/who-noticed.mdx': withoutText,
    'deck/cards/questions/what-would-be-easy.mdx': withoutText,
  };
  await withBlank(edits, async (root) => {
    const only = [`id:${Object.keys(cards).join(',')},asked`];
    const { checked, problems: found } = await checkAndDraw(printing(root, ['shop'], { cards: { only } }));
    problems = found.map(shown);
    const drawn = checked[0]?.drawn.get('poker');
    for (const [at, pdf] of (drawn?.documents ?? []).entries()) {
      const [images, texts] = [await imagesOf(pdf), await read(pdf)];
      for (const [key, { document, page }] of drawn?.pages ?? []) {
        if (document === at) faces.set(key, { text: texts[page]?.text.trim() ?? '', images: images[page] ?? [] });
      }
    }
  });
});

function face(key: string): Shown {
  const found = faces.get(key);
  if (!found) throw new Error(`${key} was not drawn: ${problems.join('\n')}`);
  return found;
}

/** Whether an image reaches to all edges of a face's page. */
function fills({ x, y, w, h }: Placed, to = height): boolean {
  return x <= 0.01 && y <= 0.01 && x + w >= width - 0.01 && y + h >= to - 0.01;
}

describe('a picture in front', () => {
  test('without a gist is all of the front, out to the bleed, uncropped in one direction and no word on it', () => {
    const { text, images } = face('bare.front');
    expect(text).toBe('');
    const [image, ...others] = images;
    expect(others).toEqual([]);
    expect(image && fills(image)).toBe(true);
    expect(image?.h).toBeCloseTo(height, 1);
    expect((image?.w ?? 0) / (image?.h ?? 1)).toBeCloseTo(1.5, 2);
  });

  test('has a caption and a code where that is asked for, the label in place of the number', () => {
    const { text, images } = face('queen.front');
    expect(text.split(/\s+/u)).toEqual(['HAB', 'Q', 'Her', 'Majesty']);
    expect(images[0] && fills(images[0], 88.9 * 0.82 + FACE_BLEED)).toBe(true);
  });

  test('stands above title and gist, whole where that is asked for', () => {
    const { text, images } = face('above.front');
    expect(text).toContain('He stands above');
    const { x = 0, y = 0, w = 0, h = 0 } = images[0] ?? {};
    expect(w / h).toBeCloseTo(1.5, 2);
    expect(x).toBeGreaterThan(FACE_BLEED + 4.5);
    expect(x + w).toBeLessThan(width - FACE_BLEED - 4.5);
    expect(y + h).toBeLessThan(88.9 * 0.58 + FACE_BLEED);
  });
});

describe('a back', () => {
  test('of a card without text says nothing', () => {
    for (const id of Object.keys(cards)) expect(face(`${id}.back`)).toEqual({ text: '', images: [] });
  });

  test('of a suit that has one picture for all is that, out to the bleed', () => {
    const { text, images } = face('asked.back');
    expect(text).toBe('');
    expect(images[0] && fills(images[0])).toBe(true);
  });
});

test('nothing is wrong with such cards', () => expect(problems).toEqual([]));

test('a picture that covers a box leaves none of it bare; one that is contained is whole', () => {
  const side = fc.integer({ min: 1, max: 8000 });
  const length = fc.double({ min: 1, max: 200, noNaN: true });
  const focus = fc.constantFrom(...FOCUSES);
  fc.assert(
    fc.property(side, side, length, length, focus, (w, h, boxW, boxH, at) => {
      const box = { w: boxW, h: boxH };
      const cover = placed({ width: w, height: h }, box, 'cover', at);
      expect(cover.left).toBeLessThanOrEqual(1e-9);
      expect(cover.top).toBeLessThanOrEqual(1e-9);
      expect(cover.left + cover.w).toBeGreaterThanOrEqual(boxW - 1e-9);
      expect(cover.top + cover.h).toBeGreaterThanOrEqual(boxH - 1e-9);
      const whole = placed({ width: w, height: h }, box, 'contain', at);
      expect(Math.min(whole.left, whole.top)).toBeGreaterThanOrEqual(-1e-9);
      expect(whole.left + whole.w).toBeLessThanOrEqual(boxW + 1e-9);
      expect(whole.top + whole.h).toBeLessThanOrEqual(boxH + 1e-9);
    }),
  );
});
