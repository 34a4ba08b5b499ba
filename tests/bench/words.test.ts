import { describe, expect, test } from 'vitest';
import { compareWords, wordsIn } from './words.ts';

describe('words', () => {
  test('are runs of letters and digits, whatever the signs between them', () => {
    expect(wordsIn('Netﬂix “Because you watched”, 2 × Donau\u00addampf — Größe')).toEqual([
      ...['netflix', 'because', 'you', 'watched', '2', 'donaudampf', 'größe'],
    ]);
  });

  test('are lost as often as they are missing', () => {
    expect(compareWords('the row and the name and the rest', 'the row and name')).toEqual({
      lost: ['the', 'and', 'the', 'rest'],
      more: [],
    });
  });

  test('that are divided are there, once', () => {
    expect(compareWords('watching now watching', 'wat- ching now').lost).toEqual(['watching']);
    expect(compareWords('Look out', 'L O O K out now')).toEqual({ lost: [], more: ['now'] });
  });

  test('of one letter are not taken from others whose letters are set apart', () => {
    expect(compareWords('Ask a friend', 'A S K a friend')).toEqual({ lost: [], more: [] });
  });

  test('are not made of parts with others between them', () => {
    expect(compareWords('watching', 'wat now ching')).toEqual({ lost: ['watching'], more: ['wat', 'now', 'ching'] });
  });
});
