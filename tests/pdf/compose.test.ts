import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { sheets } from '../../layouts/words/sheets.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { DrawnFaces } from '../../src/model/faces.ts';
import type { Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { mergeFaces } from '../../src/pdf/merge-faces.ts';
import { type OpenPdf, openOnce } from '../../src/pdf/open.ts';
import { type SlugFont, slugFont, slugFontOf } from '../../src/pdf/slug-font.ts';
import { liberation } from '../fixtures/fonts.ts';
import { known } from '../fixtures/known.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { root } from '../impose/support.ts';
import { fieldOf, markedFaces } from '../press/marked-faces.ts';
import { raw, read, rendered } from '../press/readers.ts';

const { stocks, formats } = await loadStocks(`${root}/layouts`, root);
const a4 = known(stocks.a4);
const poker = known(formats.poker);
const words = { deck: 'The Test Kitchen', version: '1.0.0', sheets };
const regular = await readFile(`${root}/deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf`);
const font = slugFont(regular, slugCharacters(Object.values(stocks), words));

describe('composePdf', () => {
  test('gives the same bytes for the same input, wherever and whenever', async () => {
    const faces = await markedFaces(poker, 10);
    const here = await print(faces, copies(10));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const there = await print(faces, copies(10));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(here, there)).toBe(0);
  });

  test('gives the same bytes where drawn faces were opened for other files before, and held or not', async () => {
    const faces = await markedFaces(poker, 12, 3);
    const alone = [await print(faces, copies(10)), await print(faces, copies(12))];
    for (const open of [openOnce(), openOnce(0)]) {
      const opened = [await print(faces, copies(10), a4, font, open), await print(faces, copies(12), a4, font, open)];
      expect(opened.map((one, at) => Buffer.compare(one, alone[at] ?? Buffer.of()))).toEqual([0, 0]);
      const merged = { title: 'T', date: '2026-11-21', lang: 'en' };
      expect(Buffer.compare(await mergeFaces(faces, merged, open), await mergeFaces(faces, merged))).toBe(0);
    }
  });

  test('has the identity that the caller makes of all that is in it', async () => {
    const faces = await markedFaces(poker, 2, 2);
    const sheets = addMarks(impose(copies(2), a4), a4, words);
    const asked: (readonly Uint8Array[])[] = [];
    const identify = (parts: readonly Uint8Array[]) => {
      asked.push(parts);
      return '0123456789ABCDEF'.repeat(2);
    };
    const about = { title: 'T', date: '2026-11-21', lang: 'en', identify };
    for (const pdf of [
      await composePdf({ sheets, stock: a4, faces, font, ...about }),
      await mergeFaces(faces, about),
    ]) {
      const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
      expect(String(context.trailerInfo.ID)).toBe(`[ <${identify([])}> <${identify([])}> ]`);
    }
    const made = asked.filter((parts) => parts.length > 0);
    const texts = made[0]?.slice(0, 2).map((part) => new TextDecoder().decode(part));
    expect(texts).toEqual(['["T","2026-11-21","en"]', JSON.stringify([a4, sheets])]);
    expect(made.map((parts) => parts.slice(-2))).toEqual([faces.documents, faces.documents]);
  });

  test('packs drawings as the caller does: they are the same drawings', async () => {
    const faces = await markedFaces(poker, 10);
    const sheets = addMarks(impose(copies(10), a4), a4, words);
    const options = { sheets, stock: a4, faces, font, title: 'T', date: '2026-11-21', lang: 'en' };
    const packed: string[] = [];
    const pack = (drawing: string) => {
      packed.push(drawing);
      return deflateSync(Buffer.from(drawing, 'latin1'));
    };
    const drawn = await drawings(await composePdf({ ...options, pack }));
    expect(drawn).toEqual(await drawings(await composePdf(options)));
    expect(packed).toEqual(drawn);
    expect(drawn).toHaveLength(sheets.length);
  });

  test('opens each of them once, as far as they are not too large together', async () => {
    const { documents } = await markedFaces(poker, 12, 3);
    const [first = new Uint8Array(), second = new Uint8Array()] = documents;
    const open = openOnce(first.length + second.length - 1);
    expect(await open(first)).toBe(await open(first));
    expect(await open(second)).not.toBe(await open(second));
  });

  test('gives another identity to another content', async () => {
    const faces = await markedFaces(poker, 2);
    const id = (pdf: Uint8Array) => /\/ID \[ <([0-9a-f]{32})> <\1> \]/u.exec(raw(pdf))?.[1];
    const [one, other] = [await print(faces, copies(1)), await print(faces, copies(2))];
    expect(id(one)).toMatch(/^[0-9a-f]{32}$/u);
    expect(id(one)).not.toBe(id(other));
  });

  test('says what it is, and asks print dialogs not to scale it', async () => {
    const text = raw(await print(await markedFaces(poker, 1), copies(1)));
    expect(text).toContain('/PrintScaling /None');
    expect(text).toContain('(D:20261121000000Z)');
    expect(text).toMatch(/\/Lang \(en-US\)/u);
  });

  test('says how the paper is turned: on either edge, on one side, or nothing of a print shop’s pages', async () => {
    const faces = await markedFaces(poker, 1);
    const duplex = async (stock: Stock, sides?: 'fronts') => {
      const sheetsOn = addMarks(impose(copies(1), stock, { sides }), stock, words);
      const pdf = await composePdf({
        sheets: sheetsOn,
        stock,
        faces,
        font,
        title: 'T',
        date: '2026-11-21',
        lang: 'en',
      });
      return /\/Duplex \/(\w+)/u.exec(raw(pdf))?.[1];
    };
    expect(await duplex(a4)).toBe('DuplexFlipLongEdge');
    expect(await duplex({ ...a4, flip: 'short' })).toBe('DuplexFlipShortEdge');
    expect(await duplex(a4, 'fronts')).toBe('Simplex');
    expect(await duplex(known(stocks['a4-fold']))).toBe('Simplex');
    expect(await duplex(known(stocks.shop))).toBeUndefined();
  });

  test('embeds each face once, however often it is placed, and none that is not', async () => {
    const faces = await markedFaces(poker, 12, 3);
    const pdf = raw(
      await print(faces, [
        { card: 'card-3', copies: 20 },
        { card: 'card-7', copies: 1 },
      ]),
    );
    expect(count(pdf, /\/Subtype \/Form/gu)).toBe(4);
    expect(count(pdf, /\/F\d+ Do/gu)).toBe(42);
  });

  test('copies what faces share once for each document', async () => {
    const faces = await markedFaces(poker, 12, 2);
    expect(count(raw(await print(faces, copies(12))), /\/BaseFont \/Helvetica/gu)).toBe(2);
  });

  test('takes faces whose contents are several streams, packed or not', async () => {
    const faces = await markedFaces(poker, 1);
    const file = await PDFDocument.load(known(faces.documents[0]), { updateMetadata: false });
    for (const page of file.getPages()) {
      const contents = page.node.Contents();
      if (!(contents instanceof PDFArray)) throw new Error('expected an array');
      // A blue square over the middle, in a stream of its own that is not packed.
      contents.push(file.context.register(file.context.stream('0 0 1 rg 90 130 20 20 re f')));
    }
    const pdf = await print({ ...faces, documents: [await file.save()] }, copies(1));
    const [page] = await rendered(pdf, a4.paper);
    expect(page?.at(9.75 + 31.25, 15.15 + 44.95)).toEqual([0, 0, 255]);
    expect(page?.at(9.75 + 20, 15.15 + 60)).toEqual(fieldOf(0, 'front'));
  });

  test('throws where a face is missing, or has the wrong size', async () => {
    const faces = await markedFaces(poker, 1);
    await expect(print(faces, copies(2))).rejects.toThrow('the face card-1.front is on a sheet but was not drawn');
    const tarot = await markedFaces(known(formats.tarot), 1);
    await expect(print({ ...tarot, format: poker }, copies(1))).rejects.toThrow(
      /^the page of card-0\.front is 221\.1\d* × 362\.8\d* pt, not 202\.6\d* × 274\.6\d*$/u,
    );
  });

  test('throws where labels have no font', async () => {
    const faces = await markedFaces(poker, 1);
    await expect(print(faces, copies(1), a4, 'none')).rejects.toThrow('no font for “50 mm · The Test Kitchen 1.0.0');
  });

  test('turns backs about the middle of the sheet where the stock says so', async () => {
    const stock = { ...a4, back: { ...a4.back, rotation: 1 } };
    const [front, back] = await rendered(await print(await markedFaces(poker, 9), copies(9), stock), a4.paper);
    // The card in the middle of the left column: 63.5 mm left of the middle it moves up by sin 1° × 63.5 = 1.1 mm.
    const edge = 148.5 - 88.9 / 2;
    expect(front?.at(41.5, edge - 0.6)).toEqual(fieldOf(0, 'front'));
    expect(back?.at(41.5, edge - 0.6)).toEqual(fieldOf(5, 'back'));
    expect(back?.at(168.5, edge + 0.6)).toEqual(fieldOf(0, 'back'));
  });
});

