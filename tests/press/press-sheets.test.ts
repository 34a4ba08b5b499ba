import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { readFacts } from '../../src/press/check/facts.ts';
import { operations } from '../../src/press/operations.ts';
import { toPress } from '../../src/press/press.ts';
import { known } from '../fixtures/known.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { root } from '../impose/support.ts';
import { markedFaces } from './marked-faces.ts';
import { fogra39 } from './profiles.ts';
import { raw } from './readers.ts';

const { stocks, formats } = await loadStocks(`${root}/layouts`, root);
const slug = { deck: 'Deck', version: '1.0.0', sheets: words };
const PT = 72 / 25.4;

describe.each(['sra3-press', 'a3-press', 'tabloid-press', '13x19-press'])('%s', (id) => {
  const stock = known(stocks[id]);
  let pdf: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    pdf = await pressed(stock, stock.slots.length + 1);
  });

  test('passes the self-check: inks alone, within the limit, boxes in each other', async () => {
    const rules = await checkPress(pdf, { conformance: 'PDF/X-4', inkLimit: 300 });
    // Helvetica of the marked faces is embedded nowhere; that of the slug is.
    expect(rules.filter(({ ok, rule }) => !ok && rule !== 'fonts')).toEqual([]);
  });

  test('says where to cut: TrimBox around all cards, BleedBox 3 mm beyond', () => {
    const boxes = (key: string) =>
      [...raw(pdf).matchAll(new RegExp(`/${key} \\[ ([\\d. ]+) \\]`, 'gu'))].map((match) =>
        (match[1] ?? '').split(' ').map(Number),
      );
    const { x, y, right, bottom } = edges(stock);
    const trim = [x, stock.paper.height - bottom, right, stock.paper.height - y].map((one) => one * PT);
    const wanted = trim.map((one, at) => one + (at < 2 ? -3 : 3) * PT);
    expect(boxes('TrimBox').length).toBe(4);
    for (const box of boxes('TrimBox'))
      for (const [at, one] of box.entries()) expect(one).toBeCloseTo(trim[at] ?? 0, 2);
    for (const box of boxes('BleedBox'))
      for (const [at, one] of box.entries()) expect(one).toBeCloseTo(wanted[at] ?? 0, 2);
  });

  test('draws marks in all inks, a bar of each, and its words in black alone, overprinting', async () => {
    const drawn = await operators(pdf);
    expect(raw(pdf)).toContain('/Separation /All /DeviceCMYK');
    expect(drawn.filter((one) => one === '/All CS')).toHaveLength(4);
    for (const patch of ['1 0 0 0 k', '0 1 0 0 k', '0 0 1 0 k', '0 0 0 0.5 k', '0.5 0 0 0 k'])
      expect(drawn).toContain(patch);
    expect(drawn.slice(0, drawn.lastIndexOf('Tj'))).toContain('/PressOverprint gs');
  });
});

describe('a die line', () => {
  test.each(['shop', 'sra3-press'])(
    'on %s is a spot color in a layer that pdfjs lists, once around each card on each page',
    async (id) => {
      const pdf = await pressed({ ...known(stocks[id]), dieLine: true }, 2);
      expect(
        (await checkPress(pdf, { conformance: 'PDF/X-4', inkLimit: 300 })).filter(
          ({ ok, rule }) => !ok && rule !== 'fonts',
        ),
      ).toEqual([]);
      const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
      const layers = await document.getOptionalContentConfig();
      expect([...layers].map(([, group]) => (group as { name: string }).name)).toEqual(['CutContour']);
      await document.destroy();
      expect(raw(pdf)).toContain('/Separation /CutContour /DeviceCMYK');
      const drawn = await operators(pdf);
      const starts = drawn.flatMap((one, at) => (one === '/Cut CS' ? [at] : []));
      // A page of the shop is one face; a sheet has both cards.
      const closed = starts.map((at) => drawn.slice(at, drawn.indexOf('S', at)).filter((one) => one === 'h').length);
      expect(closed).toEqual(id === 'shop' ? [1, 1, 1, 1] : [2, 2]);
    },
  );

  test('keeps marks off the knife’s plate: they are in the four inks, not in all there are', async () => {
    const pdf = await pressed({ ...known(stocks['sra3-press']), dieLine: true }, 1);
    expect(raw(pdf)).not.toContain('/Separation /All');
    expect(raw(pdf)).toContain('/DeviceN [ /Cyan /Magenta /Yellow /Black ] /DeviceCMYK');
    expect(await operators(pdf)).toContain('1 1 1 1 SCN');
  });

  test('overprints: what is under it is printed', async () => {
    const drawn = await operators(await pressed({ ...known(stocks.shop), dieLine: true }, 1));
    const at = drawn.indexOf('/Cut CS');
    expect(drawn.slice(drawn.lastIndexOf('q', at), at)).toContain('/Over gs');
  });

  test('is nowhere where none is asked for', async () => {
    const text = raw(await pressed(known(stocks.shop), 1));
    expect(text).not.toContain('CutContour');
    expect(text).not.toContain('OCProperties');
  });
});

async function pressed(stock: Stock, cards: number): Promise<Uint8Array> {
  const faces = await markedFaces(known(formats[stock.format]), cards);
  const copies = Array.from({ length: cards }, (_, at) => ({ card: `card-${at}`, copies: 1 }));
  const sheets = addMarks(impose(copies, stock), stock, slug);
  const data = await readFile(`${root}/deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf`);
  const font = slugFont(data, slugCharacters([stock], slug));
  const pdf = await composePdf({ sheets, stock, faces, font, title: 'Test', date: '2026-11-21', lang: 'en-US' });
  const { bytes } = await toPress(pdf, {
    profile: fogra39,
    conformance: 'PDF/X-4',
    title: 'Test',
    date: '2026-11-21',
    blacks: [],
  });
  return bytes;
}

/** Every operator of pages and forms, with its numbers or its name. */
async function operators(pdf: Uint8Array): Promise<string[]> {
  const { contents } = await readFacts(pdf);
  return contents.flatMap((bytes) =>
    [...operations(bytes)].map(({ operator, operands }) => {
      const said = operands.flatMap((one): (string | number)[] =>
        typeof one === 'number' ? [one] : one.kind === 'name' ? [`/${one.value}`] : [],
      );
      return [...said, operator].join(' ');
    }),
  );
}

function edges({ slots }: Stock) {
  return {
    x: Math.min(...slots.map((one) => one.x)),
    y: Math.min(...slots.map((one) => one.y)),
    right: Math.max(...slots.map((one) => one.x + one.width)),
    bottom: Math.max(...slots.map((one) => one.y + one.height)),
  };
}
