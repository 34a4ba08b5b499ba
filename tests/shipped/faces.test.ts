import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { root, shippedDeck } from './deck.ts';

// Every face of the shipped deck against pictures that somebody has looked at, small and many on one sheet: art that is gone, a text in
// another place, a wrong color. Words are held by other tests, and looks in full by tests/layouts/faces/golden.test.ts. After a change
// that is meant: GOLDEN=write npx vitest run --project shipped tests/shipped/faces.test.ts, then look at what git shows as changed.

const dist = inject('dist');
const golden = path.join(root, 'tests/golden/faces');
/** A face on its sheet: a pixel is 0.8 mm. */
const TILE = { width: 80, height: 112, channels: 3 } as const;
/** Few faces on a sheet have few colors, which 64 then show well. */
const [COLUMNS, FACES] = [12, 48];
/** A pixel differs where a channel is off by more than this: for the golden's 64 colors one of all pixels is. */
const CHANNEL = 32;
/** A face differs where more of its 8,960 pixels do: a word. */
const PIXELS = 6;

interface Tile {
  name: string;
  data: Uint8Array;
}

test('every face is as its picture shows', async () => {
  const wrong: string[] = [];
  await mkdir(golden, { recursive: true });
  for (const [name, faces] of await sheets()) {
    const file = path.join(golden, `${name}.png`);
    const tiles = await Promise.all(faces.map(async ([face, picture]) => ({ name: face, data: await small(picture) })));
    if (process.env.GOLDEN === 'write') await writeFile(file, await sheetOf(tiles));
    const wanted = await tilesOf(file, tiles.length);
    const differing = tiles.flatMap(({ name: face, data }, at) => {
      const pixels = differ(data, wanted[at] ?? new Uint8Array());
      return pixels > PIXELS ? [`${face}: ${pixels} pixels`] : [];
    });
    wrong.push(...differing);
    const actual = path.join(golden, `${name}.actual.png`);
    if (differing.length > 0) await writeFile(actual, await sheetOf(tiles));
    else await rm(actual, { force: true });
  }
  expect(wrong, 'look at tests/golden/report.html').toEqual([]);
});

test('a picture of another card differs, and one of which a line is gone', async () => {
  const [[, faces] = ['', []]] = await sheets();
  const [[, front] = ['', ''], [, back] = ['', ''], [, other] = ['', '']] = faces;
  expect(differ(await small(front), await small(other))).toBeGreaterThan(PIXELS);
  expect(differ(await small(back), await small(back))).toBe(0);
  const { dominant } = await sharp(back).stats();
  const { width, height } = await sharp(back).metadata();
  // The first lines of the back, painted over by its ground.
  const input = {
    create: { width: Math.round(width * 0.8), height: 50, channels: 3 as const, background: rgb(dominant) },
  };
  const covered = await sharp(back)
    .composite([{ input, left: 60, top: Math.round(height * 0.2) }])
    .png()
    .toBuffer();
  expect(differ(await small(covered), await small(back))).toBeGreaterThan(PIXELS);
});

function rgb({ r, g, b }: { r: number; g: number; b: number }): string {
  return `rgb(${r}, ${g}, ${b})`;
}

/** The sheets by name, each with the names and pictures of its faces: those of a suit, in its order. */
async function sheets(): Promise<[name: string, faces: [name: string, picture: string][]][]> {
  const { deck } = await shippedDeck();
  const { cards } = JSON.parse(await readFile(path.join(dist, 'site/cards.json'), 'utf8')) as {
    cards: { id: string; front: string; back: string }[];
  };
  const pictures = new Map(cards.map((card) => [card.id, card]));
  return deck.suits.flatMap(({ id: suit }) => {
    const faces = deck.cards
      .filter((card) => card.suit === suit)
      .flatMap(({ id }) =>
        (['front', 'back'] as const).map((side): [string, string] => [
          `${id}.${side}`,
          path.join(dist, 'site', pictures.get(id)?.[side] ?? `no picture of ${id}`),
        ]),
      );
    return Array.from({ length: Math.ceil(faces.length / FACES) }, (_, at): [string, [string, string][]] => [
      `${suit}-${at + 1}`,
      faces.slice(at * FACES, (at + 1) * FACES),
    ]);
  });
}

async function small(picture: string | Uint8Array): Promise<Uint8Array> {
  return await sharp(picture).removeAlpha().resize(TILE.width, TILE.height, { fit: 'fill' }).raw().toBuffer();
}

async function sheetOf(tiles: readonly Tile[]): Promise<Uint8Array> {
  const { width, height } = TILE;
  const size = { width: COLUMNS * width, height: Math.ceil(tiles.length / COLUMNS) * height };
  const placed = tiles.map(({ data }, at) => ({ input: Buffer.from(data), raw: TILE, ...placeOf(at) }));
  const sheet = sharp({ create: { ...size, channels: 3, background: '#fff' } }).composite(placed);
  return await sharp(await sheet.png().toBuffer())
    .png({ palette: true, colours: 64, dither: 0, effort: 10 })
    .toBuffer();
}

function placeOf(at: number) {
  return { left: (at % COLUMNS) * TILE.width, top: Math.floor(at / COLUMNS) * TILE.height };
}

async function tilesOf(file: string, count: number): Promise<Uint8Array[]> {
  const sheet = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = sheet.info;
  const raw = { width, height, channels: TILE.channels };
  const places = Array.from({ length: count }, (_, at) => ({ ...placeOf(at), width: TILE.width, height: TILE.height }));
  return await Promise.all(places.map((place) => sharp(sheet.data, { raw }).extract(place).raw().toBuffer()));
}

function differ(one: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < one.length; at += TILE.channels) {
    const isOff = [0, 1, 2].some(
      (channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > CHANNEL,
    );
    if (isOff) count += 1;
  }
  return count;
}
