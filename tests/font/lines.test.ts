import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/font/balance.ts';
import { evenLines } from '../../src/font/even.ts';
import { fitted } from '../../src/font/fit.ts';
import { lineCount, lineText, textWidth, wrap } from '../../src/font/lines.ts';
import { fontOf, type Type } from '../../src/font/type.ts';
import { liberation, sourceCode } from '../fixtures/fonts.ts';
import { theme } from '../fixtures/theme.ts';

const display = { theme, display: true };
const text = { theme };
const bold = { theme, weight: 700 } as const;

/** A room as wide as a text in a size, and as high as need be. */
function asWideAs(words: string, size: number) {
  return { w: ((textWidth(words, display, size) + 0.06) / 72) * 25.4, leading: 1.08 };
}

describe('textWidth', () => {
  test('is that of the deck’s own font, letters with marks too', () => {
    expect(textWidth('AUTENTICAÇÃO K', display, 16)).toBeCloseTo(textWidth('AUTENTICACAO K', display, 16), 6);
  });

  test('counts what the font kerns, inside words and beside spaces', () => {
    const apart = ['A', 'V'].reduce((sum, letter) => sum + textWidth(letter, text, 10), 0);
    expect(textWidth('AV', text, 10)).toBeLessThan(apart);
  });

  test('sets each run of a text in its own weight; what has no space between stays together', () => {
    const runs = [{ text: 'Mature', weight: 700 }, { text: ', people' }] as const;
    const sum = textWidth('Mature', bold, 9) + textWidth(', people', text, 9);
    expect(textWidth(runs, text, 9)).toBeCloseTo(sum, 6);
    expect(lineCount(runs, text, 9, textWidth('Mature', bold, 9) + 0.1)).toBe(2);
  });
});

describe('a font with others for what it lacks', () => {
  const [first, ...rest] = theme.fonts;
  const greek = { family: 'G', weight: 400, italic: false, path: 'g.ttf', data: liberation('Regular') };
  const mixed: Type = { theme: { ...theme, fonts: [...(first ? [{ ...first, fallbacks: [greek] }] : []), ...rest] } };
  const only = { theme: { ...theme, font: { ...theme.font, text: 'G' }, fonts: [greek] } };

  test('sets each word in the first that has all of it', () => {
    expect(textWidth('ζωή', mixed, 10)).toBeCloseTo(textWidth('ζωή', only, 10), 6);
    // The first has μ.
    expect(textWidth('μωρό', mixed, 10)).toBeCloseTo(textWidth('μωρό', only, 10), 6);
    expect(textWidth('Word', mixed, 10)).toBeCloseTo(textWidth('Word', text, 10), 6);
    expect(textWidth('Hζ', mixed, 10)).toBeCloseTo(textWidth('Hζ', only, 10), 6);
  });
});

describe('fontOf', () => {
  test('takes the nearest font where the deck has none of a weight', () => {
    expect(fontOf({ theme, weight: 700, italic: true }).path).toMatch(/-Italic\.ttf$/);
  });
});

describe('balance', () => {
  test('cuts at spaces so that the longest line is as short as can be', () => {
    expect(balance('Personalization Off Switch', display, 2)).toEqual(['Personalization', 'Off Switch']);
    expect(balance('A row of picks labeled with its reason', text, 2)).toEqual([
      'A row of picks labeled',
      'with its reason',
    ]);
  });

  test('gives fewer lines where a text has fewer words', () => {
    expect(balance('Detractor', display, 3)).toEqual(['Detractor']);
  });

  test('keeps all words in their order, and no other way to cut them has a shorter longest line', () => {
    const word = fc.constantFrom('a', 'on', 'map', 'team', 'label', 'reason', 'kitchen', 'personalization');
    const words = fc.array(word, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (given, count) => {
        const lines = balance(given.join(' '), text, count);
        expect(lines.join(' ')).toBe(given.join(' '));
        expect(lines.length).toBeLessThanOrEqual(count);
        expect(longest(lines)).toBeLessThanOrEqual(Math.min(...ways(given, count).map(longest)) + 0.001);
      }),
      { numRuns: 60 },
    );
  });

  test('ten thousand words are cut as one is', () => {
    const words = 'kitchen '.repeat(10_000).trim();
    expect(balance(words, text, 3).join(' ')).toBe(words);
  });
});

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => textWidth(line, text, 1)));
}

