import path from 'node:path';
import { expect, test } from 'vitest';
import { drawFaces } from '../../src/face/draw.ts';
import type { Format } from '../../src/model/faces.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { shippedDeck } from '../shipped/deck.ts';

const layouts = [path.resolve(import.meta.dirname, '../../layouts')] as const;
const format: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

test('words are found in the PDF as they are written: letters are not joined to one sign', async () => {
  const { deck, looks } = await shippedDeck();
  const [first] = deck.cards.filter((card) => card.suit === 'risk' && !card.blank);
  if (!first) throw new Error('no risk');
  const card = { ...first, title: 'Official Profile Flaw', gist: 'Fifty flat offers' };
  const { drawn, problems } = await drawFaces({
    deck: { ...deck, cards: [card] },
    looks,
    layouts,
    format,
    cards: [card],
  });
  expect(problems.map(String)).toEqual([]);
  const document = await getDocument({ data: (drawn.documents[0] ?? new Uint8Array()).slice(), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent({ disableNormalization: true });
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  for (const word of ['Official', 'Profile', 'Flaw', 'Fifty', 'flat', 'offers']) expect(text).toContain(word);
});
