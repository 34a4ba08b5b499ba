import path from 'node:path';
import { expect, it } from 'vitest';
import { type JsonSchema, jsonSchemas } from '../../src/deck/json-schema.ts';
import { withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const schemas = await withDeck({}, async (root) => {
  const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
  if (!deck) throw new Error('no deck');
  return jsonSchemas(deck, looks);
});

const properties = (suit: string) => schemas[suit]?.properties as Record<string, JsonSchema>;

it('gives one for each suit', () => {
  expect(Object.keys(schemas)).toEqual(['extra', 'pattern', 'level', 'ingredient']);
});

it('completes families, closed lists and ids of cards', () => {
  expect(properties('pattern').suit).toEqual({ const: 'pattern' });
  expect(properties('pattern').family).toEqual({ type: 'string', enum: ['WEL', 'REC'] });
  expect(properties('pattern').market).toEqual({ type: 'string', enum: ['consumer', 'business'] });
  expect(properties('pattern').level).toEqual({ type: 'string', enum: ['function', 'feature'] });
  expect(properties('pattern').related?.items).toEqual({
    type: 'string',
    enum: [
      'cover',
      'how-to-play',
      'first-look',
      'because-you-row',
      'blank-pattern',
      'function',
      'feature',
      'new-member',
      'mid-task',
    ],
  });
});

it('asks a blank card for a title only, and knows no other keys', () => {
  expect(schemas.pattern).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Pattern',
    type: 'object',
    additionalProperties: false,
    required: ['suit', 'title'],
    if: { properties: { blank: { const: true } }, required: ['blank'] },
    else: { required: ['level', 'market', 'examples', 'suit', 'title', 'gist', 'number', 'family'] },
  });
});

it('gives an alternative for each face of a suit', () => {
  expect(schemas.extra?.anyOf).toMatchObject([
    { properties: { face: { type: 'string' } }, required: ['suit', 'title'] },
    { properties: { face: { const: 'cover' } }, required: ['suit', 'title', 'face'] },
  ]);
});