/** Every way to cut words into at most `count` lines. */
function ways(words: readonly string[], count: number): string[][] {
  if (count === 1 || words.length === 1) return [[words.join(' ')]];
  const cut = words.slice(1).flatMap((_, at) => {
    const first = words.slice(0, at + 1).join(' ');
    return ways(words.slice(at + 1), count - 1).map((rest) => [first, ...rest]);
  });
  return [[words.join(' ')], ...cut];
}

describe('fitted', () => {
  test('takes a smaller size before a further line', () => {
    const given = fitted('Because-You Row', display, { sizes: [16, 15] }, asWideAs('Because-You Row', 15));
    expect(given).toEqual({ lines: ['Because-You Row'], size: 15, leading: 1.08, fits: true });
  });

  test('breaks into balanced lines in the largest size where one line is too long', () => {
    const given = fitted('Personalization Off Switch', display, { sizes: [16, 15] }, asWideAs('Personalization', 16));
    expect(given).toEqual({ lines: ['Personalization', 'Off Switch'], size: 16, leading: 1.08, fits: true });
  });

  test('takes one of the smaller sizes when nothing else fits, and the smallest for a word wider than the card', () => {
    const steps = { sizes: [16, 15], smaller: [14, 12, 10] };
    expect(fitted('AUTHENTIFICATION', display, steps, asWideAs('AUTHENTIFICATION', 12)).size).toBe(12);
    expect(fitted('Donaudampfschifffahrtsgesellschaft', display, steps, asWideAs('Donau', 10)).size).toBe(10);
  });

  test('letters that hang below the last line have room too', () => {
    const steps = { sizes: [16, 15, 14, 13, 12] };
    const room = { ...asWideAs('collywobbles', 16), h: 12.1 };
    expect(fitted('A case of the collywobbles', display, steps, room).size).toBeLessThan(16);
    expect(fitted('A case of the misers', display, { sizes: [16, 15, 14, 13, 12] }, room).size).toBe(16);
  });
});

describe('fitted, where letters of two lines would touch', () => {
  const [code] = [sourceCode('ttf')].map((data) => ({
    family: 'Fraunces',
    weight: 600,
    italic: false,
    path: '',
    data,
  }));
  const vietnamese = { theme: { ...theme, fonts: code ? [code] : [] }, display: true };
  const room = { w: 45, leading: 1.08, align: 'center' } as const;
  const steps = { sizes: [16, 15], smaller: [12, 10] };
  const set = (title: string) => fitted(title, vietnamese, steps, room);

  test('sets them as far apart as they need, and no further', () => {
    expect(set('Nguyễn Quỳnh Ấp Bắc Mỹ')).toMatchObject({ lines: ['Nguyễn Quỳnh', 'Ấp Bắc Mỹ'], size: 16 });
    expect(set('Nguyễn Quỳnh Ấp Bắc Mỹ').leading).toBeGreaterThan(1.12);
    // As much hangs, and rises, but not over one another.
    expect(set('Nguyễn Quỳnh Ap Bac Mỹ Ấ').leading).toBe(1.08);
  });

  test('takes a smaller size where that is too high', () => {
    const heights = Array.from({ length: 60 }, (_, at) => 10 + at / 10);
    const size = (title: string, h: number) => fitted(title, vietnamese, steps, { ...room, h, centred: true }).size;
    expect(heights.some((h) => size('Nguyễn Quỳnh Ấp Bắc Mỹ', h) < size('Nguyễn Quỳnh Ap Bac Mỹ Ấ', h))).toBe(true);
  });
});

