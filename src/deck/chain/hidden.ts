import type { Card } from '../../model/card.ts';
import { cardIds, refsOf } from '../../model/fields.ts';
import type { Look } from '../../model/looks.ts';
import type { Place } from '../../model/problem.ts';

/** A card with hidden cards taken out of its lists of ids, such as `related`: readers would not find them. */
export function withoutHidden(card: Card, look: Look, hidden: ReadonlySet<string>): Card {
  if (hidden.size === 0) return card;
  const values = { ...card.fields, related: card.related };
  const refs = refsOf({ ...look.fields, related: cardIds() }, values, 'card').filter(({ value }) => hidden.has(value));
  const gone = new Set(refs.flatMap(({ path: [key, at, ...deeper] }) => (deeper.length > 0 ? [] : `${key}.${at}`)));
  if (gone.size === 0) return card;
  const left = (key: string, value: unknown) =>
    Array.isArray(value) ? value.filter((_, at) => !gone.has(`${key}.${at}`)) : value;
  return {
    ...card,
    related: card.related.filter((id) => !hidden.has(id)),
    fields: Object.fromEntries(Object.entries(card.fields).map(([key, value]) => [key, left(key, value)])),
    places: placesWithout(card.places, gone),
  };
}

/** Places after entries of lists are taken out: with `related.1` gone, `related.2` becomes `related.1`. */
function placesWithout(places: Card['places'], gone: ReadonlySet<string>): Record<string, Place> {
  const moved = new Map<string, Place>();
  for (const [at, place] of Object.entries(places)) {
    const [, key = '', index] = at.match(/^([^.]+)\.(\d+)$/) ?? [];
    if (gone.has(at)) continue;
    const before = index === undefined ? 0 : countBefore(gone, key, Number(index));
    moved.set(before === 0 ? at : `${key}.${Number(index) - before}`, place);
  }
  return Object.fromEntries(moved);
}

function countBefore(gone: ReadonlySet<string>, key: string, index: number): number {
  return Array.from({ length: index }, (_, at) => `${key}.${at}`).filter((at) => gone.has(at)).length;
}
