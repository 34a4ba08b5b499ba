import { expect, test } from 'vitest';
import { drawn } from '../face/painter/drawn.ts';
import { liberation } from '../fixtures/fonts.ts';
import { shippedDeck } from './deck.ts';

/** Backs with as many words as fit in the deck's own font. */
const FULL = [
  'renewal-brief',
  'catalog-welcome',
  'bring-in-a-human',
  'next-best-action',
  'disruption-alert',
  'turf-lines',
  'reference-risks',
];

test('backs in a wider font of an organization are set smaller where they would not fit', async () => {
  const shipped = await shippedDeck();
  const { theme } = shipped.deck;
  const wide = theme.fonts.map((font) => {
    if (font.family !== theme.font.text) return font;
    return { ...font, data: liberation(font.weight > 500 ? 'Bold' : font.italic ? 'Italic' : 'Regular') };
  });
  const deck = { ...shipped.deck, theme: { ...theme, fonts: wide } };
  const cards = deck.cards.filter(({ id }) => FULL.includes(id));
  expect(cards).toHaveLength(FULL.length);
  const { problems } = await drawn(cards, { ...shipped, deck });
  expect(problems).toEqual([]);
}, 60_000);
