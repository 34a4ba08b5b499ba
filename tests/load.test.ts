import path from 'node:path';
import { expect, test } from 'vitest';
import { translate } from '../src/command/translate.ts';
import { openChain } from '../src/deck/chain/chain.ts';
import { loadDeck } from '../src/deck/deck.ts';
import { openProjects } from '../src/load.ts';
import { loadLooks } from '../src/looks/looks.ts';
import { namesLackedBy } from '../src/plan/shown-names.ts';
import { type Edits, withBlank } from './fixtures/blank.ts';
import { shown } from './fixtures/deck.ts';

test('names of stocks and formats that there are not are errors at their lines, once for all languages', async () => {
  const edits = {
    'deck/deck.yaml': (text: string) => `${text}\nlanguages: [de]\n`,
    'deck/locales/en-US/ui.yaml': 'names:\n  a4: Office paper\n  a5x: Small\n  poker: Playing card\n',
    'deck/locales/de/ui.yaml': 'names:\n  letter: Amerikanisch\n  briefe: Amerikanisch\n',
  };
  const said = await withBlank(edits, async (root) => {
    const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    expect(projects).toEqual([]);
    return problems.filter(({ fatal }) => fatal).map(shown);
  });
  expect(said).toEqual([
    'deck/locales/en-US/ui.yaml:3:8 error ui/unknown-key There is no stock or card format "a5x" to name. Did you mean "a5"?',
    'deck/locales/de/ui.yaml:3:11 error ui/unknown-key There is no stock or card format "briefe" to name. Did you mean "bridge"?',
  ]);
});

const CAFE = `name: Café paper, {count} cards
paper: { width: 210, height: 297 }
printable: 5
`;

/** What `check` says of names that are missing, and which ones `translate` begins in a language. */
async function namesIn(lang: string, edits: Edits): Promise<{ said: string[]; begun: string[] }> {
  return await withBlank({ 'layouts/stocks/cafe.yaml': CAFE, ...edits }, async (root) => {
    const chain = await openChain({ dir: path.join(root, 'deck'), root });
    const { problems } = await openProjects(chain);
    const said = problems.map(shown).filter((line) => line.includes('names of papers'));
    const loaded = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), languages: 'all' });
    const { words } = await translate(loaded, lang, await namesLackedBy(loaded, lang, chain));
    const begun = words.filter(({ path: [group] }) => group === 'names');
    return { said, begun: begun.map(({ path: [, id], printed }) => `${id}: ${printed}`) };
  });
}

test('names of stocks and card sizes that a language has not are said to be missing, and begun by translate', async () => {
  const own = 'names:\n  poker: Pokerkarte\n  a4: A4, {count} Karten\n';
  const { said, begun } = await namesIn('de', {
    'deck/deck.yaml': (text) => `${text}\nlanguages: [de]\n`,
    'deck/locales/de/ui.yaml': own,
  });
  expect(said).toEqual([
    expect.stringMatching(
      /^deck\/locales\/de\/ui.yaml warning ui\/missing \d+ names of papers and card sizes are missing: names\..* and \d+ more\.$/u,
    ),
  ]);
  expect(begun).toContain('cafe: Café paper, {count} cards');
  expect(begun).toContain('letter: Letter, {count} cards');
  // What a language has is not asked for, nor what its catalog does not show.
  expect(begun.filter((one) => /^(?:a4|poker|mpc-poker|tarot):/u.test(one))).toEqual([]);
});

test('a name has forms for how many cards there are, as other words beside numbers', async () => {
  const named = async (own: string) => {
    const edits = {
      'deck/deck.yaml': (text: string) => `${text.replace(/^format: .*$/mu, 'format: tarot')}\nlanguages: [pl]\n`,
      'deck/locales/pl/ui.yaml': `names:\n  photo-10x15: ${own}\n  a4: ${own}\n`,
    };
    return await withBlank({ ...edits, 'layouts/stocks/cafe.yaml': CAFE }, async (root) => {
      const chain = await openChain({ dir: path.join(root, 'deck'), root });
      const { projects, problems } = await openProjects(chain, 'pl');
      const { 'photo-10x15': photo, a4 } = projects[0]?.stocks ?? {};
      const errors = problems.filter(({ fatal }) => fatal).map(shown);
      return [...errors, photo?.name, photo?.slots.length, a4?.name].filter((one) => one !== undefined);
    });
  };
  expect(await named("{ one: '{count} karta', few: '{count} karty', many: '{count} kart' }")).toEqual([
    ...['1 karta', 1, '4 karty'],
  ]);
  expect(await named("{ many: '{count} kart' }")).toEqual(['1 kart', 1, '4 kart']);
  expect(await named("'{count} kart'")).toEqual(['1 kart', 1, '4 kart']);
  expect(await named("{ one: '{cound} karta', many: '{count} kart' }")).toEqual([
    'deck/locales/pl/ui.yaml:2:23 error ui/braces "names › photo-10x15" must not have {cound}.',
    'deck/locales/pl/ui.yaml:3:14 error ui/braces "names › a4" must not have {cound}.',
  ]);
  expect(await named("{ on: '{count} kart' }")).toEqual([
    'deck/locales/pl/ui.yaml:2:18 error ui/unknown-key There is no key "on".',
    'deck/locales/pl/ui.yaml:3:9 error ui/unknown-key There is no key "on".',
  ]);
  expect(await named('{}')).toEqual(['Photo of 10 × 15 cm, 1 card', 1, 'A4, 4 cards']);
});

test('in a deck’s own language ours are missing, not its own; in English none', async () => {
  const deck = (lang: string) => (text: string) => text.replace(/^lang: .*$/mu, `lang: ${lang}`);
  const { said, begun } = await namesIn('de', {
    'deck/deck.yaml': deck('de'),
    'deck/locales/de/ui.yaml': 'names: { poker: Pokerkarte }\n',
  });
  expect(said).toHaveLength(1);
  expect(begun).toContain('a4: A4, {count} cards');
  expect(begun.filter((one) => /^(?:cafe|poker):/u.test(one))).toEqual([]);
  expect(await namesIn('en-US', { 'deck/locales/en-US/ui.yaml': 'names: { poker: Cards }\n' })).toEqual({
    said: [],
    begun: [],
  });
});
