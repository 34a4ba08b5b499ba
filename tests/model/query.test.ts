import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import { checkQuery, facetsOf, matches, parseQuery } from '../../src/model/query.ts';

function card(id: string, suit: string, fields: Record<string, unknown> = {}): Card {
  return {
    id,
    suit,
    code: '',
    title: id,
    gist: '',
    related: [],
    sources: [],
    copies: 1,
    blank: false,
    face: suit,
    fields,
    sections: [],
    file: `deck/cards/${id}.mdx`,
    places: {},
  };
}

const cards = [
  card('cover', 'extra'),
  card('because-you-row', 'pattern', { family: 'REC', level: 'feature', effort: 3, market: 'both' }),
  card('first-look', 'pattern', { family: 'WEL', level: 'function', effort: 1, market: 'consumer' }),
  card('why-this-label', 'pattern', { family: 'TRU', level: 'feature', effort: 2, market: 'both' }),
  card('detractor', 'risk', { group: 'people' }),
  card('new-member', 'ingredient', { kind: 'audience' }),
  card('data-scientist', 'role', { seat: 'required' }),
];

function select(text: string): string[] {
  const parsed = parseQuery(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return cards.filter((one) => matches(parsed.ok, one)).map((one) => one.id);
}

function fault(text: string): string | undefined {
  const parsed = parseQuery(text);
  return 'error' in parsed ? parsed.error : checkQuery(parsed.ok, { cards });
}

describe('a query', () => {
  it.each([
    ['', cards.map((one) => one.id)],
    ['suit:risk', ['detractor']],
    ['family:REC,TRU level:feature', ['because-you-row', 'why-this-label']],
    ['family:rec', ['because-you-row']],
    ['suit:pattern -family:REC', ['first-look', 'why-this-label']],
    ['-suit:pattern,extra', ['detractor', 'new-member', 'data-scientist']],
    ['family:audience,people,required', ['detractor', 'new-member', 'data-scientist']],
    ['kind:audience', ['new-member']],
    ['effort:1,2', ['first-look', 'why-this-label']],
    ['id:detractor,cover', ['cover', 'detractor']],
    ['  suit:risk   id:detractor ', ['detractor']],
    ['suit:risk suit:extra', []],
  ])('%s', (text, ids) => {
    expect(select(text)).toEqual(ids);
  });

  it.each([
    ['REC', '"REC" is not key:value. Write e.g. family:REC or -suit:extra.'],
    ['family:', '"family:" has no value. Write e.g. family:one,another.'],
    [
      'famly:REC',
      'There is no key "famly". Did you mean "family"? Keys: id, suit, family, kind, group, seat, level, stage, mode, class, market, effort, argument, phase.',
    ],
    ['family:RECC', 'No card has family:RECC. Did you mean "REC"? Values: REC, WEL, TRU, people, audience, required.'],
    ['-suit:risks', 'No card has suit:risks. Did you mean "risk"? Values: extra, pattern, risk, ingredient, role.'],
    ['stage:mature', 'No card has stage:mature.'],
    ['suit:risk', undefined],
  ])('%s is told: %s', (text, message) => {
    expect(fault(text)).toBe(message);
  });
});

describe('facets', () => {
  it('are the values of a card as text', () => {
    expect(facetsOf(card('a', 'pattern', { family: 'REC', effort: 3, minutes: 20 }))).toEqual({
      id: ['a'],
      suit: ['pattern'],
      family: ['REC'],
      effort: ['3'],
    });
  });

  it('call a kind, a group and a seat a family too', () => {
    expect(facetsOf(card('a', 'role', { seat: 'required' }))).toEqual({
      id: ['a'],
      suit: ['role'],
      seat: ['required'],
      family: ['required'],
    });
  });
});
