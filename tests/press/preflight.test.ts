import path from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { noCache } from '../../src/model/cache.ts';
import type { Deck } from '../../src/model/deck.ts';
import { pt } from '../../src/model/units.ts';
import { preflightFaces } from '../../src/press/preflight.ts';
import { shown } from '../fixtures/deck.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { fogra39 as profile } from './profiles.ts';

const layouts = path.resolve(import.meta.dirname, '../../layouts');
const { stocks, formats } = await loadStocks(layouts, layouts);
const { poker: format } = formats;
const { a4, shop, 'drivethru-poker': drivethru } = stocks;
if (!format || !a4 || !shop || !drivethru) throw new Error('a shipped file is missing');

/**
 * One card. Its front is clean; its back has a picture of 100 ppi whose lower left corner is 10 mm from the left and
 * 45 mm from the top, and a thin line.
 */
async function drawn(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const size = [pt(71.5), pt(96.9)] as [number, number];
  document.addPage(size).drawRectangle({ x: 0, y: 0, width: 100, height: 100, color: rgb(1, 1, 1) });
  const back = document.addPage(size);
  const grey = { width: 100, height: 100, channels: 3, background: '#808080' } as const;
  const image = await document.embedPng(await sharp({ create: grey }).png().toBuffer());
  const side = pt(25.4);
  back.drawImage(image, { x: pt(14), y: size[1] - pt(24) - side, width: side, height: side });
  const y = size[1] - pt(54);
  back.drawLine({ start: { x: pt(9), y }, end: { x: pt(40), y }, thickness: 0.1, color: rgb(0, 0, 0) });
  // 183 % of ink on the press; nothing to a desktop printer.
  back.drawRectangle({ x: 0, y: 0, width: pt(4), height: pt(4), color: rgb(0.02, 0.02, 0.05) });
  return await document.save();
}

const card = {
  id: 'because-you-row',
  code: 'REC 32',
  title: 'Because-You Row',
  file: 'deck/cards/because-you-row.mdx',
  pictures: [{ name: 'row.jpg', alt: '', place: { line: 7, column: 8 } }],
};
const deck = { cards: [card], theme: { colour: { ink: '#23262b' } } } as unknown as Deck;
const pdf = await drawn();
const faces = (['front', 'back'] as const).map((side) => ({ card: card.id, side }));

const IMAGE =
  'deck/cards/because-you-row.mdx:7:8 error press/image-resolution REC 32 Because-You Row, back, 10 mm from the left and 45 mm from the top: An image has 100 pixels per inch at its printed size; at least 150 print well.';
const LINE =
  'deck/cards/because-you-row.mdx:1:1 warning press/thin-line REC 32 Because-You Row, back, 5 mm from the left and 50 mm from the top: A line is 0.10 pt wide; under 0.25 pt it may break up in print.';

describe('preflight names card, side and place', () => {
  test('for a desktop printer', async () => {
    const found = await preflightFaces(pdf, faces, { deck, stocks: [a4], profiles: new Map(), cache: noCache });
    expect(found.map(shown)).toEqual([LINE, IMAGE]);
    expect(found.map((one) => one.note)).toEqual([
      'Draw it 0.25 pt wide or wider.',
      'Use a file of the picture with 1.5 times as many pixels each way, or print it smaller.',
    ]);
  });

  test('for a press, ink too; each fault once, however many stocks print it', async () => {
    const profiles = new Map([
      ['shop', profile],
      ['drivethru-poker', profile],
    ]);
    const frugal = { ...drivethru, press: { conformance: 'PDF/X-1a:2003', inkLimit: 150 } } as const;
    const found = await preflightFaces(pdf, faces, { deck, stocks: [a4, shop, frugal], profiles, cache: noCache });
    const rules = found.map((one) => `${one.source}/${one.ruleId}`);
    expect(rules.filter((rule) => rule !== 'press/ink-limit').sort()).toEqual([
      'press/image-resolution',
      'press/thin-line',
    ]);
    expect(found.find((one) => one.reason.includes('150 %'))?.reason).toMatch(
      /^REC 32 Because-You Row, back, 0 mm from the left and \d+ mm from the top: The color #05050d needs \d+ % ink; this printing takes 150 %\.$/u,
    );
  });

  test('a picture that may not be seen through where the card names it, with what to do', async () => {
    const document = await PDFDocument.create();
    const clear = { width: 300, height: 300, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } as const;
    const image = await document.embedPng(await sharp({ create: clear }).png().toBuffer());
    document.addPage([pt(71.5), pt(96.9)]).drawImage(image, { x: pt(14), y: pt(14), width: pt(20), height: pt(20) });
    const profiles = new Map([['drivethru-poker', profile]]);
    const wanted = { deck, stocks: [drivethru], profiles, cache: noCache };
    const [found, ...more] = await preflightFaces(await document.save(), faces.slice(0, 1), wanted);
    expect([`${found?.line}:${found?.column} ${found?.source}/${found?.ruleId}`, more]).toEqual([
      '7:8 press/transparency',
      [],
    ]);
    expect(found?.note).toBe('Save the picture without see-through parts, on the color that it stands on.');
  });
});
