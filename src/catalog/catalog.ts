import type { Root } from 'hast';
import { filled } from '../../layouts/words/words.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { type Catalog, cardCount, type Facet, type FacetValue, sizeOf } from '../model/pages.ts';
import { facetsOf } from '../model/query.ts';
import type { SiteInput } from './input.ts';

/** Facets in the order in which they are offered. `id` is a key of queries, not a facet. */
const FACETS = ['suit', 'family', 'level', 'stage', 'mode', 'class', 'market', 'effort', 'argument', 'phase'] as const;

/** Joins what the pages need to know about the deck: facets, and who names whom. */
export function catalogOf(input: SiteInput): Catalog {
  const { deck } = input;
  const byId = new Map(deck.cards.map((card) => [card.id, card]));
  return {
    deck,
    format: input.format,
    elements: input.looks.elements,
    shell: input.looks.shell,
    byId,
    facets: FACETS.flatMap((key) => facetOf(deck, byId, key, deck.words.facets[key]) ?? []),
    pictures: input.pictures,
    prints: input.prints,
    usedBy: usersOf(deck, byId),
    retired: Object.fromEntries(Object.entries(input.retired ?? {}).filter(([id]) => !byId.has(id))),
    printable: input.faces !== undefined && input.press !== undefined,
  };
}

function facetOf(deck: Deck, byId: ReadonlyMap<string, Card>, key: string, name: string): Facet | undefined {
  const cards = new Map<string, Card[]>();
  for (const card of deck.cards) {
    for (const value of lookUp(facetsOf(card), key) ?? []) cards.set(value, [...(cards.get(value) ?? []), card]);
  }
  if (cards.size === 0) return undefined;
  const order = orderOf(deck, key);
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const values = [...cards]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([value, its]) => ({ value, ...describe(deck, byId, key, value), cards: its }));
  return { key, name, values };
}

/** Values in printed order: as suits, families and lists name them, cards by number. */
function orderOf(deck: Deck, key: string): string[] {
  if (key === 'suit') return deck.suits.map((suit) => suit.id);
  if (key === 'family') return deck.suits.flatMap((suit) => suit.families.map((family) => family.id));
  const list = lookUp(deck.lists, key);
  return list ? Object.keys(list) : deck.cards.filter((card) => card.suit === key).map((card) => card.id);
}

function describe(
  deck: Deck,
  byId: ReadonlyMap<string, Card>,
  key: string,
  value: string,
): Pick<FacetValue, 'name' | 'about' | 'colour'> {
  const suit = deck.suits.find((one) => one.id === value);
  if (key === 'suit' && suit) return suit;
  const family = deck.suits.flatMap((one) => one.families).find((one) => one.id === value);
  if (key === 'family' && family) return family;
  if (key === 'effort')
    return { name: filled(deck.words.site.countOf, { count: value, of: 5 }), about: '', colour: 'ink' };
  const card = byId.get(value);
  const colour = deck.suits.find((one) => one.id === key)?.colour ?? 'ink';
  if (card?.suit === key) return { name: card.title, about: card.gist, colour };
  return { name: lookUp(lookUp(deck.lists, key), value) ?? value, about: '', colour };
}

/** Card id → cards that name it. Facets (level, stage …) do not count: they have pages of their own. */
function usersOf(deck: Deck, byId: ReadonlyMap<string, Card>): Map<string, Card[]> {
  const users = new Map<string, Card[]>();
  for (const card of deck.cards) {
    for (const id of namedIn(card, byId)) users.set(id, [...(users.get(id) ?? []), card]);
  }
  return users;
}

function namedIn(card: Card, byId: ReadonlyMap<string, Card>): Set<string> {
  const fields = Object.entries(card.fields).filter(([key]) => !FACETS.some((one) => one === key));
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
  return `${cardCount(deck, sizeOf(deck))} ${deck.tagline}: ${suits.join(', ')}.`.replace(' :', ':');
}
