import { describe, expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import type { Deck } from '../../src/model/deck.ts';
import { mm } from '../../src/model/units.ts';
import type { SlugFont } from '../../src/pdf/slug-font.ts';
import { contentsOf, contentsOn } from '../../src/target/box-contents.ts';
import { cutFonts } from '../../src/target/set-text.ts';
import { theme } from '../fixtures/theme.ts';

const suits = ['Extra', 'Pattern', 'Risk', 'Recipe'].map((one) => ({ id: one.toLowerCase(), one, name: `${one}s` }));
const cards = [
  { id: 'cover', suit: 'extra', blank: false },
  { id: 'a', suit: 'pattern', number: 1, blank: false },
  { id: 'b', suit: 'risk', number: 1, blank: false },
  { id: 'blank', suit: 'recipe', blank: true },
];
/** A font in which each sign is half as wide as the type is large. */
const half = new Proxy(
  {},
  { getOwnPropertyDescriptor: () => ({ value: 0, configurable: true }), get: () => ({ id: 1, advance: 500 }) },
);
const look = { colour: '#000000', fonts: [{ glyphs: half } as unknown as SlugFont] };
const deck = { suits, cards, words } as unknown as Deck;
const copies = (many: Record<string, number>) => Object.entries(many).map(([card, count]) => ({ card, copies: count }));

describe('what is in a box', () => {
  test('is said suit by suit, copies counted, blank ones apart, covers not', () => {
    expect(contentsOf({ deck, cards: copies({ cover: 1, a: 2, b: 1, blank: 3 }) })).toEqual([
      '2 Patterns',
      '1 Risk',
      '0 Recipes + 3 blank',
    ]);
  });

  test('of a deck without numbers is all of it', () => {
    const bare = { suits, cards: [{ id: 'x', suit: 'pattern', blank: false }] } as unknown as Deck;
    expect(contentsOf({ deck: bare, cards: copies({ x: 4 }) })).toEqual(['4 Patterns']);
  });

  test('stands in the middle of its side, a line for each suit where that is deep, fewer and smaller where it is not', () => {
    const contents = Array.from({ length: 13 }, (_, at) => `${at + 1} Ingredients`);
    for (const width of [8, 12, 30, 90]) {
      const side = { x: 100, y: 50, width, height: 90 };
      const labels = contentsOn(side, contents, look);
      expect(labels.map(({ text }) => text).join(' · ')).toBe(contents.join(' · '));
      for (const { x, y, points } of labels) {
        expect(y).toBe(95);
        // Baselines, and the capitals above them: to the right, for the text reads down.
        expect(x).toBeGreaterThan(100);
        expect(x + mm(points) * 0.7).toBeLessThan(100 + width);
      }
      const [first, last] = [labels[0], labels.at(-1)];
      const middle = ((first?.x ?? 0) + (last?.x ?? 0)) / 2 + mm(first?.points ?? 0) * 0.35;
      expect(middle).toBeCloseTo(100 + width / 2, 9);
    }
    expect(contentsOn({ x: 0, y: 0, width: 90, height: 90 }, contents, look)).toHaveLength(13);
    expect(contentsOn({ x: 0, y: 0, width: 8, height: 90 }, contents, look)[0]?.points).toBe(6);
  });
});

test('titles on boxes are set in the weight that they have on cards, of a family that sets all', () => {
  const one = { ...theme, font: { display: theme.font.text, text: theme.font.text } };
  const { display, text } = cutFonts(one, 'Box');
  expect([...display, ...text].map(({ name }) => name)).toEqual([
    'AtkinsonHyperlegibleNext-SemiBold',
    'AtkinsonHyperlegibleNext-Regular',
  ]);
});