describe('a slug', () => {
  test('keeps its words to itself: they can be read back', async () => {
    const [page] = await read(await print(await markedFaces(poker, 1), copies(1)));
    expect(page?.text).toContain('50 mm · The Test Kitchen 1.0.0 · a4 · sheet 1/1 front · print at 100 %');
  });

  test('that is too long is set smaller, never cut', async () => {
    const long = { deck: 'A deck '.repeat(40).trim(), version: '1.0.0', sheets };
    const marked = addMarks(impose(copies(1), a4), a4, long);
    const faces = await markedFaces(poker, 1);
    const small = slugFont(regular, slugCharacters([a4], long));
    const pdf = await composePdf({
      sheets: marked,
      stock: a4,
      faces,
      font: small,
      title: 'T',
      date: '2026-11-21',
      lang: 'en',
    });
    const [, size = ''] = /\/T ([\d.]+) Tf/u.exec(raw(pdf)) ?? [];
    expect(Number(size)).toBeGreaterThan(1);
    expect(Number(size)).toBeLessThan(6);
    expect((await read(pdf))[0]?.text).toContain(long.deck);
  });

  test('is set in two fonts where neither has all of its letters', async () => {
    const own = { family: 'A', weight: 400, italic: false, path: 'a.ttf', data: regular };
    const slug = { ...words, deck: '₹ Вопросы' };
    const characters = slugCharacters([a4], slug);
    // ₹ is in the first font alone, Cyrillic in the second.
    const second = { ...own, data: liberation('Regular') };
    const both = slugFontOf({ ...own, fallbacks: [second] }, characters);
    const sheetsOn = addMarks(impose(copies(1), a4), a4, slug);
    const faces = await markedFaces(poker, 1);
    const about = { title: 'T', date: '2026-11-21', lang: 'en' };
    const [page] = await read(await composePdf({ sheets: sheetsOn, stock: a4, faces, font: both, ...about }));
    expect(page?.text.replace(/\s+/gu, ' ')).toContain('50 mm · ₹ Вопросы 1.0.0 · a4 · sheet 1/1 front');
    expect(page?.fonts.filter((name) => name.startsWith('SLUGAA'))).toHaveLength(2);
    // One that has all of them sets all of them.
    expect(slugFontOf({ ...own, fallbacks: [second] }, 'Вопросы a4').others).toBeUndefined();
  });

  test('leaves out characters that its font lacks', () => {
    expect(Object.keys(slugFont(regular, 'A漢B').glyphs)).toEqual(['A', 'B']);
  });
});

/** What is drawn on each page. */
async function drawings(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf);
  return document.getPages().map((page) => {
    const contents = page.node.Contents();
    if (!(contents instanceof PDFRawStream)) throw new Error('a page has no one drawing');
    return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
  });
}

async function print(
  faces: DrawnFaces,
  wanted: { card: string; copies: number }[],
  stock: Stock = a4,
  withFont: SlugFont | 'none' = font,
  open?: OpenPdf,
): Promise<Uint8Array> {
  const sheets = addMarks(impose(wanted, stock), stock, words);
  return await composePdf({
    sheets,
    stock,
    faces,
    ...(withFont === 'none' ? {} : { font: withFont }),
    open,
    title: 'Test',
    date: '2026-11-21',
    lang: 'en-US',
  });
}

function copies(cards: number): { card: string; copies: number }[] {
  return Array.from({ length: cards }, (_, at) => ({ card: `card-${at}`, copies: 1 }));
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
