import type { Root } from 'hast';
import { filled } from '../../layouts/words/words.ts';
import type { Card } from '../model/card.ts';
import type { Catalog, Facet, FacetValue } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import { cardCount, keyName } from '../model/deck-names.ts';
import { familyFacet, shownKeys, valuesOf } from '../model/facets.ts';
import { refsOf } from '../model/fields.ts';
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
    usedBy: usersOf(input, byId),
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
function usersOf({ deck, looks }: SiteInput, byId: ReadonlyMap<string, Card>): Map<string, Card[]> {
  const users = new Map<string, Card[]>();
  for (const card of deck.cards) {
    const named = namedIn(card, looks, shownKeys(deck.facets));
    for (const id of named.filter((one) => byId.has(one))) users.set(id, [...(users.get(id) ?? []), card]);
  }
  return users;
}

/** Ids of the cards that a card names in its own fields and in its text, each once: a word that is some card's id too names no card. */
function namedIn(card: Card, { faces, elements }: SiteInput['looks'], facets: readonly string[]): string[] {
  const fields = refsOf(lookUp(faces, card.face)?.fields ?? {}, card.fields, 'card')
    .filter(({ path: [key = ''] }) => !facets.includes(String(key)))
    .map(({ value }) => value);
  const named = new Set([...fields, ...card.sections.flatMap(({ content }) => idsIn(content, elements))]);
  return [...named].filter((id) => id !== card.id && !card.related.includes(id));
}

/** Cards that tags such as `<Card id="detractor" />` name. */
function idsIn(node: Root | Root['children'][number], elements: SiteInput['looks']['elements']): string[] {
  const own = node.type === 'element' ? (lookUp(elements, node.tagName)?.cardIds ?? []) : [];
  const ids = own.flatMap((key) => (node.type === 'element' ? String(lookUp(node.properties, key) ?? '') : []));
  return 'children' in node ? [...ids, ...node.children.flatMap((one) => idsIn(one, elements))] : ids;
}

/** A sentence for search results and link previews. */
export function summaryOf(catalog: Catalog): string {
  const used = new Set(catalog.deck.cards.map(({ suit }) => suit));
  const suits = catalog.deck.suits.filter(({ id }) => used.has(id)).map(({ name }) => name.toLowerCase());
  const { deck } = catalog;
  return `${cardCount(deck, deck.cards.length)} ${deck.tagline}: ${suits.join(', ')}.`.replace(' :', ':');
}
