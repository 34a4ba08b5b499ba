import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/build.ts';
import { calibrate } from '../../src/command/calibrate.ts';
import { mm, pt } from '../../src/model/units.ts';
import type { BuildRequest } from '../../src/plan/options.ts';
import { readFacts } from '../../src/press/check/facts.ts';
import { getDocument } from '../fixtures/pdfjs.ts';

// Four cards of the shipped deck, with an address and QR codes, made for every service at once and then looked at by
// programs that did not write the files: sharp, jsQR, pdfjs.

const shipped = path.resolve(import.meta.dirname, '../../deck');
const HAND = 'cover.because-you-row~2.detractor.blank-recipe';
const IDS = ['cover', 'because-you-row', 'detractor', 'blank-recipe'];
const SERVICES = ['png', 'tgc-poker', 'mpc-poker', 'tts', 'shop', 'drivethru-poker', 'box', 'box-half', 'avery-95328'];

let root = '';
let made: BuildOutcome;
let options: BuildRequest;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-services-'));
  const deck = path.join(root, 'deck');
  await cp(shipped, deck, { recursive: true });
  const settings = await readFile(path.join(deck, 'deck.yaml'), 'utf8');
  const open = settings.replace(/^url: .*$/mu, 'url: https://example.org/deck/').replace(/^qr: .*$/mu, 'qr: true');
  await writeFile(path.join(deck, 'deck.yaml'), open);
  const cards = { only: [], hand: HAND };
  options = { deck, out: path.join(root, 'dist'), root, stocks: SERVICES, cards, print: { dpi: 150 }, site: true };
  made = await build(options);
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

const file = (name: string) => readFile(path.join(root, 'dist/print', name));
const picture = async (name: string) => await sharp(await file(name)).metadata();
const pages = async (name: string) => (await PDFDocument.load(await file(name))).getPages();

/** The words of each page, by pdfjs. */
async function words(name: string): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(await file(name)), verbosity: 0 }).promise;
  const found: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    found.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return found;
}

/** Where the first page's drawing takes a spot color up. */
async function strokes(name: string): Promise<string[]> {
  const { contents } = await readFacts(new Uint8Array(await file(name)));
  const drawing = new TextDecoder('latin1').decode(contents[0]);
  return drawing.match(/\/\w+\s+CS\s+1\s+SCN/gu) ?? [];
}

test('nothing is wrong with them but that boxes of so few cards have no words on their sides, and no catalog is made of a part of the deck', () => {
  const thin =
    /^The sides and lid of "box(-half)?" are [23]\.\d mm deep, too thin for words: nothing is written on them\.$/u;
  expect(made.problems.map((one) => one.reason).filter((reason) => !thin.test(reason))).toEqual([]);
  expect(made.manifest?.outputs.some(({ path: name }) => name.startsWith('site/'))).toBe(false);
});

describe('pictures', () => {
  const sizes = { png: [375, 525, 150], 'tgc-poker': [825, 1125, 300], 'mpc-poker': [822, 1122, 300] };

  test.each(Object.entries(sizes))('%s: a front and a back for each card, RGB, to the pixel', async (id, size) => {
    const names = await readdir(path.join(root, `dist/print/${id}--hand`));
    const sides = (at: number) => ['back', 'front'].map((side) => `00${at + 1}-${IDS[at]}-${side}.png`);
    expect(names).toEqual([...IDS.flatMap((_, at) => sides(at)), 'order.csv']);
    for (const name of names.filter((one) => one.endsWith('.png'))) {
      const found = await picture(`${id}--hand/${name}`);
      expect([found.width, found.height, found.density]).toEqual(size);
      expect(found).toMatchObject({ format: 'png', space: 'srgb', channels: 3, depth: 'uchar', hasAlpha: false });
      expect(found.isPalette).toBeFalsy();
    }
  });

  test('say how many of each to order', async () => {
    expect((await file('tgc-poker--hand/order.csv')).toString()).toBe(
      [
        'number,id,code,title,copies',
        '001,cover,,The Test Kitchen,1',
        '002,because-you-row,REC 32,Because-You Row,2',
        '003,detractor,RSK 1,Detractor,1',
        '004,blank-recipe,,Your recipe,1',
        '',
      ].join('\r\n'),
    );
  });

  test('have their bleed: the trim of The Game Crafter’s is that of the plain picture', async () => {
    const service = sharp(await file('tgc-poker--hand/002-because-you-row-front.png'));
    const trimmed = await service.extract({ left: 38, top: 38, width: 749, height: 1049 }).png().toBuffer();
    const small = await sharp(trimmed).resize(75, 105).raw().toBuffer();
    const plain = await sharp(await file('png--hand/002-because-you-row-front.png'))
      .resize(75, 105)
      .raw()
      .toBuffer();
    const off = small.reduce((sum, value, at) => sum + Math.abs(value - (plain[at] ?? 0)), 0) / small.length;
    expect(off).toBeLessThan(4);
  });
});

