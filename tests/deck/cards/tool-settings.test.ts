import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
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

test('a deck that says nothing has no composer, and draws of all', async () => {
  const { deck, problems } = await load('');
  expect(problems).toEqual([]);
  expect([deck?.compose, deck?.draw]).toEqual([undefined, undefined]);
});

test('suits, families, fields and sections of the tools must be there', async () => {
  const slots = 'levl: level, level: audiense';
  const compose = `compose: { makes: pattern, parts: ingredient, slots: { ${slots} }, sentences: { Askk: '{level}' } }\n`;
  expect((await load(`${compose}draw: [pattern, audience, levle]\n`)).problems).toEqual([
    'deck/deck.yaml:6:10 warning deck/compose-lacks "compose": A card of pattern must have "market", "examples": the composer asks for none of it, and what it saves is refused.',
    'deck/deck.yaml:6:62 error deck/compose "compose": There is no field of pattern "levl". Did you mean "level"?',
    'deck/deck.yaml:6:76 error deck/compose "compose": There is no suit, or family of ingredient, "audiense". Did you mean "audience"?',
    'deck/deck.yaml:6:107 error deck/compose "compose": There is no section of pattern "Askk".',
    'deck/deck.yaml:7:27 error deck/draw "draw": There is no suit or part "levle". Did you mean "level"?',
  ]);
  expect((await load('compose: { makes: patern, slots: {} }\n')).problems).toEqual([
    'deck/deck.yaml:6:19 error deck/compose "compose": There is no suit "patern". Did you mean "pattern"?',
  ]);
});

test('the composer has names only for what it asks for', async () => {
  const named = async (names: string) => {
    const compose = `{ makes: pattern, slots: { level: level }, sentences: { Signals: 'I {wish}.' }, names: { ${names} } }`;
    return (await load(`compose: ${compose}\n`)).problems.filter((line) => line.includes('error'));
  };
  expect(await named('title: T, gist: G, level: L, wish: W, how_it_works: H')).toEqual([]);
  expect(await named('tilte: T, examples: E, signals: S, watch_for: O')).toEqual([
    'deck/deck.yaml:6:106 error deck/compose "compose": There is no slot or text of the composer "tilte". Did you mean "title"?',
    ...['examples', 'signals', 'watch_for'].map((key) =>
      expect.stringContaining(`There is no slot or text of the composer "${key}".`),
    ),
  ]);
});

test('a field that the composed card must have and nobody is asked for is a warning; a slot asks for it', async () => {
  const lacking = async (compose: string) => {
    const { problems } = await load(`compose: ${compose}\n`);
    return problems.filter((one) => one.includes('must have')).map((one) => /must have ([^:]*):/u.exec(one)?.[1]);
  };
  expect(await lacking('{ makes: pattern, slots: {} }')).toEqual(['"level", "market", "examples"']);
  expect(await lacking('{ makes: pattern, slots: { level: level } }')).toEqual(['"market", "examples"']);
  expect(await lacking('{ makes: level, slots: {} }')).toEqual([]);
});

test('a slot that no card fits is a warning', async () => {
  const suits = await readFile(path.join(import.meta.dirname, '../../fixtures/good/suits.yaml'), 'utf8');
  const hero = 'hero: { name: Heroes, one: Hero, code: HRO, colour: ink, face: level }';
  const more = 'compose: { makes: pattern, parts: ingredient, slots: { level: hero } }\n';
  const files = {
    'deck.yaml': `${settings}${more}`,
    'suits.yaml': suits.replace('  level:\n', `  ${hero}\n  level:\n`),
  };
  const problems = await withDeck(files, async (root) => {
    const loaded = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    return loaded.problems.map(shown);
  });
  expect(problems.filter((one) => one.includes('slot'))).toEqual([
    'deck/deck.yaml:6:63 warning deck/compose-lacks "compose": No card fits the slot "level": "hero" has none but blank ones, so nothing can be chosen there.',
  ]);
});

test('braces of a composer’s sentence hold a name: others would be printed', async () => {
  const sentences = `{ Why: 'I want { the wish }', Try: 'So {level}} is {ήρωας}' }`;
  const { problems } = await load(`compose: { makes: pattern, slots: {}, sentences: ${sentences} }\n`);
  expect(problems.filter((one) => one.includes('braces'))).toEqual([
    'deck/deck.yaml:6:57 error deck/compose "compose": The sentence of "Why" has braces that hold no name: "{ the wish }" would be printed.',
    'deck/deck.yaml:6:85 error deck/compose "compose": The sentence of "Try" has braces that hold no name: "}" would be printed.',
  ]);
});

test('cards of a goal must be there, and its id names a page', async () => {
  const goals = 'goals:\n  start: { title: Start, cards: { because-you-rwo: Why., function: Why. } }\n';
  expect((await load(goals)).problems).toMatchInlineSnapshot(`
    [
      "deck/deck.yaml:7:52 error deck/goals "goals": There is no card "because-you-rwo". Did you mean "because-you-row"?",
    ]
  `);
  expect((await load('goals: { A b: { title: Start, cards: {} } }\n')).problems).toMatchInlineSnapshot(`
    [
      "deck/deck.yaml:6:15 error deck/value "goals › A b" is not a good key: use small letters, digits and single hyphens.",
    ]
  `);
});

test('the first page and the first cards of a suit name what there is', async () => {
  expect((await load('fan: [pattern, levle]\nworkshop: { phases: level, activities: activty }\n')).problems).toEqual([
    'deck/deck.yaml:6:16 error deck/fan "fan": There is no suit "levle". Did you mean "level"?',
    'deck/deck.yaml:7:40 error deck/workshop "workshop": There is no suit "activty".',
  ]);
});

test('cards that come first in a suit are cards of it, and come first', async () => {
  const suits = await readFile(path.join(import.meta.dirname, '../../fixtures/good/suits.yaml'), 'utf8');
  const found = async (first: string) =>
    await withDeck(
      { 'suits.yaml': suits.replace('suits:\n  extra:\n', `suits:\n  extra:\n    first: ${first}\n`) },
      async (root) => {
        const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
        return {
          ids: deck?.cards.filter((card) => card.suit === 'extra').map(({ id }) => id),
          problems: problems.map(shown),
        };
      },
    );
  expect((await found('[how-to-play]')).ids).toEqual(['how-to-play', 'cover']);
  expect((await found('[how-to-pla]')).problems).toEqual([
    'deck/suits.yaml:3:13 error suits/first There is no extra card "how-to-pla". Did you mean "how-to-play"?',
  ]);
});

test('a composer of another suit than the one below takes nothing of it; one of the same suit changes it', async () => {
  const below =
    "compose: { makes: pattern, slots: { level: level }, title: Ours, sentences: { Signals: 'I {wish}.' } }\n";
  const overlay = await readFile(path.join(import.meta.dirname, '../../fixtures/overlay/deck.yaml'), 'utf8');
  const composer = async (own: string) => {
    const files = { 'good/deck.yaml': `${settings}${below}`, 'overlay/deck.yaml': `${overlay}compose: ${own}\n` };
    return await withOverlay(files, async (root) => {
      const { deck } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      return deck?.compose;
    });
  };
  expect(await composer('{ makes: value, slots: {} }')).toEqual({
    makes: 'value',
    slots: {},
    names: {},
    sentences: {},
  });
  expect(await composer('{ makes: pattern, title: Theirs }')).toMatchObject({
    title: 'Theirs',
    slots: { level: 'level' },
  });
  expect(await composer('{ title: Theirs }')).toMatchObject({ title: 'Theirs', sentences: { Signals: 'I {wish}.' } });
});
