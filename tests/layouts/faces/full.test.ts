import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { drawFaces } from '../../../src/face/draw.ts';
import { loadLooks } from '../../../src/looks/looks.ts';
import type { Deck } from '../../../src/model/deck.ts';
import type { Format } from '../../../src/model/faces.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { fullest } from './fullest.ts';

// Every look with every text at its budget, at both sizes: nothing may overflow, overlap or be lost.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const layouts = path.join(root, 'layouts');
const FORMATS: readonly Format[] = [
  { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 },
  { id: 'tarot', name: 'Tarot', width: 70, height: 120, radius: 3 },
];
let looks: Looks;
let deck: Deck;

beforeAll(async () => {
  looks = await loadLooks(layouts);
  const loaded = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
  if (loaded.deck === undefined) throw new Error('the shipped deck does not load');
  deck = loaded.deck;
});

test.each(FORMATS)('each look holds its fullest card at $id size', async (format) => {
  const cards = fullest(deck, looks);
  expect(cards.length).toBeGreaterThanOrEqual(13);
  const others = deck.cards.filter((card) => !cards.some((one) => one.id === card.id));
  const { problems } = await drawFaces({
    deck: { ...deck, cards: [...others, ...cards] },
    looks,
    layouts: [layouts],
    format,
    cards,
  });
  expect(problems.map((problem) => `${problem.message}: ${problem.actual}`)).toEqual([]);
});
