import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawFaces } from '../../src/face/draw.ts';
import { startThreads } from '../../src/face/threads.ts';
import type { DrawnFaces, Format } from '../../src/model/faces.ts';
import { shippedDeck } from '../shipped/deck.ts';

const layouts = [path.resolve(import.meta.dirname, '../../layouts')] as const;
const format: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const threads = startThreads();
const { deck, looks } = await shippedDeck();
/** One card of each look. */
const cards = [...new Map(deck.cards.map((card) => [card.face, card])).values()];

let first: DrawnFaces;
let again: DrawnFaces;
beforeAll(async () => {
  const options = { deck, looks, layouts, format, threads, cards };
  first = (await drawFaces(options)).drawn;
  // One document: the same thread draws it.
  again = (await drawFaces(options)).drawn;
});
afterAll(() => threads.end());

test('faces are the same when their texts were set before', () => {
  expect(first.documents).toHaveLength(1);
  expect(Buffer.compare(again.documents[0] ?? Buffer.alloc(0), first.documents[0] ?? Buffer.alloc(0))).toBe(0);
});