describe('fitted, where there is less room', () => {
  const title = 'Personalization Off Switch';
  const one = asWideAs(title, 10).w;

  test('a look’s sizes for more than one line stand for the others there, and only there', () => {
    const steps = { sizes: [16, 15], further: [12, 11] };
    expect(fitted(title, display, steps, asWideAs('Personalization', 16))).toMatchObject({ size: 12, fits: true });
    expect(fitted('Personalization', display, steps, asWideAs('Personalization', 16)).size).toBe(16);
  });

  test('a line is as wide as its room less what the renderer rounds', () => {
    const mm = (points: number) => (points / 72) * 25.4;
    const width = textWidth(title, display, 10);
    for (const [more, size] of [
      [0.051, 10],
      [0.049, 9],
    ] as const) {
      const room = { w: mm(width + more), leading: 1.08 };
      expect(fitted('Switch', display, { sizes: [10] }, room).fits).toBe(true);
      expect(fitted(title, display, { sizes: [10, 9] }, room)).toEqual({
        lines: [title],
        size,
        leading: 1.08,
        fits: true,
      });
    }
  });

  test('what is too high everywhere is set as low as can be, and said', () => {
    const low = { w: one + 1, h: 1, leading: 1.08 };
    expect(fitted(title, display, { sizes: [16, 10] }, low)).toEqual({
      lines: [title],
      size: 10,
      leading: 1.08,
      fits: false,
    });
    expect(fitted(title, display, { sizes: [16, 10], smaller: [9, 8] }, low)).toMatchObject({ size: 8, fits: false });
    // Two lines in 5 points are lower than one in 11.
    const flat = { w: asWideAs(title, 11).w, h: 1, leading: 1.08 };
    expect(fitted(title, display, { sizes: [11], further: [5] }, flat)).toMatchObject({ size: 5, fits: false });
  });

  test('what is too wide everywhere is set in the smallest size, and said', () => {
    // Wide enough for the second line.
    const narrow = { ...asWideAs('Off Switch', 8), h: 90 };
    expect(fitted(title, display, { sizes: [16, 10], smaller: [9, 8] }, narrow)).toEqual({
      lines: ['Personalization', 'Off Switch'],
      size: 8,
      leading: 1.08,
      fits: false,
    });
  });

  test('a word is divided only where it is too wide in the smallest size', () => {
    const steps = { sizes: [16], smaller: [10] };
    const room = (size: number) => ({ w: asWideAs('Kitchen_Counter', size).w, h: 90, leading: 1.08 });
    expect(fitted('Kitchen_Counter', display, steps, room(10))).toMatchObject({ lines: ['Kitchen_Counter'], size: 10 });
    // As wide as its room to the last hundredth: the renderer would break it anywhere.
    const tight = { ...room(10), w: room(10).w - 0.015 };
    expect(fitted('Kitchen_Counter', display, steps, tight)).toMatchObject({
      lines: ['Kitchen_', 'Counter'],
      fits: true,
    });
    expect(fitted('Kitchen_Counter', display, steps, room(9.9))).toMatchObject({
      lines: ['Kitchen_', 'Counter'],
      size: 16,
    });
  });
});

describe('lineCount', () => {
  test('a break begins a line where it stands, not wherever the words after it come again', () => {
    const words = { text: 'words that come again' };
    expect(lineCount([{ text: 'Before' }, { text: '\n' }, words], text, 9, 500)).toBe(2);
    expect(lineCount([{ text: 'Before ' }, words], text, 9, 500)).toBe(1);
  });

  test('keeps what a no-break space joins on one line', () => {
    const width = textWidth('Reward OFR', text, 8) + 0.01;
    expect(lineCount('Reward OFR 85', text, 8, width)).toBe(2);
    expect(lineCount('Reward OFR\u00a085', text, 8, width)).toBe(2);
    expect(lineCount('Reward', text, 8, width)).toBe(1);
  });
});

