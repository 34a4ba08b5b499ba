import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { error, type Problem } from '../../src/model/problem.ts';
import { openMemory, within } from '../../src/read/memory.ts';
import { shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks as small } from '../fixtures/looks.ts';
import { cardsRead, notedMemory } from '../fixtures/noted-memory.ts';

const Page = () => null;
const looks = {
  ...small,
  boards: { areas: { areas: { min: 1, max: 3 }, Page } },
  worksheets: { sheet: { Page } },
};

const CARD = 'cards/patterns/rec/because-you-row.mdx';

/** Loads the good deck, changes it, and loads it again with what the first load left. */
async function twice(change: (dir: string) => Promise<unknown>, files: Record<string, string> = {}) {
  return await withDeck(files, async (root) => {
    const dir = path.join(root, 'deck');
    const { memory, made } = notedMemory();
    const first = await loadDeck({ dir, root, looks, memory });
    await change(dir);
    made.clear();
    const second = await loadDeck({ dir, root, looks, memory });
    const anew = await loadDeck({ dir, root, looks });
    expect(second.problems.map(shown)).toEqual(anew.problems.map(shown));
    expect(second.deck).toEqual(anew.deck);
    expect(inLanguages(second)).toEqual(inLanguages(anew));
    return { first, second, made, read: cardsRead({ made }, second.deck) };
  });
}

/** A deck in its further languages, with what is wrong there. */
const inLanguages = ({ further }: Awaited<ReturnType<typeof loadDeck>>) =>
  further.map(({ deck, cards, lacking, problems }) => ({ deck, cards, lacking, problems: problems.map(shown) }));

async function edit(dir: string, from: RegExp, to: string, name = CARD): Promise<void> {
  const file = path.join(dir, name);
  const text = await readFile(file, 'utf8');
  await writeFile(`${file}~`, text.replace(from, to));
  await rename(`${file}~`, file);
}

const COUNTING = `---
suit: extra
title: How to play
---

## Front

<Count of="suit:pattern" copies="yes" /> cards.

## Back

Words.
`;
const COUNTED = { 'cards/extras/how-to-play.mdx': COUNTING };
const WEL = 'cards/patterns/wel/first-look.mdx';

/** Texts that name a card, a board and each other. */
const PAGES = {
  'boards/gap.mdx': '---\ntitle: The Gap\n---\n\n## Today\n<Card id="because-you-row" />\n',
  'worksheets/plan.mdx': '---\ntitle: The Plan\n---\n\n## Today\n<Card id="because-you-row" />\n',
  'guide/how.mdx': '---\ntitle: How\norder: 1\n---\n\n## One\n<Board id="gap" />, <Card id="because-you-row" />\n',
  'guide/why.mdx': '---\ncard: because-you-row\norder: 2\n---\n\n## One\n<Chapter id="how" />\n',
};

/** A set, and an activity of the day, of the cards that a query means. */
function asking(query: string): Record<string, string> {
  const set = `sets:\n  mine: { only: ['${query}'] }\n`;
  const activity = `{ when: day, minutes: 30, on: [teams], cards: ['${query}'] }`;
  return {
    'deck.yaml': `name: Small deck\nversion: 1.2.3\ndate: 2026-01-31\nprints: [a4]\ncredit: Made for tests\n${set}`,
    'day.yaml': `groups:\n  teams: { 6: 2 }\nactivities:\n  function: ${activity}\nstart: '9:00'\nagendas:\n  1: [[[function]]]\n`,
  };
}