describe('Tabletop Simulator', () => {
  test('gets sheets of 10 × 7 faces, no side over 4096 pixels', async () => {
    for (const side of ['fronts', 'backs']) {
      const { width, height, channels } = await picture(`tts--hand/${side}-1.png`);
      expect([width, height, channels]).toEqual([4090, 4011, 3]);
    }
  });

  test('and an object whose cards point at their cells', async () => {
    const saved = JSON.parse((await file('tts--hand/deck.json')).toString());
    const [pile] = saved.ObjectStates;
    expect(pile.DeckIDs).toEqual([100, 101, 101, 102, 103]);
    expect(pile.CustomDeck).toEqual({
      1: {
        FaceURL: 'https://example.org/deck/print/tts--hand/fronts-1.png',
        BackURL: 'https://example.org/deck/print/tts--hand/backs-1.png',
        NumWidth: 10,
        NumHeight: 7,
        BackIsHidden: false,
        UniqueBack: true,
        Type: 0,
      },
    });
    expect(
      pile.ContainedObjects.map((one: { CardID: number; Nickname: string }) => [one.CardID, one.Nickname]),
    ).toEqual([
      [100, 'The Test Kitchen'],
      [101, 'REC 32 Because-You Row'],
      [101, 'REC 32 Because-You Row'],
      [102, 'RSK 1 Detractor'],
      [103, 'Your recipe'],
    ]);
  });

  test('a back has its front’s cell; the last cell is the cover', async () => {
    const cell = async (side: string, at: number) => {
      const area = { left: (at % 10) * 409, top: Math.floor(at / 10) * 573, width: 409, height: 573 };
      return await sharp(await file(`tts--hand/${side}-1.png`))
        .extract(area)
        .resize(41, 57)
        .raw()
        .toBuffer();
    };
    const own = async (name: string) =>
      await sharp(await file(`png--hand/${name}.png`))
        .resize(41, 57)
        .raw()
        .toBuffer();
    const off = (a: Buffer, b: Buffer) =>
      a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
    expect(off(await cell('fronts', 1), await own('002-because-you-row-front'))).toBeLessThan(6);
    expect(off(await cell('backs', 1), await own('002-because-you-row-back'))).toBeLessThan(6);
    expect(off(await cell('backs', 2), await own('003-detractor-back'))).toBeLessThan(6);
    expect(off(await cell('fronts', 69), await own('001-cover-front'))).toBeLessThan(6);
    expect(off(await cell('backs', 69), await own('001-cover-front'))).toBeLessThan(6);
    expect(off(await cell('fronts', 2), await own('002-because-you-row-front'))).toBeGreaterThan(20);
  });
});

describe('QR codes', () => {
  test.each(IDS)('the back of %s leads to its page', async (id) => {
    const image = sharp(await file(`tgc-poker--hand/00${IDS.indexOf(id) + 1}-${id}-back.png`)).ensureAlpha();
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    const code = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
    expect(code?.data).toBe(`https://example.org/deck/c/${id}.html`);
    const { topLeftCorner: left, topRightCorner: right } = code?.location ?? {};
    const side = (Math.hypot((right?.x ?? 0) - (left?.x ?? 0), (right?.y ?? 0) - (left?.y ?? 0)) / 300) * 25.4;
    expect(side).toBeGreaterThan(8.9);
  });
});

describe('press PDFs', () => {
  test('DriveThruCards: pages of 2.75 × 3.75 in, each back before its front', async () => {
    for (const page of await pages('drivethru-poker--hand.pdf')) {
      expect(page.getWidth()).toBeCloseTo(2.75 * 72, 2);
      expect(page.getHeight()).toBeCloseTo(3.75 * 72, 2);
      expect(page.getTrimBox()).toMatchObject({ x: expect.closeTo(9, 2), width: expect.closeTo(180, 2) });
    }
    const said = await words('drivethru-poker--hand.pdf');
    expect(said).toHaveLength(10);
    expect(said.map((one) => one.includes('You finish something'))).toEqual(
      [2, 4].reduce((all, at) => all.with(at, true), new Array(10).fill(false)),
    );
  });

  test('what was verified stands beside them', async () => {
    const said = (await file('drivethru-poker--hand.txt')).toString();
    expect(said).toContain('PDF/X-1a:2003, Offset on coated paper');
    expect(said).toMatch(/ {2}ok {2}no RGB: 0 RGB operators/u);
    expect(said).toMatch(/ {2}ok {2}ink of colors: at most \d+ % of 240 %/u);
    expect(said).not.toContain('NOT OK');
    expect((await file('shop--hand.txt')).toString()).toContain('PDF/X-4');
  });
});

