import type { Root } from 'hast';
import { filled } from '../../layouts/words/words.ts';
import type { Card } from '../model/card.ts';
import type { Catalog, Facet, FacetValue } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import { cardCount, keyName } from '../model/deck-names.ts';
import { familyFacet, shownKeys, valuesOf } from '../model/facets.ts';
import { lookUp } from '../model/look-up.ts';
import type { SiteFiles, SiteInput } from './input.ts';

/** Joins what the pages need to know about the deck: facets, and who names whom. */
export function catalogOf(input: SiteInput): Catalog {
  const { deck } = input;
  const byId = new Map(deck.cards.map((card) => [card.id, card]));
  return {
    deck,
    format: input.format,
    faces: input.looks.faces,
    elements: input.looks.elements,
    shell: input.looks.shell,
    byId,
    facets: shownKeys(deck.facets).flatMap((key) => facetOf(deck, key) ?? []),
    ...shownFiles(input),
    usedBy: usersOf(deck, byId),
    retired: Object.fromEntries(Object.entries(input.retired ?? {}).filter(([id]) => !byId.has(id))),
    printable: input.faces !== undefined && input.press !== undefined,
    files: {},
    findRoot: '',
  };
}

/** The files that pages show or offer. */
export function shownFiles({ pictures, prints, guides, kitFiles, boardPictures }: SiteFiles) {
  const shown = { pictures, prints, guides: guides ?? [], kitFiles: kitFiles ?? [] };
  return { ...shown, boardPictures: boardPictures ?? new Map() } satisfies Partial<Catalog>;
}

function facetOf(deck: Deck, key: string): Facet | undefined {
  const cards = new Map<string, Card[]>();
  for (const card of deck.cards) {
    for (const value of valuesOf(card, key, deck.facets)) cards.set(value, [...(cards.get(value) ?? []), card]);
  }
  if (cards.size === 0) return undefined;
  const known = valuesKnown(deck, key);
  const order = [...known.keys()];
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const values = [...cards]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([value, its]) => ({ value, ...(known.get(value) ?? plain(value)), cards: writtenOf(its) }));
  return { key, name: lookUp<string>(deck.words.facets, key) ?? keyName(deck, key), values };
}

/** Without blank cards, where there are others: "143 patterns" beside a sentence about 142 of them is taken for a mistake. */
function writtenOf(cards: readonly Card[]): readonly Card[] {
  const written = cards.filter(({ blank }) => !blank);
  return written.length > 0 ? written : cards;
}

type Described = Pick<FacetValue, 'name' | 'about' | 'colour'>;

/** The values that a facet may have, in printed order: suits, families, a closed list, cards of a suit by number, steps of a scale. */
function valuesKnown(deck: Deck, key: string): Map<string, Described> {
  if (key === 'suit') return new Map(deck.suits.map((suit) => [suit.id, suit]));
  const families = deck.suits
    .filter((suit) => familyFacet(deck.facets, suit.id) === key)
    .flatMap((suit) => suit.families);
  const { card, list, scale } = deck.facets.fields.find((field) => field.key === key) ?? {};
  const listed = Object.entries(lookUp(deck.lists, list ?? '') ?? {});
  const colour = deck.suits.find((suit) => suit.id === card)?.colour;
  const cards = deck.cards.filter((one) => one.suit === card || (card === '*' && one.number !== undefined));
  const steps = Array.from({ length: scale?.of ?? 0 }, (_, at) => String(at + 1));
  const step = (count: string) => filled(deck.words.site.countOf, { count, of: steps.length });
  return new Map([
    ...steps.map((count) => [count, plain(step(count))] as const),
    ...cards.map((one) => [one.id, { name: one.title, about: one.gist, colour: colour ?? 'ink' }] as const),
    ...listed.map(([value, name]) => [value, plain(name)] as const),
    // Two suits may each have a family of the same id, e.g. `data`: the first suit's gives it its name and colour.
    ...families
      .filter(({ id }, at) => families.findIndex((one) => one.id === id) === at)
      .map((family) => [family.id, family] as const),
  ]);
}

function plain(name: string): Described {
  return { name, about: '', colour: 'ink' };
}

/** Card id → cards that name it. Facets do not count: they have pages of their own. */
function usersOf(deck: Deck, byId: ReadonlyMap<string, Card>): Map<string, Card[]> {
  const users = new Map<string, Card[]>();
  for (const card of deck.cards) {
    for (const id of namedIn(card, byId, shownKeys(deck.facets))) users.set(id, [...(users.get(id) ?? []), card]);
  }
  return users;
}

function namedIn(card: Card, byId: ReadonlyMap<string, Card>, facets: readonly string[]): Set<string> {
  const fields = Object.entries(card.fields).filter(([key]) => !facets.includes(key));
  const named = new Set(fields.flatMap(([, value]) => (Array.isArray(value) ? value : [value])).map(String));
  for (const section of card.sections) for (const id of idsIn(section.content)) named.add(id);
  return new Set([...named].filter((id) => byId.has(id) && id !== card.id && !card.related.includes(id)));
}

/** Values of the attributes of elements such as `<Card id="detractor" />`. */
function idsIn(node: Root | Root['children'][number]): string[] {
  const own = node.type === 'element' && /^[A-Z]/.test(node.tagName) ? Object.values(node.properties).map(String) : [];
  return 'children' in node ? [...own, ...node.children.flatMap(idsIn)] : own;
}

/** A sentence for search results and link previews. */
export function summaryOf(catalog: Catalog): string {
  const suits = catalog.deck.suits.map((suit) => suit.name.toLowerCase());
  const { deck } = catalog;
  return `${cardCount(deck, deck.cards.length)} ${deck.tagline}: ${suits.join(', ')}.`.replace(' :', ':');
}
