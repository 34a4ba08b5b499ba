import type { Card } from '../model/card.ts';
import { familyOf } from '../model/card-facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { csvText, UTF8_MARK } from '../model/csv.ts';
import { headingOf } from '../model/deck-names.ts';
import { lookUp } from '../model/look-up.ts';
import { linesOf } from './content-lines.ts';

/** What all cards have, in the first columns and in those after the suits' own. */
const FIRST = ['id', 'suit', 'family', 'number', 'code', 'title', 'gist'];
const FURTHER = ['related', 'also', 'choose', 'sources', 'copies', 'blank'];

/**
 * One line a card, with all that cards.json has of its words: what all cards have, a column for each field of the suits, the facets of
 * the looks first, and one for each section heading of the deck.
 */
export function cardsCsv(catalog: Catalog): string {
  const { deck } = catalog;
  const { cards } = deck;
  const columns = [...new Set([...FIRST, ...fieldsOf(catalog), ...FURTHER])];
  const headings = [...new Set(cards.flatMap((card) => card.sections.map(({ heading }) => headingOf(deck, heading))))];
  const lines = cards.map((card) => {
    const known: Record<string, unknown> = { ...card, ...card.fields, family: familyOf(card, deck)?.id };
    const texts = headings.map((heading) => textOf(catalog, card, heading));
    return [...columns.map((column) => cellOf(lookUp(known, column))), ...texts];
  });
  return UTF8_MARK + csvText([[...columns, ...headings], ...lines]);
}

/** Fields of the suits: facets, then others as cards have them. A suit's own key of its families is the column `family`. */
function fieldsOf({ deck: { cards, facets } }: Catalog): string[] {
  const shown = facets.fields.map(({ key }) => key);
  const families = Object.values(facets.familyKeys).filter((key) => !shown.includes(key));
  return [...shown, ...cards.flatMap(({ fields }) => Object.keys(fields))].filter((key) => !families.includes(key));
}

/** The words under a heading, as printed. */
function textOf(catalog: Catalog, card: Card, heading: string): string {
  const section = card.sections.find((one) => headingOf(catalog.deck, one.heading) === heading);
  return section ? linesOf(catalog, section.content) : '';
}

/** A value as text: short ones of a list beside each other, others on lines of their own; parts that have names with dots between. */
function cellOf(value: unknown): string {
  const values = [value ?? []].flat();
  const texts = values.map((one) => (typeof one === 'object' ? Object.values(one ?? {}).join(' · ') : String(one)));
  return texts.join(texts.some((text) => /[,\s]/u.test(text)) ? '\n' : ', ');
}
