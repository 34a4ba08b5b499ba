import { describe, expect, test } from 'vitest';
import { inkFits, inkHeight, liftOf } from '../../src/font/ink.ts';
import { lineText, textWidth, wrap } from '../../src/font/lines.ts';
import { openFont } from '../../src/font/open.ts';
import { divided, piecesOf } from '../../src/font/pieces.ts';
import { BREAK, piecesIn, type TextOrRuns } from '../../src/font/runs.ts';
import { fontFamilyOf, fontOf } from '../../src/font/type.ts';
import { mm, pt } from '../../src/model/units.ts';
import { theme } from '../fixtures/theme.ts';

const type = { theme };
const font = fontOf(type);
const texts = (text: string) => piecesOf(text, font).map((one) => one.text);
const widthOf = (text: string) => textWidth(text, type, 1);
/** The lines of a text as wide as another. */
const linesOf = (text: TextOrRuns, width: number | string) =>
  wrap(piecesIn(text, type), typeof width === 'number' ? width : widthOf(width) + 0.001).map(lineText);

describe('a text in pieces', () => {
  test('is cut at spaces, not at those that hold words together', () => {
    expect(texts('  one two\n three\u00a0four  ')).toEqual(['one', 'two', 'three\u00a0four']);
    expect(texts('')).toEqual(['']);
    // French has a narrow one before its signs, tables have one as wide as a figure.
    expect(texts('Pourquoi\u202f? Et 1\u2007000')).toEqual(['Pourquoi\u202f?', 'Et', '1\u2007000']);
    expect(texts('\u202fa ')).toEqual(['\u202fa']);
  });

  test('is cut at soft hyphens, which are printed at the end of a line alone', () => {
    const [first, second, ...others] = piecesOf('Personal\u00adization', font);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ text: 'Personal', hyphen: widthOf('-') });
    expect(second).toMatchObject({ text: 'ization', space: 0 });
    expect(second).not.toHaveProperty('hyphen');
    expect(first?.space).toBeGreaterThan(0.1);
    expect(texts('\u00adone\u00ad\u00adtwo\u00ad')).toEqual(['one', 'two']);
    expect(texts('\u00ad')).toEqual(['']);
    expect(linesOf('Personal\u00adization', 99)).toEqual(['Personalization']);
    expect(linesOf('Personal\u00adization', 'Personal-')).toEqual(['Personal-', 'ization']);
  });

  test('of which a line counts the hyphen: one that has room for the word alone breaks before it', () => {
    expect(linesOf('a Personal\u00adization', 'a Personal')).toEqual(['a', 'Personal-', 'ization']);
    expect(linesOf('a Personal\u00adization', 'a Personal-')).toEqual(['a Personal-', 'ization']);
    const [line] = wrap(piecesOf('Personal\u00adization', font), widthOf('Personal-') + 0.001);
    expect(line?.width).toBeCloseTo(widthOf('Personal') + widthOf('-'), 9);
  });

  test('divides a word at its joints where it is wider than a line, each letter kept', () => {
    expect(linesOf('see checkout/payment now', 'checkout/payment')).toEqual(['see', 'checkout/payment', 'now']);
    expect(linesOf('see checkout/payment now', 'checkout/')).toEqual(['see', 'checkout/', 'payment', 'now']);
    expect(linesOf('e-commerce a/b', 'e-comm')).toEqual(['e-commerce', 'a/b']);
    expect(linesOf('https://example.org/?q=a', 'example.')).toEqual(['https://', 'example.', 'org/?q=', 'a']);
    expect(linesOf('me.and@example.org', 'example')).toEqual(['me.', 'and@', 'example.', 'org']);
  });

  test('keeps what a divided word has before and after it', () => {
    const [piece] = piecesOf('checkout/payment\u00adpage', font);
    if (!piece) throw new Error('no piece');
    const [first, last, ...others] = divided([{ ...piece, starts: true }], 1);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ text: 'checkout/', space: piece.space, starts: true });
    expect(first).not.toHaveProperty('hyphen');
    expect(last).toMatchObject({ text: 'payment', space: 0, hyphen: widthOf('-') });
    expect(last).not.toHaveProperty('starts');
    expect(divided([piece], 99)).toEqual([piece]);
    expect(divided([piece], piece.width)).toEqual([piece]);
    const whole = piecesOf('on/off checkout/payment', font);
    expect(divided(whole, widthOf('checkout/')).map(({ text }) => text)).toEqual(['on/off', 'checkout/', 'payment']);
    expect(divided(whole, whole[0]?.width ?? 0)[0]?.text).toBe('on/off');
    expect(divided(whole, 0.1).every((one) => !('hyphen' in one))).toBe(true);
    const short = piecesOf('or checkout/payment', font);
    expect(divided(short, 3).map(({ text }) => text)).toEqual(['or', 'checkout/', 'payment']);
  });

  test('says how high its letters are, and how deep they hang', () => {
    const [, h, p] = piecesOf('x H p', font);
    const { capHeight, unitsPerEm } = openFont(font);
    expect(h).toMatchObject({ over: expect.closeTo(capHeight / unitsPerEm, 2), under: 0 });
    expect(p?.under).toBeGreaterThan(0.15);
  });
});

