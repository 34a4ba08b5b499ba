import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shown, withDeck } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

const settings = await readFile(path.join(import.meta.dirname, '../../fixtures/good/deck.yaml'), 'utf8');

/** The small deck with more in its deck.yaml. */
async function load(more: string) {
  return await withDeck({ 'deck.yaml': `${settings}${more}` }, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    return { deck, problems: problems.map(shown) };
  });
}

describe('how a deck is printed', () => {
  test('sets, the printer’s shift and the press are read', async () => {
    const { deck, problems } = await load(
      `sets:\n  one-day: { only: ['suit:level', 'id:cover'], copies: { feature: 4 } }\nbackOffset: { x: 0.8, y: -0.5 }\npress: press/ours.icc\n`,
    );
    expect(problems).toEqual([]);
    expect(deck?.sets).toEqual({ 'one-day': { only: ['suit:level', 'id:cover'], copies: { feature: 4 } } });
    expect(deck).toMatchObject({ backOffset: { x: 0.8, y: -0.5 }, press: 'press/ours.icc' });
  });

  test.each([
    [
      `sets:\n  day: { only: ['suit:levle'] }\n`,
      'deck/deck.yaml:7:17 error deck/set The set "day": No card has suit:levle. Did you mean "level"? Values: extra, pattern, level, ingredient.',
    ],
    [
      `sets:\n  day: { only: [cover] }\n`,
      'deck/deck.yaml:7:17 error deck/set The set "day": "cover" is not key:value. Did you mean id:cover?',
    ],
    [
      `sets:\n  day: { copies: { featur: 2 } }\n`,
      'deck/deck.yaml:7:20 error deck/set The set "day" counts a card "featur", which the deck has not. Did you mean "feature"?',
    ],
    [
      `backOffset: { x: 80, y: 0 }\n`,
      'deck/deck.yaml:6:18 error deck/value "backOffset › x" is 80; it must be at most 10.',
    ],
    [
      `backOffset: 0.8\n`,
      'deck/deck.yaml:6:13 error deck/value "backOffset" must be a group of keys and values; it is 0.8.',
    ],
    [`press: ../icc/x.icc\n`, 'deck/deck.yaml:6:8 error deck/value "press" must be a file inside the deck’s folder.'],
    [`press: /etc/x.icc\n`, 'deck/deck.yaml:6:8 error deck/value "press" must be a file inside the deck’s folder.'],
  ])('%s', async (more, problem) => {
    expect((await load(more)).problems).toEqual([problem]);
  });
});
