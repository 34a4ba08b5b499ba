import path from 'node:path';
import { expect, test } from 'vitest';
import type { Loaded } from '../../../src/deck/deck.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import { openMemory } from '../../../src/read/memory.ts';
import { noReadings, type Readings } from '../../../src/read/readings.ts';
import { type Changes, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks as small } from '../../fixtures/looks.ts';

// Cards, boards, worksheets and chapters that an earlier command made are taken as long as all that they were made of is the same.

/** Readings that keep everything, and note which files something was made of anew. */
function remembering(): Readings & { made: string[] } {
  const kept = new Map<string, unknown>();
  const made: string[] = [];
  return {
    made,
    of(source, dir, report, { make, isWhole }) {
      // How files are cut is another matter.
      const [kind] = /^(cards|texts)(?= of )/u.exec(dir) ?? [];
      if (!kind) return make(report);
      const key = `${kind}\n${source.file}\n${source.text}`;
      if (kept.has(key)) return structuredClone(kept.get(key)) as ReturnType<typeof make>;
      made.push(`${kind === 'cards' ? '' : 'text '}${path.basename(source.file, '.mdx')}`);
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
const OVERRIDE = `---
base: sha256-69b553e023a75623178b4603af2d53690f46f85d4f1e8e546b3e9fdea6568280
copies: 1
---

## How it works

It opens now.
`;
const MAP =
  '---\ntitle: Map\nlead: Place them.\ncolour: brand\nsize: a3\n---\n\n## First\n\n<Index of="suit:value" />\n';
const BASE: Changes = {
  'overlay/cards/values/honesty.mdx': HONESTY,
  'overlay/boards/map.mdx': MAP,
  'overlay/worksheets/votes.mdx':
    '---\ntitle: Votes\nlead: Count them.\ncolour: brand\n---\n\n## Seen\n\n<Tick id="one" label="One" />\n',
  'overlay/guide/start.mdx':
    '---\ntitle: Start\norder: 1\n---\n\n## First\n\nLay out <Board id="map" /> and <Card id="honesty" />.\n',
};
/** With looks of boards and worksheets, which are not drawn here. */
const looks: Looks = { ...small, boards: { areas: { Page: () => null } }, worksheets: { sheet: { Page: () => null } } };

const COLOUR = '{"colour":{"ink":{"$value":"#1b1b1b"},"brand":{"$value":"#8a1c4a"},"other":{"$value":"#8a1c4a"}}}';

/** Texts that may name anything: when a card has another title, or there is another one, all of them are read again. */
const PAGES = ['text map', 'text start', 'text votes'];

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
  for (const key of ['cards', 'boards', 'worksheets', 'guide', 'suits'] as const) {
    expect(warm.deck?.[key]).toEqual(cold.deck?.[key]);
  }
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
    ['honesty', 'house-pick', ALL, 'text honesty', ...PAGES],
  ],
  ['the number of cards that are counted', { 'overlay/cards/values/speed.mdx': null }, ['honesty', ALL, ...PAGES]],
  [
    'the front matter of a card',
    { 'overlay/cards/values/honesty.mdx': HONESTY.replace('We say it', 'We do') },
    ['honesty', 'text honesty'],
  ],
  ['an override', { 'overlay/overrides/first-look.mdx': OVERRIDE }, ['first-look']],
  ['the text of a board', { 'overlay/boards/map.mdx': `${MAP}\nMore.\n` }, ['text map']],
  [
    'the title of a board that a chapter names',
    { 'overlay/boards/map.mdx': MAP.replace('title: Map', 'title: Plan') },
    PAGES,
  ],
  ['a colour', { 'overlay/tokens.json': COLOUR }, PAGES],
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
