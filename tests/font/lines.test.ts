import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/font/balance.ts';
import { evenLines } from '../../src/font/even.ts';
import { fitted } from '../../src/font/fit.ts';
import { lineCount, textWidth } from '../../src/font/lines.ts';
import { fontOf, type Type } from '../../src/font/type.ts';
import { liberation } from '../fixtures/fonts.ts';
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
    expect(given).toEqual({ lines: ['Because-You Row'], size: 15, fits: true });
  });

  test('breaks into balanced lines in the largest size where one line is too long', () => {
    const given = fitted('Personalization Off Switch', display, { sizes: [16, 15] }, asWideAs('Personalization', 16));
    expect(given).toEqual({ lines: ['Personalization', 'Off Switch'], size: 16, fits: true });
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

  test('leaves a single line alone', () => {
    expect(evenLines('One line', text, 8, 200)).toEqual(['One line']);
  });
});