describe('boxes', () => {
  test('and their covers count what is printed', async () => {
    const [front] = await words('box--hand.pdf');
    // Two of a pattern, a risk, a blank recipe; the cover has no number.
    expect(front).toContain('4 cards to plan');
  });

  test.each([
    ['box', 5],
    ['box-half', 3],
  ])('%s: a page of the net’s own size, the knife and the folds on plates of their own', async (id, cards) => {
    const [page] = await pages(`${id}--hand.pdf`);
    const trim = page?.getTrimBox();
    const depth = cards * 0.31 + 1.4;
    expect(mm(trim?.width ?? 0)).toBeCloseTo(12 + 2 * (63.5 + 1.4) + 2 * depth, 2);
    expect(page?.getWidth()).toBeCloseTo((trim?.width ?? 0) + pt(20), 2);
    expect(page?.getBleedBox().width).toBeCloseTo((trim?.width ?? 0) + pt(6), 2);
    const said = (await words(`${id}--hand.pdf`)).join(' ');
    expect(said).toContain(`${cards} cards of 0.31 mm`);
    expect(said).toContain('fits A4');
    const spaces = page?.node.Resources()?.toString() ?? '';
    expect(spaces).toContain('/ColorSpace');
    const document = await PDFDocument.load(await file(`${id}--hand.pdf`));
    const all = document.context
      .enumerateIndirectObjects()
      .map(([, one]) => one.toString())
      .join(' ');
    expect(all).toMatch(/\/Separation \/CutContour \/DeviceCMYK/u);
    expect(all).toMatch(/\/Separation \/Crease \/DeviceCMYK/u);
    expect((await file(`${id}--hand.txt`)).toString()).toContain('PDF/X-4');
    expect(await strokes(`${id}--hand.pdf`)).toEqual(['/Fold CS 1 SCN', '/Cut CS 1 SCN']);
  });
});

describe('other ways to print', () => {
  test('low ink: the same cards on white, and the file says so', async () => {
    const print = { lowInk: true, sides: 'fronts', dpi: 150 } as const;
    const stocks = ['png', 'a4'];
    const { problems, manifest } = await build({ ...options, stocks, print });
    expect(problems.map((one) => one.reason)).toEqual([]);
    expect(manifest?.outputs.map((one) => one.path)).toContain('print/a4--hand--low-ink--fronts.pdf');
    expect((await words('a4--hand--low-ink--fronts.pdf')).join(' ')).toMatch(
      /sheet 1\/1 front · print at 100 % · low ink/u,
    );
    for (const [at, id] of ['because-you-row', 'detractor'].entries()) {
      const name = `00${at + 2}-${id}-front.png`;
      const [usual, low] = await Promise.all(
        ['png--hand', 'png--hand--low-ink--fronts'].map(async (folder) => {
          const { channels } = await sharp(await file(`${folder}/${name}`)).stats();
          return channels.reduce((sum, one) => sum + one.mean, 0) / 3;
        }),
      );
      // From a dark ground to a white one with dark words: under a sixth of the ink.
      expect(low).toBeGreaterThan(215);
      expect(usual).toBeLessThan(150);
    }
  });

  test('a used sheet: the first card goes to the first free slot', async () => {
    const { manifest } = await build({ ...options, stocks: ['avery-95328'], print: { skip: '1-2' } });
    expect(manifest?.outputs.map((one) => one.path)).toContain('print/avery-95328--hand--skip-1-2.pdf');
    expect(await words('avery-95328--hand--skip-1-2.pdf')).toHaveLength(4);
    expect(await words('avery-95328--hand.pdf')).toHaveLength(2);
  });

  test('calibration: a front and a back of the paper’s size', async () => {
    const { files } = await calibrate({ ...options, stocks: ['letter'] });
    expect(files).toEqual(['print/calibrate-letter.pdf']);
    const [front, back, ...more] = await words('calibrate-letter.pdf');
    expect(more).toEqual([]);
    expect(front).toContain('prepdeck: front');
    expect(back).toContain('--back-offset 0.5,-1');
    const both = await calibrate({ ...options, stocks: ['a4', 'letter'] });
    expect(both.files).toEqual(['print/calibrate-a4.pdf', 'print/calibrate-letter.pdf']);
    await expect(calibrate({ ...options, stocks: ['shop'] })).rejects.toThrow(
      'shop is not printed on both sides of a sheet: there is nothing to calibrate',
    );
  });
});
