import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../../src/deck/deck.ts';
import { openLooks } from '../../src/looks/looks.ts';
import type { Cache } from '../../src/model/cache.ts';
import { error, type Problem } from '../../src/model/problem.ts';
import { openMemory } from '../../src/read/memory.ts';
import { layoutsDir, shippedDeck } from '../../src/read/package.ts';
import { noReadings, openReadings, type Readings } from '../../src/read/readings.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { withDeck } from '../fixtures/deck.ts';
import { looks } from '../fixtures/looks.ts';

const root = path.dirname(shippedDeck);

const whole = { isWhole: () => true };
const texts = Array.from({ length: 60 }, (_, at) => ({ path: `/d/${at}`, file: `${at}.mdx`, text: `Text ${at}` }));

/** What is read of 60 files by a command, and which of them it read itself. */
async function command(cache: Cache, files = texts, problemIn = ''): Promise<{ read: string[]; said: Problem[] }> {
  const [read, said]: [string[], Problem[]] = [[], []];
  const readings = openReadings(cache);
  for (const file of files) {
    const result = readings.of(file, '/d', (one) => said.push(one), {
      ...whole,
      make(report) {
        read.push(file.file);
        if (file.file === problemIn) report(error({ file: file.file, rule: 'a/b', message: 'No.' }));
        return { text: file.text, nothing: undefined };
      },
    });
    expect(result).toEqual({ text: file.text, nothing: undefined });
  }
  await readings.save();
  return { read, said };
}

test('each file is read once, and again when its text or its name is another', async () => {
  const cache = cacheInMemory();
  expect((await command(cache)).read).toHaveLength(60);
  expect((await command(cache)).read).toEqual([]);
  const [first, second, ...others] = texts as [(typeof texts)[0], (typeof texts)[0], ...typeof texts];
  const changed = [{ ...first, text: 'Other' }, { ...second, file: 'moved.mdx' }, ...others];
  expect((await command(cache, changed)).read).toEqual(['0.mdx', 'moved.mdx']);
  expect((await command(cache, changed)).read).toEqual([]);
  expect([...cache.entries.values()].map((one) => one.length)[0]).toBeLessThan(6000);
});

test('what few files have become is written beside the others, which are not written again', async () => {
  const cache = cacheInMemory();
  const read = async (files: typeof texts) => (await command(cache, files)).read.length;
  const changed = (many: number, to: string) =>
    texts.map((one, at) => (at < many ? { ...one, text: `${to} ${at}` } : one));
  const sizes = () => [...cache.entries.values()].map(({ length }) => length);
  await command(cache);
  const [all] = cache.entries.values();
  expect(await read(changed(3, 'New'))).toBe(3);
  expect([...cache.entries.values()][0]).toBe(all);
  expect(sizes()).toHaveLength(2);
  // Both are found, and what the entry beside holds stays there when there is more.
  expect(await read(changed(3, 'New'))).toBe(0);
  expect(await read(texts)).toBe(0);
  expect(await read(changed(17, 'Newer'))).toBe(17);
  expect(await read(changed(3, 'New'))).toBe(0);
  expect([...cache.entries.values()][0]).toBe(all);
  // With one more there are many: all are written again, and none beside them.
  expect(await read(changed(1, 'Newest'))).toBe(1);
  expect([...cache.entries.values()][0]).not.toBe(all);
  expect(sizes()[1]).toBeLessThan(20);
  expect(await read(changed(1, 'Newest'))).toBe(0);
});

test('in a process that goes on, too', async () => {
  const cache = cacheInMemory();
  const readings = openReadings(cache);
  const written: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const before = [...cache.entries.values()];
    for (const one of texts) {
      const text = one === texts[0] ? `Round ${round}` : one.text;
      readings.of({ ...one, text }, '/d', () => undefined, { ...whole, make: () => text });
    }
    await readings.save();
    written.push(...[...cache.entries.values()].flatMap((entry, at) => (entry === before[at] ? [] : at)));
  }
  // Once at first, and once more after twenty rounds.
  expect(written.filter((at) => at === 0)).toHaveLength(2);
});

