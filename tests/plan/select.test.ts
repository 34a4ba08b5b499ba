import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { select, selectionName } from '../../src/plan/select.ts';

function card(id: string, suit: string, copies = 1): Card {
  const fields = { level: suit === 'pattern' ? 'feature' : undefined };
  const empty = { code: '', title: id, gist: '', related: [], sources: [], blank: false, face: '', sections: [] };
  return { id, suit, copies, fields, file: `${id}.mdx`, places: {}, ...empty };
}

const deck = {
  facets: { familyKeys: {}, fields: [{ key: 'level' }] },
  cards: [card('because-you-row', 'pattern'), card('similar-items', 'pattern'), card('blank-recipe', 'recipe', 3)],
  sets: {
    'one-day': { only: ['suit:pattern'], copies: { 'blank-recipe': 4, 'similar-items': 0 } },
    tables: { only: ['suit:pattern'], copies: {}, teams: 4, perTeam: { 'blank-recipe': 2 } },
    nothing: { only: ['id:similar-items'], copies: { 'similar-items': 0 } },
  },
} as unknown as Deck;

const cards = (wanted: Partial<Parameters<typeof select>[1]>) =>
  select(deck, { only: [], ...wanted }).cards.map(({ card: id, copies }) => `${id} ${copies}`);

describe('a set for teams', () => {
  test('has what each of them needs, for as many as it is for or as are asked for', () => {
    expect(cards({ set: 'tables' })).toEqual(['because-you-row 1', 'similar-items 1', 'blank-recipe 8']);
    expect(cards({ set: 'tables', teams: 5 })).toEqual(['because-you-row 1', 'similar-items 1', 'blank-recipe 10']);
    expect(select(deck, { only: [], set: 'tables', teams: 4 }).name).toBe('tables');
    expect(select(deck, { only: [], set: 'tables', teams: 5 }).name).toBe('tables-5-teams');
  });

  test('teams are for such a set only', () => {
    expect(() => cards({ teams: 4 })).toThrow('--teams says how many teams a set is for: give --set too');
    expect(() => cards({ set: 'one-day', teams: 4 })).toThrow(
      'the set one-day has nothing for each team: it is the same for any number of them',
    );
  });
});

describe('which cards are printed', () => {
  test('all of them, with their own copies', () => {
    expect(select(deck, { only: [] }).name).toBe('');
    expect(cards({})).toEqual(['because-you-row 1', 'similar-items 1', 'blank-recipe 3']);
  });

  test('a set: its copies count, 0 leaves a card out, a card that only they name is in', () => {
    expect(select(deck, { only: [], set: 'one-day' }).name).toBe('one-day');
    expect(cards({ set: 'one-day' })).toEqual(['because-you-row 1', 'blank-recipe 4']);
  });

  test('a hand: in its order, twice the same card is one with more copies', () => {
    expect(cards({ hand: 'blank-recipe.because-you-row~2.blank-recipe' })).toEqual([
      'blank-recipe 2',
      'because-you-row 2',
    ]);
  });

  test('a hand: up to 999 of a card, spaces around an id are none of it', () => {
    expect(cards({ hand: ' similar-items~12 .blank-recipe~345' })).toEqual(['similar-items 12', 'blank-recipe 345']);
    expect(select(deck, { only: [], hand: 'similar-items' }).name).toBe('hand');
  });

  test('a card that any of the queries means', () => {
    expect(cards({ only: ['suit:recipe', 'id:similar-items'] })).toEqual(['similar-items 1', 'blank-recipe 3']);
  });

  test('what is new since an edition', () => {
    const { name, cards: all } = select(deck, { only: [], since: '1.0.0' }, new Set(['similar-items']));
    expect([name, all]).toEqual(['since-1.0.0', [{ card: 'similar-items', copies: 1 }]]);
  });

  test('a set without queries is of all cards, one with several of what any of them means', () => {
    const sets = {
      all: { only: [], copies: { 'similar-items': 2 } },
      some: { only: ['suit:recipe', 'id:similar-items'], copies: {} },
    };
    const own = (set: string) => select({ ...deck, sets }, { only: [], set }).cards.map(({ card: id }) => id);
    expect(own('all')).toEqual(['because-you-row', 'similar-items', 'blank-recipe']);
    expect(own('some')).toEqual(['similar-items', 'blank-recipe']);
    expect(() => select({ ...deck, sets: {} }, { only: [], set: 'all' })).toThrow(
      'unknown set: all. deck.yaml names no sets.',
    );
  });

  test('--copies takes the place of all copies', () => {
    expect(cards({ copies: 9 })).toEqual(['because-you-row 9', 'similar-items 9', 'blank-recipe 9']);
  });

  test('a query as a part of a file name', () => {
    expect(selectionName(['family:REC,TRU -level:feature', 'suit:risk'])).toBe(
      'family-REC-TRU-not-level-feature+suit-risk',
    );
    expect(selectionName(['-suit:risk  level:a'])).toBe('not-suit-risk-level-a');
  });

  test.each<[Partial<Parameters<typeof select>[1]>, string]>([
    [{ set: 'one-dya' }, 'unknown set: one-dya. Did you mean "one-day"? Sets: one-day, tables, nothing'],
    [{ set: 'constructor' }, 'unknown set: constructor. Sets: one-day, tables, nothing'],
    [{ set: 'nothing' }, 'the set nothing has no cards'],
    [{ hand: 'because-you-rov' }, '--hand: the deck has no card "because-you-rov". Did you mean "because-you-row"?'],
    [
      { hand: 'because-you-row~0' },
      '--hand: "because-you-row~0" is not a card. Write ids with dots between: because-you-row.detractor~2',
    ],
    [{ hand: '' }, '--hand: "" is not a card. Write ids with dots between: because-you-row.detractor~2'],
    [{ hand: 'similar-items', copies: 2 }, 'a hand has its own copies: write --hand because-you-row~3, not --copies'],
    [{ only: ['suit:risk'], set: 'one-day' }, 'give one of --only and --set: each says which cards to print'],
    [{ hand: 'similar-items', since: '1.0.0' }, 'give one of --hand and --since: each says which cards to print'],
    [
      { only: ['suit:pattern id:blank-recipe', 'suit:recipe id:similar-items'] },
      `no card of the deck matches --only 'suit:pattern id:blank-recipe' 'suit:recipe id:similar-items'`,
    ],
    [{ only: ['suit:risk'] }, `--only 'suit:risk': No card has suit:risk. Values: pattern, recipe.`],
  ])('%o is refused', (wanted, message) => {
    expect(() => cards(wanted)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
  });
});
