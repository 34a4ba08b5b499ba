import { familyOf } from '../model/card-facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { csvText } from '../model/csv.ts';
import { lookUp } from '../model/look-up.ts';

const COLUMNS = ['id', 'suit', 'family', 'number', 'code', 'title', 'gist'];

/** One line a card: what all cards have, a column for each facet of the looks, one for each section heading of the deck. */
export function cardsCsv(catalog: Catalog): string {
  const { cards, facets } = catalog.deck;
  const columns = [...COLUMNS, ...facets.fields.map(({ key }) => key).filter((key) => !COLUMNS.includes(key))];
  const headings = [...new Set(cards.flatMap((card) => card.sections.map((section) => section.heading)))];
  const lines = cards.map((card) => {
    const known: Record<string, unknown> = { ...card.fields, ...card, family: familyOf(card, catalog.deck)?.id };
    const texts = headings.map((heading) => card.sections.find((one) => one.heading === heading)?.text ?? '');
    return [...columns.map((column) => [lookUp(known, column) ?? ''].flat().join(', ')), ...texts];
  });
  return csvText([[...columns, ...headings], ...lines]);
}
