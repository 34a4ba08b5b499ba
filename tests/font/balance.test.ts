import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanced } from '../../src/font/balance.ts';
import type { TextLine } from '../../src/font/lines.ts';
import type { Piece } from '../../src/font/pieces.ts';

/** A piece of whole widths, so that sums are exact. */
function piece(text: string, width: number, more: Partial<Piece> = {}): Piece {
  return { text, width, space: 1, over: 0, under: 0, ...more };
}

/** As many words of width 1. */
const words = (count: number) => Array.from({ length: count }, () => piece('a', 1));
const counts = (lines: readonly TextLine[]) => lines.map(({ pieces }) => pieces.length);

describe('of lines that are balanced', () => {
  test('the first ones are the shortest, up to six lines; more are filled from the first on', () => {
    expect(counts(balanced(words(5), 3))).toEqual([1, 2, 2]);
    expect(counts(balanced(words(11), 6))).toEqual([1, 2, 2, 2, 2, 2]);
    expect(counts(balanced(words(13), 7))).toEqual([2, 2, 2, 2, 2, 2, 1]);
    expect(counts(balanced(words(4), 3))).toEqual([2, 2]);
    expect(counts(balanced(words(5), 4))).toEqual([1, 2, 2]);
  });

  test('a single one takes all, whatever its width; no words are no lines', () => {
    expect(counts(balanced(words(5), 1))).toEqual([5]);
    expect(balanced([], 3)).toEqual([]);
  });

  test('no other way to cut them has a shorter longest line, where words are divided too', () => {
    const part = fc.record({ width: fc.integer({ min: 1, max: 4 }), joined: fc.boolean() });
    const parts = fc.array(part, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), (given, count) => {
        const pieces = given.map(({ width, joined }, at) =>
          piece('a', width, { space: joined ? 0 : 1, ...(given[at + 1]?.joined && { hyphen: 1 }) }),
        );
        const lines = balanced(pieces, count);
        expect(lines.flatMap((line) => line.pieces)).toEqual(pieces);
        expect(lines.length).toBeLessThanOrEqual(count);
        expect(longest(lines.map((line) => line.pieces))).toBeLessThan(
          Math.min(...ways(pieces, count).map(longest)) + 0.01,
        );
      }),
      { numRuns: 300 },
    );
  });
});

function longest(lines: readonly (readonly Piece[])[]): number {
  return Math.max(
    ...lines.map((line) =>
      line.reduce((sum, one, at) => sum + one.width + (at > 0 ? one.space : 0), line.at(-1)?.hyphen ?? 0),
    ),
  );
}

/** Every way to cut pieces into at most `count` lines. */
function ways(pieces: readonly Piece[], count: number): (readonly Piece[])[][] {
  if (count === 1 || pieces.length === 1) return [[pieces]];
  const cut = pieces
    .slice(1)
    .flatMap((_, at) => ways(pieces.slice(at + 1), count - 1).map((rest) => [pieces.slice(0, at + 1), ...rest]));
  return [[pieces], ...cut];
}