test('what has a problem is read each time, and said each time', async () => {
  const cache = cacheInMemory();
  for (let again = 0; again < 2; again += 1) {
    const { read, said } = await command(cache, texts, '7.mdx');
    expect(read).toContain('7.mdx');
    expect(said.map(({ message }) => message)).toHaveLength(1);
  }
  const unfinished = openReadings(cache);
  const [, , , one] = texts;
  const made = { make: () => 1, isWhole: () => false };
  if (one) unfinished.of({ ...one, text: 'A mistake inside.' }, '/d', () => undefined, made);
  await unfinished.save();
  expect((await command(cache, texts)).read).toEqual(['7.mdx']);
});

test('a deck that another one extends is read once for both', async () => {
  const cache = cacheInMemory();
  await command(cache);
  const readings = openReadings(cache);
  const below = { ...whole, make: () => expect.unreachable() };
  for (const file of texts) readings.of(file, '/d', () => undefined, below);
  const [own] = texts;
  if (own) expect(readings.of(own, '/other', () => undefined, { ...whole, make: () => 'own' })).toBe('own');
});

test('few files leave nothing behind', async () => {
  const cache = cacheInMemory();
  await command(cache, texts.slice(0, 9));
  expect(cache.entries.size).toBe(0);
});

test('a deck that is taken from what was kept is the deck that was read', async () => {
  const cache = cacheInMemory();
  const { looks } = await openLooks([layoutsDir], root);
  if (!looks) throw new Error('the looks can’t be loaded');
  const load = async () => await loadDeck(await openChain({ dir: shippedDeck, root, cache }), { looks });
  const fresh = await load();
  // What its files say, the front matter, boards and chapters that were read of them, and the cards that were made of them.
  const kept = [...cache.entries.values()];
  expect(kept.map(({ length }) => length > 500_000)).toEqual([true, true, true]);
  const again = await load();
  // As text: toEqual takes ten seconds for a deck of this size.
  const textsOf = ({ deck, problems, stack, kit }: Loaded) =>
    [deck?.cards, deck?.boards, deck?.worksheets, deck?.guide, problems, stack.sources, kit.sources].map((one) =>
      JSON.stringify(one),
    );
  const texts = textsOf(fresh);
  expect(textsOf(again).filter((text, at) => text !== texts[at])).toEqual([]);
  expect(texts.join('').length).toBeGreaterThan(2_000_000);
  expect(again.deck?.cards.length).toBeGreaterThan(250);
  // Nothing was read anew: no entry was written again.
  expect([...cache.entries.values()].map((entry, at) => entry === kept[at])).toEqual([true, true, true]);

  // Nor is the Markdown of what has not changed asked for: without it the deck is the same.
  for (const [name, entry] of cache.entries) {
    const all = deserialize(entry) as Map<string, { trees?: Uint8Array }>;
    for (const one of all.values()) if (one.trees) one.trees = new Uint8Array();
    cache.entries.set(name, serialize(all));
  }
  const { deck } = await load();
  const said = [deck?.cards, deck?.boards, deck?.worksheets, deck?.guide].map((one) => JSON.stringify(one));
  expect(said.filter((text, at) => text !== texts[at])).toEqual([]);
}, 180_000);

test('translations of cards and of pages are among what is kept', async () => {
  const page = (title: string) => `---\ntitle: ${title}\n---\n\n## So\n<Line id="a" label="A" />\n`;
  const source = `---\nsource: sha256-${'0'.repeat(64)}\n`;
  const changes = {
    'boards/plan.mdx': page('Plan'),
    'locales/de/ui.yaml': 'sections: { Definition: Erklärung }\n',
    'locales/de/function.mdx': `${source}title: Funktion\n---\n`,
    'locales/de/boards/plan.mdx': page('Plan').replace('---\n', source),
  };
  const asked: string[] = [];
  await withDeck(changes, async (root) => {
    const chain = await openChain({ dir: path.join(root, 'deck'), root });
    const readings: Readings = {
      ...noReadings,
      of: (text, dir, report, how) => {
        asked.push(text.file);
        return noReadings.of(text, dir, report, how);
      },
    };
    const memory = openMemory(readings);
    await loadDeck({ ...chain, memory }, { looks, languages: ['de'] });
  });
  const named = [...new Set(asked)].filter((file) => /(?:plan|function)\.mdx$/u.test(file));
  expect(named.sort()).toEqual([
    'deck/boards/plan.mdx',
    'deck/cards/levels/function.mdx',
    'deck/locales/de/boards/plan.mdx',
    'deck/locales/de/function.mdx',
  ]);
});
