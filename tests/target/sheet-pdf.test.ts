import sharp from 'sharp';
import { expect, test } from 'vitest';
import { impose } from '../../src/impose/impose.ts';
import { noCache } from '../../src/model/cache.ts';
import type { DrawnFaces, Format } from '../../src/model/faces.ts';
import type { Stock } from '../../src/model/stock.ts';
import { type PdfToPaint, pngs } from '../../src/raster/pngs.ts';
import { pdfsOf } from '../../src/target/sheet-pdf.ts';
import type { Job } from '../../src/target/target.ts';
import { shipped } from '../impose/support.ts';
import { fieldOf, markedFaces } from '../press/marked-faces.ts';

const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const stock = await tgcPoker();

async function tgcPoker(): Promise<Stock> {
  const found = (await shipped()).find(({ id }) => id === 'tgc-poker');
  if (!found) throw new Error('no tgc-poker');
  return found;
}

const once = (...cards: number[]) =>
  impose(
    cards.map((at) => ({ card: `card-${at}`, copies: 1 })),
    stock,
  );
const job = (faces: DrawnFaces) =>
  ({ deck: { name: 'Mine', date: '2026-11-29', lang: 'en' }, drawn: new Map([['poker', faces]]) }) as unknown as Job;
async function all(cards: readonly number[], faces: DrawnFaces): Promise<PdfToPaint[]> {
  const made: PdfToPaint[] = [];
  for await (const one of pdfsOf(once(...cards), stock, job(faces))) made.push(one);
  return made;
}

test('a picture shows the face of its sheet, though faces of other documents lie between', async () => {
  // Cards 0, 2 and 4 are in one document, 1 and 3 in the other.
  const faces = await markedFaces(poker, 5, 2);
  const sheets = once(0, 1, 2, 3, 4);
  const pictures = await pngs(pdfsOf(sheets, stock, job(faces)), { width: 82, height: 112, dpi: 30 }, noCache);
  const middles = await Promise.all(
    pictures.map(async (one) => {
      const { data } = await sharp(one).raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray((56 * 82 + 41) * 3, (56 * 82 + 41) * 3 + 3)];
    }),
  );
  const wanted = [0, 1, 2, 3, 4].flatMap((card) => [fieldOf(card, 'front'), fieldOf(card, 'back')]);
  expect(middles).toEqual(wanted);
});

test('a PDF changes with its own document alone, wherever its cards stand in the deck', async () => {
  const faces = await markedFaces(poker, 5, 2);
  const [first, second] = await all([0, 1, 2, 3, 4], faces);
  expect([first?.places, second?.places]).toEqual([
    [0, 1, 4, 5, 8, 9],
    [2, 3, 6, 7],
  ]);
  const other = await markedFaces({ ...poker, radius: 0 }, 7, 2);
  const changed = {
    ...faces,
    documents: [faces.documents[0] ?? new Uint8Array(), other.documents[1] ?? new Uint8Array()],
  };
  const [kept, made] = await all([0, 1, 2, 3, 4], changed);
  expect(kept?.pdf).toEqual(first?.pdf);
  expect(made?.pdf).not.toEqual(second?.pdf);
  const [, moved] = await all([0, 2, 1, 3, 4], faces);
  expect(moved).toEqual({ ...second, places: [4, 5, 6, 7] });
});
