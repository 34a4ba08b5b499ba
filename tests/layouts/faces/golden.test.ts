import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawFaces } from '../../../src/face/draw.ts';
import { type Face, type Format, faceKey } from '../../../src/model/faces.ts';
import { shippedDeck } from '../../shipped/deck.ts';
import { fullest } from './fullest.ts';

// Each look, front and back, against a picture that somebody has looked at. After a change that is meant:
// GOLDEN=write npx vitest run tests/layouts/faces/golden.test.ts, then look at what git shows as changed.

const root = path.resolve(import.meta.dirname, '../../..');
const golden = path.join(root, 'tests/golden');
const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
/** 100 dpi, art beyond the trim included. */
const SIZE = { width: 282, height: 381 };
/** A pixel differs where a channel is off by more than this; smoothing may differ by less between machines. */
const CHANNEL = 48;
/** Two thousandths of the pixels: less than a letter of the title. */
const PIXELS = 0.002;

test('every look is as its picture shows', async () => {
  const { deck, looks } = await shippedDeck();
  const cards = [...fullest(deck, looks), ...deck.cards.filter((card) => card.blank)];
  const others = deck.cards.filter((card) => !cards.some((one) => one.id === card.id));
  const { drawn } = await drawFaces({
    deck: { ...deck, cards: [...others, ...cards] },
    looks,
    layouts: [path.join(root, 'layouts')],
    format: poker,
    cards,
  });
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(drawn.documents[0] ?? new Uint8Array());
  await mkdir(golden, { recursive: true });
  const wrong: string[] = [];
  for (const card of cards) {
    for (const side of ['front', 'back'] as const) {
      const face: Face = { card: card.id, side };
      const page = document.getPage(drawn.pages.get(faceKey(face))?.page ?? -1);
      const { data } = await page.render({ ...SIZE, scale: 1, render: 'bitmap' });
      const name = `${card.blank ? card.id : card.face}.${side}`;
      const share = await compare(name, data);
      if (share > PIXELS) wrong.push(`${name}: ${(share * 100).toFixed(1)} % of the pixels differ`);
    }
  }
  document.destroy();
  library.destroy();
  expect(wrong, 'look at tests/golden/report.html').toEqual([]);
});

/** The share of pixels that differ from the golden; leaves the actual picture beside it where too many do. */
async function compare(name: string, data: Uint8Array): Promise<number> {
  const raw = { raw: { ...SIZE, channels: 4 as const } };
  const file = path.join(golden, `${name}.png`);
  if (process.env.GOLDEN === 'write' || !existsSync(file)) {
    if (process.env.GOLDEN !== 'write') throw new Error(`no golden ${file}; GOLDEN=write makes it`);
    await writeFile(
      file,
      await sharp(data, raw).removeAlpha().png({ palette: true, colours: 64, effort: 10 }).toBuffer(),
    );
  }
  const wanted = await sharp(await readFile(file))
    .ensureAlpha()
    .raw()
    .toBuffer();
  let differing = 0;
  for (let i = 0; i < data.length; i += 4) {
    const off = [0, 1, 2].some((channel) => Math.abs((data[i + channel] ?? 0) - (wanted[i + channel] ?? 0)) > CHANNEL);
    if (off) differing += 1;
  }
  const share = differing / (data.length / 4);
  const actual = path.join(golden, `${name}.actual.png`);
  if (share > PIXELS) await writeFile(actual, await sharp(data, raw).png().toBuffer());
  else await rm(actual, { force: true });
  return share;
}