describe('a line', () => {
  const piece = (name: string, more: object = {}) => ({ text: name, width: 2, space: 1, over: 0, under: 0, ...more });
  const set = (pieces: Parameters<typeof wrap>[0], width: number) => wrap(pieces, width).map(lineText);

  test('takes what fits, be it exactly', () => {
    const words = ['a', 'b', 'c', 'd'].map((name) => piece(name));
    expect(set(words, 8)).toEqual(['a b c', 'd']);
    expect(set(words, 7.9)).toEqual(['a b', 'c d']);
    expect(set(words, 4.9)).toEqual(['a', 'b', 'c', 'd']);
    expect(set(words, 1)).toEqual(['a', 'b', 'c', 'd']);
    expect(wrap(words, 8).map(({ width }) => width)).toEqual([8, 2]);
  });

  test('has room for its hyphen, which counts at its end alone', () => {
    const word = [piece('a'), piece('Per', { hyphen: 0.5 }), piece('son', { space: 0 })];
    expect(set(word, 5.5)).toEqual(['a Per-', 'son']);
    expect(set(word, 5.4)).toEqual(['a', 'Person']);
    expect(wrap(word, 5.5).map(({ width }) => width)).toEqual([5.5, 2]);
    expect(wrap(word, 7).map(({ width }) => width)).toEqual([7]);
  });

  test('of its own begins where its author has broken the text', () => {
    expect(set([piece('a'), piece('b', { starts: true }), piece('c')], 99)).toEqual(['a', 'b c']);
  });
});

describe('evenLines', () => {
  test('ends a text in two words where that takes no further line', () => {
    const words = 'It fills one component and nothing besides it now';
    const width = textWidth('It fills one component and nothing besides it', text, 8) + 0.1;
    expect(lineCount(words, text, 8, width)).toBe(2);
    const lines = evenLines(words, text, 8, width);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.split(' ').length).toBeGreaterThan(1);
  });

  test('breaks two lines in their middle where the last word is long', () => {
    const width = textWidth('Unbounce Dynamic Text', text, 8) * 1.4;
    expect(evenLines('Unbounce Dynamic Text Replacement', text, 8, width)).toEqual([
      'Unbounce Dynamic',
      'Text Replacement',
    ]);
  });

  test('counts what is set in bold as wider', () => {
    const width = textWidth('Freeze measure and date', text, 8) + 0.1;
    expect(evenLines('Freeze measure and date', text, 8, width)).toHaveLength(1);
    expect(evenLines([{ text: 'Freeze measure', weight: 700 }, { text: ' and date' }], text, 8, width)).toHaveLength(2);
  });

  test('ends in a third of the column, not in two short words', () => {
    const words = 'Kitchen counter drawer cupboard shelf oven i l';
    const width = textWidth('Kitchen counter drawer cupboard shelf oven', text, 8) + 0.1;
    expect(evenLines(words, text, 8, width)).toEqual(['Kitchen counter drawer cupboard', 'shelf oven i l']);
    const longer = evenLines('Kitchen counter drawer cupboard shelf oven counter drawer', text, 8, width);
    expect(longer).toEqual(['Kitchen counter drawer cupboard shelf oven', 'counter drawer']);
  });

  test('leaves it as it is where that would take a further line, or where nothing helps', () => {
    const width = textWidth('kitchen kitchen', text, 8) + 0.1;
    expect(evenLines('kitchen kitchen kitchen', text, 8, width)).toEqual(['kitchen kitchen', 'kitchen']);
    expect(evenLines('a kitchen', text, 8, 2)).toEqual(['a', 'kitchen']);
  });

  test('looks at the last of three lines too, and takes none to three', () => {
    const width = textWidth('Kitchen counter drawer', text, 8) + 0.1;
    expect(evenLines('Kitchen counter drawer cupboard shelf oven knives', text, 8, width)).toEqual([
      ...['Kitchen counter', 'drawer cupboard shelf', 'oven knives'],
    ]);
    // Narrower, they would be three, of which the last would fill a third.
    const wide = textWidth('An internationalization', text, 8) + 0.1;
    expect(evenLines('An internationalization we do', text, 8, wide)).toEqual(['An internationalization', 'we do']);
  });

  test('counts what the renderer rounds', () => {
    const width = textWidth('Kitchen counter', text, 8);
    expect(evenLines('Kitchen counter', text, 8, width)).toEqual(['Kitchen', 'counter']);
    expect(evenLines('Kitchen counter', text, 8, width + 0.051)).toEqual(['Kitchen counter']);
  });

  test('leaves a single line alone', () => {
    expect(evenLines('One line', text, 8, 200)).toEqual(['One line']);
  });
});
