import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../src/model/deck.ts';
import type { Stock } from '../../src/model/stock.ts';
import { backsOverEdge } from '../../src/plan/clear-slug.ts';
import {
  adjusted,
  profilesFor,
  refuseUseless,
  skippedSlots,
  tooManyCards,
  withCaliper,
} from '../../src/plan/print-options.ts';
import { shown } from '../fixtures/deck.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { profiles as shipped } from '../press/profiles.ts';

const layouts = path.resolve(import.meta.dirname, '../../layouts');
const { stocks } = await loadStocks(layouts, layouts);

function stock(id: string): Stock {
  return stocks[id] as Stock;
}

describe('what is printed on', () => {
  test('options take the place of what the stock says', () => {
    const changed = adjusted(stock('a4'), { flip: 'short', marks: 'edge', backOffset: { x: 0.8, y: -0.5 } });
    expect(changed).toMatchObject({ flip: 'short', marks: 'edge', back: { x: -0.8, y: 0.5, rotation: 0 } });
    expect(adjusted(stock('a4'), {}, { x: 1, y: 2 }).back).toMatchObject({ x: 1, y: 2 });
    expect(adjusted(stock('a4'), {})).toEqual(stock('a4'));
  });

  test('no slug where backs would lie on it: turned on the other edge, or shifted', async () => {
    // Mini cards move aside on A5: their bleed ends at the slug.
    const { stocks: small } = await loadStocks(layouts, layouts, 'mini');
    const a5 = small.a5 as Stock;
    expect(a5.slug).toBeDefined();
    expect(adjusted(a5, { flip: 'long' })).toEqual(a5);
    expect(adjusted(a5, { flip: 'short' })).toEqual({ ...a5, flip: 'short', slug: undefined });
    expect(adjusted(a5, { flip: 'short', sides: 'fronts' }).slug).toEqual(a5.slug);
    expect(adjusted(a5, { backOffset: { x: 0, y: 0.5 } }).slug).toBeUndefined();
    expect(adjusted(a5, { backOffset: { x: 0.5, y: -0.5 } }).slug).toEqual(a5.slug);
    // 0.75 mm beside the bleed of the cards.
    const beside: Stock = { ...stock('a4'), slug: { x: 1, y: 10, width: 5, height: 200, turn: 270 } };
    expect(adjusted(beside, { backOffset: { x: -0.7, y: 0 } }).slug).toBeDefined();
    expect(adjusted(beside, { backOffset: { x: -0.8, y: 0 } }).slug).toBeUndefined();
  });

  test('a printer’s shift moves neither a print shop’s pages nor a folded sheet', () => {
    expect(adjusted(stock('shop'), { marks: 'crop' }, { x: 1, y: 2 })).toEqual(stock('shop'));
    expect(adjusted(stock('a4-fold'), {}, { x: 1, y: 2 })).toEqual(stock('a4-fold'));
  });

  test('piles in order: of sheets alone, with a stock’s own lift where none is asked for', () => {
    expect(adjusted(stock('a4'), { order: 'stacks' }).stacks).toEqual({});
    expect(adjusted(stock('a4'), { order: 'stacks', lift: 10 }).stacks).toEqual({ lift: 10 });
    const own = { ...stock('a4'), stacks: { lift: 5 } };
    expect(adjusted(own, {}).stacks).toEqual({ lift: 5 });
    expect(adjusted(own, { order: 'stacks' }).stacks).toEqual({ lift: 5 });
    expect(adjusted(own, { order: 'sheets' }).stacks).toBeUndefined();
    expect(adjusted(stock('shop'), { order: 'stacks' })).toEqual(stock('shop'));
    expect(() => refuseUseless({ stocks: [stock('a4'), stock('shop')], boxes: [] }, { order: 'stacks' })).not.toThrow();
    expect(() => refuseUseless({ stocks: [stock('shop')], boxes: [] }, { order: 'stacks' })).toThrow(
      '--order: shop is one face a page; there are no piles to sort',
    );
  });

  test('a die line and a bare ground: of what is for a press alone', () => {
    expect(adjusted(stock('shop'), { dieLine: true }).dieLine).toBe(true);
    expect(adjusted(stock('sra3-press'), { dieLine: true }).dieLine).toBe(true);
    expect(adjusted(stock('drivethru-poker'), { dieLine: true })).toEqual(stock('drivethru-poker'));
    expect(adjusted(stock('a4'), { dieLine: true, ground: 'none' })).toEqual(stock('a4'));
    expect(adjusted(stock('shop'), { ground: 'none' }).press).toEqual({ conformance: 'PDF/X-4', ground: 'none' });
    expect(() =>
      refuseUseless({ stocks: [stock('a4'), stock('shop')], boxes: [] }, { dieLine: true, ground: 'none' }),
    ).not.toThrow();
    expect(() => refuseUseless({ stocks: [stock('drivethru-poker')], boxes: [] }, { dieLine: true })).toThrow(
      '--die-line is for PDF/X-4: with --stock shop or sra3-press, for example',
    );
    expect(() => refuseUseless({ stocks: [stock('a4')], boxes: [] }, { ground: 'none' })).toThrow(
      '--ground none is for a press: with --stock shop or sra3-press, for example',
    );
  });

  test('backs that are moved over the edge of the paper are warned of: what lies beyond is not printed', () => {
    const said = (id: string, x: number) =>
      backsOverEdge([adjusted(stock(id), { backOffset: { x, y: 0 } })], { deck: { file: 'deck/deck.yaml' } as Deck });
    expect(said('a4', 9.7)).toEqual([]);
    expect(said('a4', -10).map(shown)).toEqual([
      'deck/deck.yaml warning print/backs-over-edge Backs are moved 0.25 mm over the edge of "a4": so much of them is not printed.',
    ]);
    expect(said('shop', 5)).toEqual([]);
    expect(said('a4-fold', 5)).toEqual([]);
  });

  test.each([
    [['shop', 'a4-fold'], { flip: 'short' }, '--flip is for sheets that are printed on both sides'],
    [['shop', 'a4-fold'], { backOffset: { x: 1, y: 0 } }, '--back-offset is for sheets that are printed on both sides'],
    [['shop', 'png'], { marks: 'edge' }, '--marks is for sheets'],
    [['a4', 'tgc-poker'], { dpi: 300 }, '--dpi is for pictures of any size'],
    [['a4', 'png'], { profile: 'gracol' }, '--profile is for a press'],
    [['a4'], { caliper: 0.3 }, '--card-stock is for boxes and sleeves'],
  ] as const)('on %j %j does nothing, and is refused', (ids, options, message) => {
    const papers = { stocks: ids.map(stock), boxes: [] };
    expect(() => refuseUseless(papers, options)).toThrow(message);
    const base = { id: 'box', name: '', format: 'poker', press: { conformance: 'PDF/X-4' } } as const;
    const box = { ...base, kind: 'tuck-box', parts: 1, caliper: 0.31, board: 0.4, clearance: 1 } as const;
    const more = { stocks: [...papers.stocks, ...['a4', 'png'].map(stock)], boxes: [box] };
    expect(() => refuseUseless(more, options)).not.toThrow();
  });

  test('--dpi sizes pictures that may have any resolution, no others', () => {
    expect(adjusted(stock('png'), { dpi: 600 }).pictures).toMatchObject({ width: 1500, height: 2100, dpi: 600 });
    expect(adjusted(stock('tgc-poker'), { dpi: 600 })).toEqual(stock('tgc-poker'));
  });

  test('a box for the user’s card', () => {
    const base = { id: 'box', name: '', format: 'poker' };
    const box = { ...base, kind: 'tuck-box', parts: 1, caliper: 0.31, board: 0.4, clearance: 1 } as const;
    expect(withCaliper(box, { caliper: 0.4 })).toEqual({ ...box, caliper: 0.4 });
    expect(withCaliper(box, {})).toEqual(box);
    const dividers = { ...base, kind: 'dividers', of: 'suits', tab: 12 } as const;
    expect(withCaliper(dividers, { caliper: 0.4 })).toEqual(dividers);
  });
});

