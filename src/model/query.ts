import { type Facets, type Facetted, queryKeys, shownKeys, valuesOf } from './facets.ts';
import { didYouMean, type RetiredIds, retiredMessage } from './suggest.ts';

/** One filter of a query: a card matches where its facet has any of the values. */
interface Term {
  key: string;
  values: readonly string[];
  /** True for a term with a leading `-`: cards that match it are left out. */
  exclude: boolean;
}

/** All terms must hold. */
export interface Query {
  terms: readonly Term[];
  facets: Facets;
}

/** The cards and facets that a query is read for. */
export interface Asked {
  facets: Facets;
  cards: readonly Facetted[];
  retired?: RetiredIds | undefined;
}

/**
 * Reads `family:REC,TRU level:feature -suit:extra`: `,` is or, a space is and, a leading `-` excludes. The error is for a query
 * that can't be read, or that names a key or a value which no card has.
 *
 * @param mayMiss true where values that no card has are no mistake: cards that are hidden here had them
 */
export function readQuery(
  text: string,
  { facets, cards, retired }: Asked,
  { mayMiss = false }: { mayMiss?: boolean } = {},
): { ok: Query } | { error: string } {
  const terms: Term[] = [];
  const words = text.split(/\s+/).filter((one) => one !== '');
  // As a variable of a shell that is not set gives: every card would match.
  if (words.length === 0) return { error: 'A query is empty. Write e.g. suit:NAME or -suit:NAME.' };
  for (const word of words) {
    const read = termOf(word, { facets, cards });
    if ('error' in read) return read;
    terms.push(read.ok);
  }
  const query = { terms, facets };
  if (mayMiss) return { ok: query };
  const wrong = terms.map((term) => unknownValue(term, { facets, cards, retired })).find((one) => one !== undefined);
  return wrong === undefined ? { ok: query } : { error: wrong };
}

function termOf(word: string, asked: Asked): { ok: Term } | { error: string } {
  const [, minus, key = '', list = ''] = word.match(/^(-?)([^:]*):(.*)$/) ?? [];
  if (minus === undefined) {
    const meant = meantBy(word, asked);
    const help = meant === undefined ? 'Write e.g. suit:NAME or -suit:NAME.' : `Did you mean ${meant}?`;
    return { error: `"${word}" is not key:value. ${help}` };
  }
  const keys = queryKeys(asked.facets);
  if (!keys.includes(key)) {
    return { error: `There is no key "${key}".${didYouMean(key, keys)} Keys: ${keys.join(', ')}.` };
  }
  const values = list.split(',').filter((one) => one !== '');
  if (values.length === 0) return { error: `"${word}" has no value. Write e.g. ${key}:one,another.` };
  return { ok: { key, values, exclude: minus === '-' } };
}

/** `risk` → `suit:risk`: the key that somebody may have left out before a value. Facets of the catalog are tried first, ids last. */
function meantBy(word: string, { facets, cards }: Asked): string | undefined {
  const [, minus = '', values = ''] = word.match(/^(-?)(.*)$/) ?? [];
  const [first = ''] = values.split(',');
  const key = [...shownKeys(facets), 'id'].find((one) =>
    cards.some((card) => valuesOf(card, one, facets).some((own) => same(own, first))),
  );
  return key === undefined ? undefined : `${minus}${key}:${values}`;
}

/** Whether a card matches all terms of a query. Small and capital letters are the same. */
export function matches(query: Query, card: Facetted): boolean {
  return query.terms.every(({ key, values, exclude }) => {
    const own = valuesOf(card, key, query.facets);
    return exclude !== values.some((value) => own.some((one) => same(one, value)));
  });
}

function unknownValue({ key, values }: Term, { facets, cards, retired }: Asked): string | undefined {
  const known = new Set(cards.flatMap((card) => valuesOf(card, key, facets)));
  known.delete('');
  // A set may name a hundred cards of as many.
  const folded = new Set([...known].map((value) => value.toLowerCase()));
  const wrong = values.find((value) => !folded.has(value.toLowerCase()));
  if (wrong === undefined) return undefined;
  const isOld = key === 'id' ? retiredMessage(wrong, retired) : undefined;
  if (isOld !== undefined) return isOld;
  const list = known.size > 0 && known.size <= 30 ? ` Values: ${[...known].join(', ')}.` : '';
  return `No card has ${key}:${wrong}.${didYouMean(wrong, known)}${list}`;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
