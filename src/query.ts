import type { Card } from './model.ts';
import { didYouMean } from './suggest.ts';

/** One filter of a query: a card matches where its facet has any of the values. */
export interface Term {
  key: string;
  values: readonly string[];
  /** Turned round: written with a leading `-`. */
  exclude: boolean;
}

/** All terms must hold. */
export interface Query {
  terms: readonly Term[];
}

/** What a query reads of a card. */
export type Facetted = Pick<Card, 'id' | 'suit' | 'fields'>;

/** Keys that a query may use; those of front matter are read from there. */
const OWN_KEYS = ['id', 'suit', 'family'];
const FIELD_KEYS = 'kind group seat level stage mode class market effort argument phase'.split(' ');
const KEYS = [...OWN_KEYS, ...FIELD_KEYS];

/** Front-matter keys that name a card's family, whatever the suit calls it. */
const FAMILY_KEYS = ['family', 'kind', 'group', 'seat'];

/** Reads `family:REC,TRU level:feature -suit:extra`: `,` is or, a space is and, a leading `-` excludes. */
export function parseQuery(text: string): { ok: Query } | { error: string } {
  const terms: Term[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const [, minus, key = '', list = ''] = word.match(/^(-?)([^:]*):(.*)$/) ?? [];
    if (minus === undefined) return { error: `"${word}" is not key:value. Write e.g. family:REC or -suit:extra.` };
    if (!KEYS.includes(key)) {
      return { error: `There is no key "${key}".${didYouMean(key, KEYS)} Keys: ${KEYS.join(', ')}.` };
    }
    const values = list.split(',').filter((one) => one !== '');
    if (values.length === 0) return { error: `"${word}" has no value. Write e.g. ${key}:one,another.` };
    terms.push({ key, values, exclude: minus === '-' });
  }
  return { ok: { terms } };
}

/** Whether a card matches all terms of a query. Small and capital letters are the same. */
export function matches(query: Query, card: Facetted): boolean {
  const facets = facetsOf(card);
  return query.terms.every(({ key, values, exclude }) => {
    const own = facets[key] ?? [];
    return exclude !== values.some((value) => own.some((one) => same(one, value)));
  });
}

/** A card's values by facet, as text; facets that it has not are absent. `family` is also the kind, group or seat. */
export function facetsOf(card: Facetted): Record<string, string[]> {
  const facets: Record<string, string[]> = { id: [card.id], suit: [card.suit] };
  for (const key of FIELD_KEYS) add(facets, key, card.fields[key]);
  for (const key of FAMILY_KEYS) if (!facets.family) add(facets, 'family', card.fields[key]);
  return facets;
}

/** The usage error of a query that names a value which no card of the deck has; undefined for a good one. */
export function checkQuery(query: Query, deck: { cards: readonly Facetted[] }): string | undefined {
  const all = deck.cards.map((card) => facetsOf(card));
  for (const { key, values } of query.terms) {
    const known = [...new Set(all.flatMap((facets) => facets[key] ?? []))].filter((value) => value !== '');
    const wrong = values.find((value) => !known.some((one) => same(one, value)));
    if (wrong === undefined) continue;
    const list = known.length > 0 && known.length <= 30 ? ` Values: ${known.join(', ')}.` : '';
    return `No card has ${key}:${wrong}.${didYouMean(wrong, known)}${list}`;
  }
  return undefined;
}

function add(facets: Record<string, string[]>, key: string, value: unknown): void {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  if (texts.length > 0) facets[key] = texts;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