describe('a deck that is loaded again', () => {
  test('is the same objects where nothing changed', async () => {
    const { first, second, read } = await twice(async () => undefined);
    expect(read).toEqual([]);
    expect(second.deck?.cards).toEqual(first.deck?.cards);
    for (const part of ['theme', 'suits', 'glyphs', 'pictures'] as const) {
      expect(second.deck?.[part]).toBe(first.deck?.[part]);
    }
  });

  test('reads only the card that was saved', async () => {
    const { read } = await twice((dir) => edit(dir, /^gist:.*$/mu, 'gist: Another gist'));
    expect(read).toEqual(['because-you-row']);
  });

  // Settings were another object each time, and with them the deck's own words: all cards were read again at each save.
  test('reads only the card that was saved also where the deck has words of its own', async () => {
    const { first, read } = await twice((dir) => edit(dir, /^gist:.*$/mu, 'gist: Another gist'), {
      'locales/en-US/ui.yaml': 'fields:\n  stage: Lives as\n',
    });
    expect(first.problems.map(shown)).toEqual([]);
    expect(read).toEqual(['because-you-row']);
  });

  test('says the problems of what it does not read again', async () => {
    const { second } = await twice((dir) => edit(dir, /^gist:.*$/mu, `gist: ${'long '.repeat(20)}`));
    expect(second.problems.map((one) => one.ruleId)).toEqual(['over-budget']);
  });

  test('has the card that was read again alone, and says what is wrong with it', async () => {
    await withDeck({}, async (root) => {
      const dir = path.join(root, 'deck');
      const memory = openMemory();
      const first = await loadDeck({ dir, root, looks, memory });
      await edit(dir, /^gist:.*$/mu, `gist: ${'long '.repeat(20)}`);
      const card = await first.again?.(path.join(dir, CARD));
      expect(card?.gist).toContain('long long');
      const second = await loadDeck({ dir, root, looks, memory });
      expect(second.deck?.cards.find(({ id }) => id === 'because-you-row')).toBe(card);
      expect(second.problems.map((one) => one.ruleId)).toEqual(['over-budget']);
    });
  });

  test('has the same cards where they are read again with other layouts, and are as they were', async () => {
    await withDeck({ ...PAGES, 'locales/en-US/ui.yaml': 'fields:\n  stage: Lives as\n' }, async (root) => {
      const place = { dir: path.join(root, 'deck'), root, memory: openMemory() };
      const first = await loadDeck({ ...place, looks });
      const faces = Object.entries(looks.faces).map(([name, look]) => [name, { ...look }] as const);
      const second = await loadDeck({ ...place, looks: { ...looks, faces: Object.fromEntries(faces) } });
      expect(second.deck?.cards.map((card, at) => card === first.deck?.cards[at])).not.toContain(false);
      for (const part of ['facets', 'suits', 'words', 'boards', 'guide'] as const) {
        expect(second.deck?.[part], part).toBe(first.deck?.[part]);
      }
    });
  });

  test('reads the cards that name a renumbered one in their text', async () => {
    const { first, read } = await twice((dir) => edit(dir, /^number:.*$/mu, 'number: 77'));
    const naming = (first.deck?.cards ?? []).filter((card) =>
      JSON.stringify(card.sections).includes('because-you-row'),
    );
    expect(read.sort()).toEqual([...new Set(['because-you-row', ...naming.map((card) => card.id)])].sort());
  });

  test('keeps boards, worksheets and chapters where a card is saved that they name', async () => {
    const { first, second } = await twice((dir) => edit(dir, /^gist:.*$/mu, 'gist: Another gist'), PAGES);
    expect(first.problems.map(shown)).toEqual([]);
    expect([first.deck?.boards?.length, first.deck?.worksheets?.length, first.deck?.guide?.length]).toEqual([1, 1, 2]);
    for (const part of ['boards', 'worksheets', 'guide'] as const) {
      expect(second.deck?.[part], part).toBe(first.deck?.[part]);
    }
  });

  test.each([
    ['board', 'boards/gap.mdx', /The Gap/u, 'The Hole'],
    ['chapter', 'guide/how.mdx', /^title: How$/mu, 'title: In which way'],
    ['card', CARD, /^title:.*$/mu, 'title: Because of you'],
  ])('gives a chapter the title of a %s that was renamed', async (_, file, from, to) => {
    const { first, second } = await twice((dir) => edit(dir, from, to, file), PAGES);
    expect(second.deck?.guide).not.toEqual(first.deck?.guide);
  });

  test.each([
    ['family', CARD, /^family: REC$/mu, 'family: WEL', 'family:REC'],
    [
      'kind',
      'cards/ingredients/context/mid-task.mdx',
      /^kind: context\nnumber: 1$/mu,
      'kind: audience\nnumber: 2',
      'kind:context',
    ],
  ])('asks a set and the day again where a card has another %s', async (_, file, from, to, query) => {
    const { first, second } = await twice((dir) => edit(dir, from, to, file), asking(query));
    expect(first.problems.map(shown)).toEqual([]);
    expect(second.problems.map((one) => one.ruleId)).toEqual(expect.arrayContaining(['set', 'unknown']));
  });

  test('asks sets again when they are saved', async () => {
    const { second } = await twice((dir) => edit(dir, /family:REC/u, 'family:RCE', 'deck.yaml'), asking('family:REC'));
    expect(second.problems.map((one) => one.ruleId)).toEqual(['set']);
  });

  test('counts a card with another number of copies', async () => {
    const { read } = await twice((dir) => edit(dir, /^copies: 2$/mu, 'copies: 5', WEL), COUNTED);
    expect(read).toEqual(expect.arrayContaining(['first-look', 'how-to-play']));
  });

  test('reads colours again', async () => {
    const { first, second } = await twice((dir) => edit(dir, /#[0-9a-f]{6}/iu, '#123456', 'tokens.json'));
    expect(Object.values(second.deck?.theme.colour ?? {})).toContain('#123456');
    expect(second.deck?.theme.fonts).toBe(first.deck?.theme.fonts);
  });
});

describe('a deck in two languages that is loaded again', () => {
  const settings = 'name: Small deck\nversion: 1.2.3\ndate: 2026-01-31\nprints: [a4]\ncredit: Made for tests\n';
  const [own, other] = ['locales/de/because-you-row.mdx', 'locales/de/first-look.mdx'];
  const german = (missing: string) => ({
    'deck.yaml': `${settings}languages: [de]\nmissing: ${missing}\n`,
    'locales/de/ui.yaml': 'sections: { Definition: Erklärung }\nsuits: { level: { name: Ebenen, one: Ebene } }\n',
    [own]: `---\ntitle: Weil du\nsource: sha256-${'0'.repeat(64)}\n---\n`,
    [other]: `---\ntitle: Erster Blick\nsource: sha256-${'0'.repeat(64)}\n---\n`,
  });
  const gist = [/^gist:.*$/mu, 'gist: Another gist', CARD] as const;

  test.each(['fall-back', 'skip'])('reads only the card that was saved, in each, where others %s', async (missing) => {
    const { first, made } = await twice((dir) => edit(dir, ...gist), german(missing));
    expect(first.further[0]?.cards.filter(({ state }) => state === 'changed')).toHaveLength(2);
    expect([...made].filter((name) => /^(?:de )?(?:card|translated|draft) /u.test(name)).sort()).toEqual([
      expect.stringMatching(/^card .*because-you-row\.mdx$/u),
      expect.stringMatching(/^de card .*because-you-row\.mdx$/u),
      expect.stringMatching(/^de draft .*because-you-row\.mdx$/u),
      expect.stringMatching(/^de translated .*because-you-row\.mdx$/u),
      expect.stringMatching(/^draft .*because-you-row\.mdx$/u),
    ]);
  });

  test.each<[string, string, RegExp, string]>([
    ['a translation', own, /Weil du/u, 'Darum'],
    ['the key of a text', own, /^title:.*$/mu, 'gist: Darum'],
    ['a heading', 'locales/de/ui.yaml', /Erklärung/u, 'Begriff'],
    ["a suit's name", 'locales/de/ui.yaml', /one: Ebene/u, 'one: Stufe'],
    ['a key that there is not', 'locales/de/ui.yaml', /^suits:/mu, 'sits: {}\nsuits:'],
    ['a title in the first language', CARD, /^title:.*$/mu, 'title: Because of you'],
    ['what is not translated', 'deck.yaml', /missing: .*/u, 'missing: skip'],
    ['a number', CARD, /^number:.*$/mu, 'number: 77'],
  ])('is as if it were loaded anew where %s was saved', async (_, file, from, to) => {
    for (const missing of ['fall-back', 'skip']) {
      const { first, second } = await twice((dir) => edit(dir, from, to, file), { ...german(missing), ...COUNTED });
      if (file !== 'deck.yaml' || missing !== 'skip') expect(inLanguages(second)).not.toEqual(inLanguages(first));
    }
  });
});

test('a result is recalled with its problems until a source changes', () => {
  const memory = openMemory();
  let made = 0;
  const recall = (source: unknown) => {
    const problems: Problem[] = [];
    const result = memory.recall(
      'step',
      [source],
      (one) => problems.push(one),
      (report) => {
        made += 1;
        report(error({ file: 'a.mdx', rule: 'a/b', message: `No. ${made}` }));
        return made;
      },
    );
    return [result, problems.map((one) => one.reason)];
  };
  expect([recall(1), recall(1), recall(2), recall(1)]).toEqual([
    [1, ['No. 1']],
    [1, ['No. 1']],
    [2, ['No. 2']],
    [3, ['No. 3']],
  ]);
});

test('a result is that of before as long as it is equal', () => {
  const memory = openMemory();
  const [first, other] = [{ title: ['a'] }, { title: ['b'] }];
  expect(memory.same('step', first)).toBe(first);
  expect(memory.same('step', { title: ['a'] })).toBe(first);
  expect(within('de', memory).same('step', other)).toBe(other);
  expect(memory.same('step', other)).toBe(other);
  expect(memory.same('step', first)).toBe(first);
});
