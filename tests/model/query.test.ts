import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import { facetsOf } from '../../src/model/facets.ts';
import { matches, readQuery } from '../../src/model/query.ts';

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

const facets = {
  familyKeys: { pattern: 'family', risk: 'group', ingredient: 'kind', role: 'seat' },
  fields: ['level', 'stage', 'market', 'effort', 'systems'].map((key) => ({ key })),
};

const cards = [
  card('cover', 'extra'),
  card('because-you-row', 'pattern', {
    family: 'REC',
    level: 'feature',
    effort: 3,
    market: 'both',
    systems: ['cms', 'crm'],
  }),
  card('first-look', 'pattern', { family: 'WEL', level: 'function', effort: 1, market: 'consumer' }),
  card('why-this-label', 'pattern', { family: 'TRU', level: 'feature', effort: 2, market: 'both' }),
  card('detractor', 'risk', { group: 'people' }),
  card('new-member', 'ingredient', { kind: 'audience' }),
  card('data-scientist', 'role', { seat: 'required' }),
];

function select(text: string): string[] {
  const read = readQuery(text, { facets, cards });
  if ('error' in read) throw new Error(read.error);
  return cards.filter((one) => matches(read.ok, one)).map((one) => one.id);
}

function fault(text: string): string | undefined {
  const read = readQuery(text, { facets, cards });
  return 'error' in read ? read.error : undefined;
}

describe('a query', () => {
  it.each([
    ['suit:risk', ['detractor']],
    ['family:REC,TRU level:feature', ['because-you-row', 'why-this-label']],
    ['family:rec', ['because-you-row']],
    ['suit:pattern -family:REC', ['first-look', 'why-this-label']],
    ['-suit:pattern,extra', ['detractor', 'new-member', 'data-scientist']],
    ['family:audience,people,required', ['detractor', 'new-member', 'data-scientist']],
    ['kind:audience', ['new-member']],
    ['systems:crm', ['because-you-row']],
    ['effort:1,2', ['first-look', 'why-this-label']],
    ['id:detractor,cover', ['cover', 'detractor']],
    ['  suit:risk   id:detractor ', ['detractor']],
    ['suit:risk suit:extra', []],
  ])('%s', (text, ids) => {
    expect(select(text)).toEqual(ids);
  });

  it.each([
    ['REC', '"REC" is not key:value. Did you mean family:REC?'],
    ['risk', '"risk" is not key:value. Did you mean suit:risk?'],
    ['-required,optional', '"-required,optional" is not key:value. Did you mean -family:required,optional?'],
    ['Detractor', '"Detractor" is not key:value. Did you mean id:Detractor?'],
    ['something', '"something" is not key:value. Write e.g. suit:NAME or -suit:NAME.'],
    [' ', 'A query is empty. Write e.g. suit:NAME or -suit:NAME.'],
    ['family:', '"family:" has no value. Write e.g. family:one,another.'],
    [
      'famly:REC',
      'There is no key "famly". Did you mean "family"? Keys: id, suit, family, group, kind, seat, level, stage, market, effort, systems.',
    ],
    ['family:RECC', 'No card has family:RECC. Did you mean "REC"? Values: REC, WEL, TRU, people, audience, required.'],
    ['-suit:risks', 'No card has suit:risks. Did you mean "risk"? Values: extra, pattern, risk, ingredient, role.'],
    ['stage:mature', 'No card has stage:mature.'],
    ['suit:risk stage:mature', 'No card has stage:mature.'],
    ['suit:risk', undefined],
  ])('%s is told: %s', (text, message) => {
    expect(fault(text)).toBe(message);
  });
});

it('may name what no card has where cards are hidden that had it; a key that there is not is wrong all the same', () => {
  const lenient = (text: string) => readQuery(text, { facets, cards }, { mayMiss: true });
  const read = lenient('stage:mature suit:pattern');
  if ('error' in read) throw new Error(read.error);
  expect(read.ok.terms).toHaveLength(2);
  expect(cards.filter((one) => matches(read.ok, one))).toEqual([]);
  expect(lenient('famly:REC')).toHaveProperty('error');
});

it('values are listed where they are 30 at most, without empty ones', () => {
  const many = Array.from({ length: 31 }, (_, at) =>
    card(`card-${at}`, 'risk', { level: at === 0 ? '' : `level-${at}` }),
  );
  const said = (text: string, some: readonly Card[]) => readQuery(text, { facets, cards: some });
  expect(said('id:zzz', many)).toEqual({ error: 'No card has id:zzz.' });
  const list = many.slice(1).map(({ id }) => id);
  expect(said('id:zzz', many.slice(1))).toEqual({ error: `No card has id:zzz. Values: ${list.join(', ')}.` });
  expect(said('level:zzz', many.slice(0, 2))).toEqual({ error: 'No card has level:zzz. Values: level-1.' });
});

describe('facets', () => {
  it('are the values of a card as text', () => {
    expect(facetsOf(card('a', 'pattern', { family: 'REC', effort: 3, minutes: 20 }), facets)).toEqual({
      id: ['a'],
      suit: ['pattern'],
      family: ['REC'],
      effort: ['3'],
    });
  });

  it('call a kind, a group and a seat a family too', () => {
    expect(facetsOf(card('a', 'role', { seat: 'required' }), facets)).toEqual({
      id: ['a'],
      suit: ['role'],
      seat: ['required'],
      family: ['required'],
    });
  });
});
