import { describe, expect, test } from 'vitest';
import { balance, evenWidth, fitted, lineCount, textWidth } from '../../../layouts/kit/measure.ts';

describe('balance', () => {
  test('cuts at spaces so that the longest line is as short as can be', () => {
    expect(balance('Personalization Off Switch', 'display', 2)).toEqual(['Personalization', 'Off Switch']);
    expect(balance('A row of picks labeled with its reason', 'text', 2)).toEqual([
      'A row of picks labeled',
      'with its reason',
    ]);
  });

  test('gives fewer lines where a text has fewer words', () => {
    expect(balance('Detractor', 'display', 3)).toEqual(['Detractor']);
  });
});

describe('fitted', () => {
  test('takes a smaller size before a further line', () => {
    const width = textWidth('Because-You Row', 'display', 15);
    expect(fitted('Because-You Row', 'display', [16, 15], width)).toEqual({ lines: ['Because-You Row'], size: 15 });
  });

  test('breaks into balanced lines in the largest size where one line is too long', () => {
    const width = textWidth('Personalization', 'display', 16);
    const given = fitted('Personalization Off Switch', 'display', [16, 15], width);
    expect(given).toEqual({ lines: ['Personalization', 'Off Switch'], size: 16 });
  });

  test('falls back to the smallest size for a word wider than the card', () => {
    expect(fitted('Donaudampfschifffahrtsgesellschaft', 'display', [16, 15], 60).size).toBe(15);
  });
});

describe('lineCount', () => {
  test('keeps what a no-break space joins on one line', () => {
    const width = textWidth('Reward OFR', 'text', 8);
    expect(lineCount('Reward OFR 85', 'text', 8, width)).toBe(2);
    expect(lineCount('Reward OFR\u00a085', 'text', 8, width)).toBe(2);
    expect(lineCount('Reward', 'text', 8, width)).toBe(1);
  });
});

describe('evenWidth', () => {
  test('narrows a column until the last line is no lonely word', () => {
    const text = 'It fills one component and nothing besides it now';
    const width = textWidth('It fills one component and nothing besides it', 'text', 8) + 0.1;
    expect(lineCount(text, 'text', 8, width)).toBe(2);
    const even = evenWidth(text, 'text', 8, width);
    expect(even).toBeLessThan(width);
    expect(lineCount(text, 'text', 8, even)).toBe(2);
  });

  test('leaves a single line alone', () => {
    expect(evenWidth('One line', 'text', 8, 200)).toBe(200);
  });
});
