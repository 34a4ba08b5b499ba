import type { Card, Suit } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { type Facets, type Facetted, facetsOf } from '../../model/facets.ts';
import { SHARED_BUDGETS } from '../../model/looks.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { overBudget } from './budgets.ts';
import type { Draft } from './draft.ts';
import { ordered } from './order.ts';
import { hasTally, type Inventory, type TalliedCard, withTallies } from './tallies.ts';

// Tallies in texts that are no Markdown: gists of cards, and what suits.yaml says about suits.

/** What tallies count. */
export interface Counted {
  drafts: readonly Draft[];
  suits: readonly Suit[];
  facets: Facets;
  /** Hidden cards: they are not counted, but a query may name a value that only they have. */
  hidden: readonly Facetted[];
  words: Deck['words'];
  lang: string;
}

/** A card as tallies need it: of its fields only facets, so that a change to other words of a card does not change the inventory. */
export function talliedCard(card: Card, facets: Facets): TalliedCard {
  const { id, suit, code, number, title, blank, copies } = card;
  return { id, suit, fields: facetsOf(card, facets), code, number, title, blank, copies };
}

/** The cards of a deck as tallies count them. A new object only where something that tallies need has changed. */
export function inventoryOf(
  { drafts, suits, facets, hidden, words, lang }: Counted,
  memory: Memory,
  report: Report,
): Inventory {
  const cards = ordered(
    drafts.flatMap((draft) => draft.card ?? []),
    suits,
  ).map((card) => counted(card, facets, memory, report));
  const numbers = words.faces.numbers.split(' ');
  const others = [...hidden, ...emptySuits(suits)];
  const beside = JSON.stringify([others, facets, numbers, lang]);
  const make = () => ({ cards, all: [...cards, ...others], facets, numbers, lang });
  return memory.recall('inventory', [...cards, beside], report, make);
}

/** A card as tallies need it: the same object until something of that changes, whatever else is written on the card. */
function counted(card: Card, facets: Facets, memory: Memory, report: Report): TalliedCard {
  return memory.recall(`counted of ${card.file}`, [card, facets], report, () => {
    const now = talliedCard(card, facets);
    return memory.recall(`counted as ${card.file}`, [JSON.stringify(now)], report, () => now);
  });
}

/** Suits and families may be counted before they have a card. */
function emptySuits(suits: readonly Suit[]): Facetted[] {
  return suits.flatMap(({ id: suit, families, familyKey }) => [
    { id: '', suit, fields: {} },
    ...families.map((family) => ({ id: '', suit, fields: { [familyKey]: family.id } })),
  ]);
}

/** Drafts with tallies in their gists replaced by what they come to. */
export function countGists(drafts: readonly Draft[], inventory: Inventory, memory: Memory, report: Report): Draft[] {
  return drafts.map((draft) => {
    const { card, file, room } = draft;
    if (!card || !hasTally(card.gist)) return draft;
    return memory.recall(`gist ${file}`, [draft, inventory], report, (problem) => {
      const place = card.places.gist;
      const gist = withTallies(card.gist, inventory, { file, place }, problem);
      overBudget({ what: '"gist"', text: gist, budget: SHARED_BUDGETS.gist, room, file, place }, problem);
      return { ...draft, card: { ...card, gist, gistAsWritten: card.gist } };
    });
  });
}

/** Suits with tallies in their texts replaced by what they come to. */
export function countSuits(
  suits: readonly Suit[],
  inventory: Inventory,
  source: Located,
  report: Report,
): readonly Suit[] {
  return suits.map((suit) => {
    if (!hasTally(suit.about)) return suit;
    const place = placeAt(source.places, ['suits', suit.id, 'about']);
    return { ...suit, about: withTallies(suit.about, inventory, { file: place?.file ?? source.file, place }, report) };
  });
}