describe('runs of a text', () => {
  test('stay together where no space is between them, whatever is empty', () => {
    const runs = [{ text: 'Ma', weight: 700 }, { text: '' }, { text: 'ture, people' }] as const;
    expect(piecesIn(runs, type).map(({ text }) => text)).toEqual(['Mature,', 'people']);
    const apart = [{ text: 'Ma ' }, { text: 'ture' }, { text: ' x' }, { text: ' ' }, { text: 'y' }];
    expect(piecesIn(apart, type).map(({ text }) => text)).toEqual(['Ma', 'ture', 'x', 'y']);
    expect(piecesIn([{ text: 'Ma ' }, { text: '' }, { text: 'ture' }], type)).toHaveLength(2);
    expect(piecesIn([{ text: 'a b' }, { text: 'c' }], type).map(({ text }) => text)).toEqual(['a', 'bc']);
    const held = [{ text: 'a\u00a0' }, { text: 'b' }, { text: '\u00a0c' }];
    expect(piecesIn(held, type)).toHaveLength(1);
  });

  test('keep a no-break space that is a run of its own', () => {
    const runs = [{ text: 'a' }, { text: '\u00a0', weight: 700 }, { text: 'b' }] as const;
    expect(piecesIn(runs, type).map(({ text }) => text)).toEqual(['a\u00a0b']);
    expect(textWidth(runs, type, 1)).toBeGreaterThan(widthOf('ab') + 0.1);
    expect(piecesIn([{ text: '\u00a0' }, { text: 'b' }], type).map(({ text }) => text)).toEqual(['\u00a0b']);
    const narrow = ['a', '\u202f', '?'].map((text) => ({ text }));
    expect(piecesIn(narrow, type).map(({ text }) => text)).toEqual(['a\u202f?']);
  });

  test('are as high and as deep together as the higher and the deeper one', () => {
    const [both] = piecesIn([{ text: 'H' }, { text: 'p' }], type);
    const [h, p] = [piecesOf('H', font)[0], piecesOf('p', font)[0]];
    expect(both).toMatchObject({ over: h?.over, under: p?.under, space: h?.space });
    expect(both?.width).toBeCloseTo((h?.width ?? 0) + (p?.width ?? 0), 9);
  });

  test('begin a new line where their author breaks one', () => {
    const runs = [{ text: 'one two' }, { text: BREAK }, { text: 'three' }, { text: 'four' }];
    expect(linesOf(runs, 99)).toEqual(['one two', 'threefour']);
    expect(textWidth(runs, type, 1)).toBeCloseTo(Math.max(widthOf('one two'), widthOf('three') + widthOf('four')), 9);
    expect(linesOf([{ text: BREAK }, { text: 'one' }], 99)).toEqual(['one']);
    const after = [{ text: 'one' }, { text: BREAK }, { text: 'two ' }, { text: 'three' }];
    expect(linesOf(after, 99)).toEqual(['one', 'two three']);
    expect(piecesIn(after, type).map(({ starts = false }) => starts)).toEqual([false, true, false]);
  });
});

