import type { Card } from '../model/card.ts';
import type { Catalog, Facet, FacetValue } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import { lookInto } from '../model/look-into.ts';
import { noting } from '../model/noting.ts';

// Which parts of a catalog a page was made from. While these stay the same it is not made again, whatever else has changed.
//
// What is read is noted as a path, a list as JSON: `["prints"]`, `["deck","words"]`, `["card","because-you-row","title"]`,
// `["value","level","feature","cards"]`, `["pictures","because-you-row.front"]`; `*` as its last part where all of a thing was read.

/** A catalog that notes which of its parts are read. */
export interface TracedCatalog {
  catalog: Catalog;
  /** Forgets what was read so far, and notes what is read from now on in the set that it returns. */
  begin(): ReadonlySet<string>;
}

/** A catalog to hand to pages that are made one after the other: they share it, and each begins to note anew. */
export function tracedCatalog(catalog: Catalog): TracedCatalog {
  let read = new Set<string>();
  const note = (...path: readonly string[]) => void read.add(JSON.stringify(path));
  const cardPath = cardPaths();
  // Whoever has a card knows its id: it was asked for by it, or is in a list, whose ids are noted.
  const notingCard = noting<Card>(({ id }, key) => key !== 'id' && read.add(cardPath(id, key)));
  const cards = new Map(catalog.deck.cards.map((card) => [card, notingCard(card)]));
  const all = (some: readonly Card[]) => some.map((card) => cards.get(card) ?? notingCard(card));
  const deck = noting<Deck>((_, key) => note('deck', key))({ ...catalog.deck, cards: all(catalog.deck.cards) });
  const facets = catalog.facets.map((facet): Facet => {
    // A page of a value is given the facet without asking for it.
    const notingFacet = noting<Facet>(() => note('facets'));
    const notingValue = noting<FacetValue>(({ value }, key) => key !== 'value' && note('value', facet.key, value, key));
    return notingFacet({ ...facet, values: facet.values.map((one) => notingValue({ ...one, cards: all(one.cards) })) });
  });
  const usedBy = new Map([...catalog.usedBy].map(([id, users]) => [id, all(users)] as const));
  const shown: Catalog = {
    ...catalog,
    ...{
      deck,
      facets,
      byId: new Map([...catalog.byId].map(([id, card]) => [id, cards.get(card) ?? notingCard(card)])),
    },
    usedBy: notingMap(usedBy, (id) => note('usedBy', id)),
    pictures: notingMap(catalog.pictures, (key) => note('pictures', key)),
  };
  // These note for themselves what of them is read.
  const silent = new Set(['deck', 'usedBy', 'pictures']);
  return {
    catalog: noting<Catalog>((_, key) => !silent.has(key) && note(key))(shown),
    begin() {
      read = new Set();
      return read;
    },
  };
}

/** Gives the paths of cards' properties, each made once: pages read little else, and to make them each time is a sixth of writing a page. */
function cardPaths(): (id: string, key: string) => string {
  const all = new Map<string, Map<string, string>>();
  return (id, key) => {
    const paths = all.get(id) ?? new Map<string, string>();
    const path = paths.get(key) ?? JSON.stringify(['card', id, key]);
    if (!paths.has(key)) all.set(id, paths.set(key, path));
    return path;
  };
}

/** A map that notes which of its entries are asked for, and `*` where it is asked for anything else. */
function notingMap<Value>(map: ReadonlyMap<string, Value>, note: (key: string) => void): ReadonlyMap<string, Value> {
  return new Proxy(map, {
    get(target, property) {
      if (property === 'get' || property === 'has') {
        return (key: string) => {
          note(key);
          return target[property](key);
        };
      }
      note('*');
      const value = Reflect.get(target, property, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Gives the value at a path of a catalog, as plain data; undefined where there is none. What is code is none: it changes with the engine. */
export function valuesIn(catalog: Catalog): (path: string) => unknown {
  const { deck, byId } = catalog;
  let parts: Record<string, unknown> | undefined;
  return (path) => {
    const [part = '', name = '', key = '', property = ''] = JSON.parse(path) as string[];
    if (part === 'card') return key === '*' ? byId.get(name) : lookInto(byId.get(name), key);
    if (part === 'value') return facetValueIn(catalog, { name, key, property });
    if (part === 'deck' && name === 'cards') return deck.cards.map(({ id }) => id);
    if (part === 'deck') return name === '*' ? deck : lookInto(deck, name);
    if (part === 'usedBy' && name !== '*') return idsOf(catalog.usedBy.get(name));
    if (part === 'pictures' && name !== '*') return catalog.pictures.get(name);
    parts ??= partsOf(catalog);
    return part === '*' ? [deck, parts] : lookInto(parts, part);
  };
}

/** What a value of a facet says; its cards by their ids. */
function facetValueIn(
  { facets }: Catalog,
  { name, key, property }: Record<'name' | 'key' | 'property', string>,
): unknown {
  const found = facets.find((facet) => facet.key === name)?.values.find(({ value }) => value === key);
  const value = found && { ...found, cards: idsOf(found.cards) };
  return property === '*' ? value : lookInto(value, property);
}

/** The parts of a catalog that are compared as a whole, without its code. */
function partsOf(catalog: Catalog): Record<string, unknown> {
  const { deck, faces: _, elements: __, shell: ___, ...parts } = catalog;
  return {
    ...parts,
    facets: parts.facets.map(({ values, ...facet }) => [facet, values.map(({ value }) => value)]),
    byId: deck.cards.map(({ id }) => id),
    usedBy: [...parts.usedBy].map(([id, users]) => [id, idsOf(users)]),
    pictures: [...parts.pictures],
    boardPictures: [...parts.boardPictures],
  };
}

function idsOf(cards: readonly Card[] | undefined): string[] | undefined {
  return cards?.map(({ id }) => id);
}
