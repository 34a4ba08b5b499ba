import { expect, test } from 'vitest';
import { z } from 'zod';
import { cardId, cardIds, fieldsNaming, listed, picture, refsOf, text } from '../../src/model/fields.ts';

const FIELDS = {
  what: text(),
  who: cardId('role').optional(),
  uses: cardIds('tool').default([]),
  market: listed('market'),
  image: picture().optional(),
  steps: z.array(z.object({ say: text(), by: cardId().nullable() })).optional(),
  size: z.object({ width: z.number() }),
};
const VALUES = {
  what: 'Talk',
  who: 'host',
  uses: ['pen', 'card'],
  market: 'public',
  image: 'sea.png',
  steps: [{ say: 'Hello', by: 'guest' }],
  size: { width: 1 },
};

test.each([
  ['card', ['who', 'uses', 'steps'], ['host', 'pen', 'card', 'guest']],
  ['list', ['market'], ['public']],
  ['picture', ['image'], ['sea.png']],
] as const)('fields that may name a %s are those in which names are found', (kind, keys, found) => {
  const naming = fieldsNaming(FIELDS, kind);
  expect(Object.keys(naming)).toEqual(keys);
  expect(refsOf(FIELDS, VALUES, kind).map(({ value }) => value)).toEqual(found);
  expect(refsOf(naming, VALUES, kind)).toEqual(refsOf(FIELDS, VALUES, kind));
});
