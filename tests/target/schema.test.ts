import path from 'node:path';
import { expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openProjects } from '../../src/load.ts';
import type { Deck } from '../../src/model/deck.ts';
import { schemaTarget } from '../../src/target/schema.ts';
import type { Job } from '../../src/target/target.ts';
import { withBlank } from '../fixtures/blank.ts';
import { cacheInMemory } from '../fixtures/cache.ts';

const { deck, looks } = await withBlank({}, async (root) => {
  const { projects } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
  const [project] = projects;
  if (!project) throw new Error('no deck');
  return project;
});
const cache = cacheInMemory();
const first = await made(deck);
const [suit] = deck.suits;

/** The schemas of a deck as texts, by their paths. */
async function made(some: Deck, isOurs = true): Promise<Record<string, string>> {
  const outputs = await schemaTarget({ deck: some, looks, isOurs, cache } as unknown as Job, async () => []);
  return Object.fromEntries(outputs.map((one) => [one.path, Buffer.from(one.bytes).toString()]));
}

test('schemas are made once, and again where something of the deck shows in them', async () => {
  expect(cache.made).toBe(1);
  const cards = deck.cards.map((card) => ({ ...card, title: 'Another', gist: 'Another' }));
  expect(await made({ ...deck, cards, name: 'Another' })).toEqual(first);
  expect(cache.made).toBe(1);
  const [card] = deck.cards;
  if (!suit || !card) throw new Error('no cards');
  const others: Partial<Deck>[] = [
    { suits: deck.suits.map((one) => (one === suit ? { ...one, about: 'Another' } : one)) },
    { cards: [...deck.cards, { ...card, id: 'another' }] },
    { theme: { ...deck.theme, colour: { ...deck.theme.colour, another: '#123456' } } },
    { own: { layer: 1, prefix: 'ACME' } },
  ];
  for (const [at, other] of others.entries()) {
    const now = await made({ ...deck, ...other });
    expect(cache.made, `${at}`).toBe(at + 2);
    expect(now).toEqual(await made({ ...deck, ...other }, false));
    expect(now).not.toEqual(first);
  }
});
