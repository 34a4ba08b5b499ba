import { describe, expect, test } from 'vitest';
import { checkElement } from '../../../src/face/painter/element.ts';
import { styleOf } from '../../../src/face/painter/style.ts';
import { shippedDeck } from '../../shipped/deck.ts';
import { differences } from './compared.ts';
import { drawn } from './drawn.ts';

/** Cards of the deck: the first of each look, and a blank one. */
async function someCards() {
  const shipped = await shippedDeck();
  const all = shipped.deck.cards.toReversed();
  const firsts = new Map(
    all.flatMap((card) => [[card.face, card] as const, [String(card.blank !== undefined), card] as const]),
  );
  return { shipped, cards: [...new Set(firsts.values())] };
}

test('cards of every look have the words, places and looks that react-pdf gives them, and none needs it', async () => {
  const { shipped, cards } = await someCards();
  expect(await differences(() => drawn(cards, shipped))).toEqual([]);
}, 240_000);

describe('what the painter does not know is named', () => {
  test.each([
    [{ type: 'LINK' }, 'the element LINK'],
    [{ type: 'VIEW', props: { debug: true } }, 'debug of VIEW'],
    [{ type: 'TEXT', children: [{ type: 'IMAGE' }] }, 'IMAGE in TEXT'],
    [{ type: 'PATH', props: { fill: 'red' } }, 'fill of PATH'],
    [{ type: 'PATH', props: { strokeDasharray: '4 -1' } }, 'strokeDasharray of PATH'],
    [{ type: 'SVG', props: { viewBox: '0 0 10' } }, 'viewBox of SVG'],
    [{ type: 'VIEW', props: { constructor: 'x' } }, 'constructor of VIEW'],
  ])('%j', (element, what) => {
    expect(() => checkElement(element)).toThrow(what);
  });

  test.each([
    [{ width: '50%' }, 'the style width: 50%'],
    [{ opacity: 0.5 }, 'the style opacity: 0.5'],
    [{ backgroundColor: '#ff000080' }, 'the style backgroundColor: #ff000080'],
    [{ flexDirection: 'row-reverse' }, 'the style flexDirection: row-reverse'],
    [{ constructor: 1 }, 'the style constructor: 1'],
    [[{ width: 1 }], 'a list of styles'],
  ])('%j', (style, what) => {
    expect(() => styleOf(style, {})).toThrow(what);
  });
});

test('styles are resolved as react-pdf does', () => {
  const outer = styleOf({ fontSize: 10, lineHeight: 1.5, color: '#123456', width: 7 }, {});
  expect(outer).toEqual({ fontSize: 10, lineHeight: 15, color: '#123456', width: 7 });
  // A line height counts in the element's own font size: without one, in react-pdf's 18.
  expect(styleOf({ lineHeight: 2, padding: 3, paddingTop: 4, margin: undefined }, outer)).toEqual({
    ...{ fontSize: 10, lineHeight: 36, color: '#123456' },
    ...{ paddingTop: 4, paddingRight: 3, paddingBottom: 3, paddingLeft: 3 },
  });
});

test('a face with what the painter does not know is drawn by react-pdf, which the build is told', async () => {
  const { shipped, cards } = await someCards();
  const [card] = cards.filter(({ blank }) => !blank);
  if (!card) throw new Error('no card');
  const given = { ...card, gist: 'Cafe\u0301' };
  const { unpainted, problems } = await drawn([given], { ...shipped, deck: { ...shipped.deck, cards: [given] } });
  expect([unpainted, problems]).toEqual([['the letters of “Cafe\u0301”'], []]);
});