describe('used slots', () => {
  test('are those of the one sheet that was used', () => {
    expect(skippedSlots([stock('avery-95328')], { skip: '1,4-6' })).toEqual([1, 4, 5, 6]);
    expect(skippedSlots([stock('a4'), stock('letter')], {})).toEqual([]);
  });

  test.each([
    [
      ['a4', 'letter'],
      '1',
      '--skip is about one used sheet: say of which stock, e.g. --stock avery-95328 --skip 1,4-6',
    ],
    [['shop'], '1', '--skip: shop is one face a page; there are no slots to skip'],
    [['a4'], '4,12', '--skip for a4: “12” is not on the sheet; its slots are 1 to 9'],
    [['a4'], '1-9', '--skip for a4: all 9 slots are skipped; leave at least one'],
  ])('%o --skip %s is refused', (ids, skip, message) => {
    expect(() => skippedSlots(ids.map(stock), { skip })).toThrow(
      expect.objectContaining({ name: 'UsageError', message }),
    );
  });
});

describe('press profiles', () => {
  test('the one asked for wins over the deck’s, that over the first', async () => {
    const chosen = async (press: string | undefined, profile: string | undefined) =>
      (await profilesFor([stock('a4'), stock('shop')], shipped, { press, dir: '/deck' }, { profile })).get('shop')?.id;
    expect(await chosen(undefined, undefined)).toBe('fogra39');
    expect(await chosen('gracol', undefined)).toBe('gracol');
    expect(await chosen('gracol', 'fogra39')).toBe('fogra39');
    expect(await chosen('gracol', path.join(layouts, 'press/FOGRA39L_coated.icc'))).toMatch(/FOGRA39L_coated\.icc$/u);
    await expect(chosen('own.icc', undefined)).rejects.toThrow(
      `There is no press profile "${path.join('/deck', 'own.icc')}". Name an ICC file, or one of: fogra39, gracol.`,
    );
  });
});

test('a service that does not take so many cards is said', () => {
  const cards = [{ card: 'one', copies: 613 }];
  expect(tooManyCards([stock('mpc-poker'), stock('tgc-poker')], cards, 'deck/deck.yaml').map(shown)).toEqual([
    'deck/deck.yaml warning print/too-many-cards MakePlayingCards, poker cards takes 612 cards in one order; these are 613.',
  ]);
  expect(tooManyCards([stock('mpc-poker')], [{ card: 'one', copies: 612 }], 'deck/deck.yaml')).toEqual([]);
});
