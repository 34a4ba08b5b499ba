import type { Card } from '../model/card.ts';
import { type Catalog, fieldsOf } from '../model/catalog.ts';
import { lookUp } from '../model/look-up.ts';

/** The quote or question on the front; empty for none. */
export function quoteOf(catalog: Catalog, card: Card): string {
  const quoted = Object.entries(fieldsOf(catalog, card)).filter(([, meta]) => meta.quoted);
  const quote = quoted.map(([key]) => lookUp(card.fields, key)).find(Boolean);
  return typeof quote === 'string' ? quote : '';
}
