import { describe, expect, test } from 'vitest';
import { csvOf, idOf, readRecipe, sentenceOf, writeRecipe } from '../../src/catalog/client/cooking.ts';
import { clockText, leftOf, readCountdown, toggledAt } from '../../src/catalog/client/countdown.ts';
import type { IndexCard, IndexData } from '../../src/catalog/client/data.ts';
import { drawCards, placesOf, readDraw, writeDraw } from '../../src/catalog/client/drawing.ts';
import { countValues, passes, readFilter, toggled, writeFilter } from '../../src/catalog/client/filter.ts';
import { formatHand, parseHand, resolveHand } from '../../src/catalog/client/hand.ts';
import { moved } from '../../src/catalog/client/handrow.ts';

const cards: IndexCard[] = [
  ['because-you-row', 'REC 32', 'Because-You Row', 'Picks with a reason', [[0], [0], [1]]],
  ['similar-items', 'REC 29', 'Similar Items', 'One leads to another', [[0], [0], [0]]],
  ['why-this-label', 'TRU 133', 'Why-This Label', 'A plain reason', [[0], [1], [1]]],
  ['detractor', 'RSK 1', 'Detractor', 'Slows the program', [[1], [], []]],
];
const index: IndexData = {
  name: 'Deck',
  version: '1',
  retired: { 'old-row': 'because-you-row' },
  printable: false,
  draw: { usual: ['pattern', 'risk'], limited: 'pattern', parted: '', parts: '' },
  facets: [
    {
      key: 'suit',
      name: 'Suit',
      values: [
        ['pattern', 'Patterns'],
        ['risk', 'Risks'],
      ],
    },
    {
      key: 'family',
      name: 'Family',
      values: [
        ['REC', 'Recommend'],
        ['TRU', 'Trust'],
      ],
    },
    {
      key: 'level',
      name: 'Level',
      values: [
        ['function', 'Function'],
        ['feature', 'Feature'],
      ],
    },
  ],
  cards,
};

describe('a hand', () => {
  test.each([
    ['because-you-row.detractor~2', 'because-you-row.detractor~2'],
    ['a.a.b~3.a', 'a~3.b~3'],
    ['a~0.b~999', 'a.b~90'],
    ['..A.<x>.c d.ok', 'ok'],
    ['', ''],
  ])('%s reads as %s', (text, expected) => expect(formatHand(parseHand(text))).toBe(expected));

  test('retired cards are replaced, unknown ones are named', () => {
    const known = new Set(cards.map(([id]) => id));
    const resolved = resolveHand(parseHand('old-row~2.nobody.because-you-row'), known, index.retired);
    expect(formatHand(resolved.hand)).toBe('because-you-row~3');
    expect(resolved.replaced).toEqual(['old-row']);
    expect(resolved.unknown).toEqual(['nobody']);
  });

  test('moves', () => expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']));
});

describe('filters', () => {
  test('read and write the same address; what is not known is left out', () => {
    const filter = readFilter('?level=feature&q=a%20b&family=TRU,rec,XXX&nonsense=1', index);
    expect(writeFilter(filter, index)).toBe('q=a%20b&family=REC,TRU&level=feature');
  });

  test('are OR inside a facet and AND across', () => {
    const { chosen } = readFilter('family=REC,TRU&level=feature', index);
    expect(cards.filter((card) => passes(card, chosen)).map(([id]) => id)).toEqual([
      'because-you-row',
      'why-this-label',
    ]);
  });

  test('count what each value would show, given the other facets', () => {
    const { chosen } = readFilter('level=feature&family=TRU', index);
    expect(countValues(cards, chosen, index)).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
  });

  test('toggle', () => {
    const on = toggled(readFilter('', index), 1, 0);
    expect(writeFilter(on, index)).toBe('family=REC');
    expect(writeFilter(toggled(on, 1, 0), index)).toBe('');
  });
});

describe('a draw', () => {
  const places = placesOf(index);
  test('is told by its address', () => {
    const draw = readDraw('seed=abc&keep=detractor&level=feature', places, index.draw.usual);
    expect(draw).toEqual({ seed: 'abc', places: ['pattern', 'risk'], limits: 'level=feature', kept: ['detractor'] });
    expect(writeDraw(draw, places, index.draw.usual)).toBe('seed=abc&level=feature&keep=detractor');
    expect(drawCards(cards, places, draw)).toEqual(drawCards([...cards].reverse(), places, draw));
  });
  test('is fair: a thousand seeds give each of three patterns its third', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1000; i += 1) {
      const [card] = drawCards(cards, places, { seed: `s${i}`, places: ['pattern'], limits: '', kept: [] });
      counts.set(card?.[0] ?? '', (counts.get(card?.[0] ?? '') ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 333)).toBeLessThan(60);
  });
});

describe('a recipe', () => {
  const ingredients = [
    { id: 'a', code: '', title: 'A', family: 'audience', clause: 'a guest' },
    { id: 'b', code: '', title: 'B', family: 'audience', clause: 'a member' },
    { id: 'c', code: '', title: 'C', family: 'context', clause: 'opens an item' },
  ];
  const known = (id: string) => ingredients.some((one) => one.id === id);
  test('several of a slot are alternatives, empty slots say what they want', () => {
    const recipe = readRecipe('who=a.b.zzz&when=c&user=it%20helps.', known);
    expect(sentenceOf(recipe, ingredients)).toBe(
      'If a guest or a member opens an item, then [what] [where], so that it helps, measured by [measure].',
    );
    expect(readRecipe(writeRecipe(recipe), known)).toEqual(recipe);
  });
  test('has an id by the deck’s rule', () => {
    const titled = (title: string) =>
      idOf({ ...readRecipe('', known), texts: { ...readRecipe('', known).texts, title } });
    expect(titled('Drinks & Snacks: Café’s')).toBe('drinks-and-snacks-cafes');
    expect(titled('漢字')).toBe('my-recipe');
  });
  test('is a line of a table that runs no formula', () => {
    const recipe = readRecipe('title=%3D1%2B1', known);
    expect(csvOf([recipe], ingredients).split('\r\n')[1]?.startsWith("'=1+1,")).toBe(true);
  });
});

test.each([
  [245, '4:05'],
  [0, '0:00'],
  [-30, '+0:30'],
  [59.2, '1:00'],
])('%s seconds read %s', (seconds, text) => expect(clockText(seconds)).toBe(text));

test('a countdown goes by the clock, also over a sleep; what is kept may be anything', () => {
  const running = toggledAt({ total: 300, spent: 10 }, 1_000);
  expect(leftOf(running, 61_000)).toBe(230);
  expect(leftOf(toggledAt(running, 61_000), 9_999_000)).toBe(230);
  expect(readCountdown(JSON.stringify(running))).toEqual(running);
  for (const text of ['', 'null', '[]', '{"total":"1"}', '{"total":1,"spent":-1}', '{']) {
    expect(readCountdown(text)).toBe(undefined);
  }
});