describe('letters in a room', () => {
  const leading = 1.2;
  const lines = (text: string) => wrap(piecesOf(text, font), 99);
  const { ascent, unitsPerEm } = openFont(font);
  /** From the middle of a single line to the top of a capital, and to the lowest point of a p. */
  const top = (one: string) => leading / 2 - ascent / unitsPerEm + (piecesOf(one, font)[0]?.over ?? 0);
  const bottom = (one: string) => ascent / unitsPerEm - leading / 2 + (piecesOf(one, font)[0]?.under ?? 0);

  test('take twice what is farther from the middle, and 0.3 mm on both sides', () => {
    const high = 2 * mm(10 * Math.max(top('H'), bottom('H'))) + 0.6;
    expect(inkHeight(['H'], type, 10, leading)).toBeCloseTo(high, 6);
    const deep = 2 * mm(10 * Math.max(top('p'), bottom('p'))) + 0.6;
    expect(inkHeight(['p'], type, 10, leading)).toBeCloseTo(deep, 6);
    // Lines far from each other: the top of their letters is farther from the middle than the bottom.
    const far = 2 * mm(10 * (top('H') + (2 - leading) / 2)) + 0.6;
    expect(inkHeight(['H'], type, 10, 2)).toBeCloseTo(far, 6);
    // The top of the first line, the bottom of the last one.
    const two = 2 * mm(10 * Math.max(top('H') + leading / 2, bottom('p') + leading / 2)) + 0.6;
    expect(inkHeight(['H', 'p'], type, 10, leading)).toBeCloseTo(two, 6);
  });

  test('fit in so much and no less, or in any height', () => {
    for (const words of ['H', 'p']) {
      const h = inkHeight([words], type, 10, leading);
      expect(inkFits(lines(words), font, 10, { w: 9, h: h + 0.001, leading })).toBe(true);
      expect(inkFits(lines(words), font, 10, { w: 9, h: h - 0.001, leading })).toBe(false);
    }
    expect(inkFits(lines('H'), font, 1e6, { w: 9, leading })).toBe(true);
  });

  test('that are centred are moved by half of what rises and hangs, the same for every title', () => {
    const lift = liftOf(font, 1, leading);
    expect(lift).toBeCloseTo((bottom('p') - top('d')) / 2, 9);
    expect(liftOf(font, 2, leading)).toBeCloseTo(lift, 9);
    const h = 2 * mm(10 * Math.max(top('d') + lift, bottom('p') - lift)) + 0.6;
    for (const [off, fits] of [
      [0.001, true],
      [-0.001, false],
    ] as const) {
      expect(inkFits(lines('dp'), font, 10, { w: 9, h: h + off, leading, centred: true })).toBe(fits);
    }
    // Nothing hangs: what rises is what needs room.
    const risen = 2 * mm(10 * (top('d') + lift)) + 0.6;
    for (const [off, fits] of [
      [0.001, true],
      [-0.001, false],
    ] as const) {
      expect(inkFits(lines('d'), font, 10, { w: 9, h: risen + off, leading, centred: true })).toBe(fits);
    }
    expect(pt(h)).toBeGreaterThan(10 * (top('d') + bottom('p')));
  });
});

test('headings in capitals have a family of their own where the deck names one', () => {
  const label = { ...theme, font: { ...theme.font, label: theme.font.display } };
  expect([fontFamilyOf(theme, true), fontFamilyOf(label, true), fontFamilyOf(label, false)]).toEqual([
    ...[theme.font.text, theme.font.display, theme.font.text],
  ]);
  expect(fontOf({ theme: label, label: true }).family).toBe(theme.font.display);
  expect(fontOf({ theme, label: true }).weight).toBe(700);
  expect(() => fontOf({ theme: { ...theme, fonts: [] } })).toThrow('a deck without fonts');
});

test('titles are set in the display face, wherever the deck has it', () => {
  const turned = { theme: { ...theme, fonts: [...theme.fonts].reverse() }, display: true };
  for (const one of [turned, { theme, display: true }]) {
    expect(fontOf(one)).toMatchObject({ family: theme.font.display, weight: 600 });
  }
});
