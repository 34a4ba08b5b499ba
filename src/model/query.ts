import type { Card } from './card.ts';
import { lookUp } from './look-up.ts';
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

/** Keys that a query may use; all but `id` and `suit` are read from front matter. */
const KEYS = 'id suit family kind group seat level stage mode class market effort argument phase'.split(' ');

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
  return query.terms.every(({ key, values, exclude }) => {
    const own = valuesOf(card, key);
    return exclude !== values.some((value) => own.some((one) => same(one, value)));
  });
}

/** A card's values by facet, as text; facets that it has not are absent. */
export function facetsOf(card: Facetted): Record<string, string[]> {
  const facets = KEYS.map((key) => [key, valuesOf(card, key)] as const);
  return Object.fromEntries(facets.filter(([, values]) => values.length > 0));
}

/** A card's values of one facet. `family` is also the kind, group or seat. */
function valuesOf(card: Facetted, key: string): string[] {
  if (key === 'id') return [card.id];
  if (key === 'suit') return [card.suit];
  if (key !== 'family') return textsOf(lookUp(card.fields, key));
  return FAMILY_KEYS.map((one) => textsOf(lookUp(card.fields, one))).find((values) => values.length > 0) ?? [];
}

/** The usage error of a query that names a value which no card of the deck has; undefined for a good one. */
export function checkQuery(query: Query, deck: { cards: readonly Facetted[] }): string | undefined {
  for (const { key, values } of query.terms) {
    const known = [...new Set(deck.cards.flatMap((card) => valuesOf(card, key)))].filter((value) => value !== '');
    const wrong = values.find((value) => !known.some((one) => same(one, value)));
    if (wrong === undefined) continue;
    const list = known.length > 0 && known.length <= 30 ? ` Values: ${known.join(', ')}.` : '';
    return `No card has ${key}:${wrong}.${didYouMean(wrong, known)}${list}`;
  }
  return undefined;
}

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
