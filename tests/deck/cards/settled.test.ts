import path from 'node:path';
import { expect, test } from 'vitest';
import type { Loaded } from '../../../src/deck/deck.ts';
import { openMemory } from '../../../src/read/memory.ts';
import { noReadings, type Readings } from '../../../src/read/readings.ts';
import { type Changes, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

// Cards that an earlier command made are taken as long as all that they were made of is the same.

/** Readings that keep everything, and note which files something was made of anew. */
function remembering(): Readings & { made: string[] } {
  const kept = new Map<string, unknown>();
  const made: string[] = [];
  return {
    made,
    of(source, dir, report, { make, isWhole }) {
      // Only cards: how files are cut is another matter.
      if (!dir.startsWith('cards of ')) return make(report);
      const key = `${source.file}\n${source.text}`;
      if (kept.has(key)) return structuredClone(kept.get(key)) as ReturnType<typeof make>;
      made.push(path.basename(source.file, '.mdx'));
      let isSaid = false;
      const result = make((problem) => {
        isSaid = true;
        report(problem);
      });
      if (!isSaid && isWhole(result)) kept.set(key, result);
      return result;
    },
    save: async () => {},
  };
}

const HONESTY =
  '---\nsuit: value\nnumber: 1\ntitle: Honesty\ngist: We say it\n---\n\n## About\n\n<Count of="suit:value" />\n';
const BASE: Changes = { 'overlay/cards/values/honesty.mdx': HONESTY };

async function load(readings: Readings, changes: Changes): Promise<Loaded> {
  return await withOverlay({ ...BASE, ...changes }, async (root) => {
    const dir = path.join(root, 'overlay');
    return await loadDeck({ dir, root, memory: openMemory(readings), looks });
  });
}

/** Which cards are made again after a change; the deck must be the one that is made anew. */
async function madeAgain(changes: Changes): Promise<string[]> {
  const readings = remembering();
  await load(readings, {});
  readings.made.length = 0;
  const [warm, cold] = [await load(readings, changes), await load(noReadings, changes)];
  expect(warm.problems.map(String)).toEqual(cold.problems.map(String));
  expect(warm.deck?.cards).toEqual(cold.deck?.cards);
  expect(warm.broken).toEqual(cold.broken);
  return readings.made.sort();
}

/** It names no card in `<Pips count="3" />`, so any card may be meant. */
const ALL = 'how-to-play';

const suits = (name: string) =>
  `suits:\n  value:\n    name: Values\n    one: ${name}\n    code: VAL\n    colour: brand\n    face: reference\nlists:\n  market: { public: Public sector }\n`;

test.each<[what: string, changes: Changes, again: readonly string[]]>([
  ['nothing', {}, []],
  ['a body', { 'overlay/cards/values/honesty.mdx': HONESTY.replace('## About\n', '## About\n\nMore.\n') }, ['honesty']],
  [
    'the title of a card that others name',
    { 'overlay/cards/values/honesty.mdx': HONESTY.replace('title: Honesty', 'title: Candor') },
    ['honesty', 'house-pick', ALL],
  ],
  ['the number of cards that are counted', { 'overlay/cards/values/speed.mdx': null }, ['honesty', ALL]],
])('after a change of %s', async (_, changes, again) => {
  expect(await madeAgain(changes)).toEqual(again);
});

test('after a change of its suit, or of what is hidden or retired, which texts may name', async () => {
  expect(await madeAgain({ 'overlay/suits.yaml': suits('Virtue') })).toEqual(
    expect.arrayContaining(['honesty', 'speed']),
  );
  const hidden =
    "name: Acme deck\nversion: 2.0.0\nextends: ../good\nprefix: ACME\nhide: [first-look, function, 'kind:audience,context', blank-pattern]\n";
  expect(await madeAgain({ 'overlay/deck.yaml': hidden })).toContain('because-you-row');
  expect(await madeAgain({ 'overlay/retired.yaml': 'old-card: honesty\n' })).toContain('house-pick');
});
