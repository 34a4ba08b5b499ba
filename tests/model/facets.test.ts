import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Suit } from '../../src/model/card.ts';
import { declaredFacets } from '../../src/model/declared-facets.ts';
import { type Facets, facetsOf, familyFacet, queryKeys, shownKeys } from '../../src/model/facets.ts';
import { cardId, facet, listedAll, metaOf, scale } from '../../src/model/fields.ts';
import type { Look } from '../../src/model/looks.ts';

function suit(id: string, familyKey = ''): Suit {
  return { id, name: id, one: id, code: '', colour: 'ink', face: id, about: '', familyKey, families: [] };
}

const undrawn: Look = { fields: {}, budgets: {}, Front: () => null, Back: () => null };

const looks = {
  habit: {
    ...undrawn,
    fields: { tools: facet(listedAll('tools')).optional(), effort: facet(scale(5)), note: z.string() },
  },
  other: { ...undrawn, fields: { after: facet(cardId('habit')), tools: z.string() } },
  unused: { ...undrawn, fields: { level: facet(z.string()) } },
};

test('a deck is found by what its suits and its looks declare, no more', () => {
  const facets = declaredFacets([suit('habit', 'theme'), suit('quiet')], looks, ['other', 'other', 'gone']);
  expect(facets).toEqual({
    familyKeys: { habit: 'theme' },
    fields: [
      { key: 'tools', list: 'tools' },
      { key: 'effort', scale: { of: 5, sign: 'bars' } },
      { key: 'after', card: 'habit' },
    ],
  });
  expect(queryKeys(facets)).toEqual(['id', 'suit', 'family', 'theme', 'tools', 'effort', 'after']);
  expect(shownKeys(facets)).toEqual(['suit', 'theme', 'tools', 'effort', 'after']);
});

test('a deck that declares nothing has suits and ids', () => {
  const facets = declaredFacets([suit('quiet')], {});
  expect([queryKeys(facets), shownKeys(facets)]).toEqual([['id', 'suit'], ['suit']]);
});

const keyed = (familyKeys: Facets['familyKeys']): Facets => ({ familyKeys, fields: [] });

test('each key of families is a facet; where one is called family, all are of it', () => {
  const two = keyed({ habit: 'theme', question: 'mood', other: 'theme' });
  expect(shownKeys(two)).toEqual(['suit', 'theme', 'mood']);
  expect([familyFacet(two, 'question'), familyFacet(two, 'quiet')]).toEqual(['mood', '']);
  const joint = keyed({ habit: 'family', question: 'mood' });
  expect(shownKeys(joint)).toEqual(['suit', 'family']);
  expect([familyFacet(joint, 'question'), familyFacet(joint, 'quiet')]).toEqual(['family', '']);
});

test('all values of a list count, and the family of the card’s own suit', () => {
  const facets: Facets = { familyKeys: { habit: 'theme', other: 'mood' }, fields: [{ key: 'tools' }] };
  const fields = { theme: 'calm', mood: 'loud', tools: ['pen', 'paper'], note: 'No' };
  expect(facetsOf({ id: 'a', suit: 'habit', fields }, facets)).toEqual({
    id: ['a'],
    suit: ['habit'],
    family: ['calm'],
    theme: ['calm'],
    mood: ['loud'],
    tools: ['pen', 'paper'],
  });
});

test('what a type says is kept by what is put around it', () => {
  expect(metaOf(facet(cardId('level')).optional())).toEqual({ card: 'level', facet: true });
  // A list is not one of its own values: in the JSON Schema of cards each item is.
  expect(z.globalRegistry.get(facet(listedAll('tools')))).toEqual({ facet: true });
});
