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
import { type Holding, hasTally, type TalliedCard, withTallies } from './tallies.ts';

// Tallies in texts that are no Markdown: gists of cards, and what suits.yaml says about suits.

/** What a deck is counted from. */
export interface Counted {
  drafts: readonly Draft[];
  suits: readonly Suit[];
  facets: Facets;
  /** Cards that are not in it, whose values a query may name. */
  hidden: readonly Facetted[];
  words: Deck['words'];
}

/** What tallies read of a card: of its fields only what queries read, so that other words of a card change nothing here. */
export function heldOf(card: Card, facets: Facets): TalliedCard {
  const { id, suit, code, number, title, blank, copies } = card;
  return { id, suit, fields: facetsOf(card, facets), code, number, title, blank, copies };
}

/** What a deck holds: the same object for as long as that is the same. */
export function holdingOf({ drafts, suits, facets, hidden, words }: Counted, memory: Memory, report: Report): Holding {
  const cards = ordered(
    drafts.flatMap((draft) => draft.card ?? []),
    suits,
  ).map((card) => heldOf(card, facets));
  const numbers = words.faces.numbers.split(' ');
  const holding = { cards, all: [...cards, ...hidden, ...emptySuits(suits)], facets, numbers };
  return memory.recall('holding', [JSON.stringify(holding)], report, () => holding);
}

/** Suits and families may be counted before they have a card. */
function emptySuits(suits: readonly Suit[]): Facetted[] {
  return suits.flatMap(({ id: suit, families, familyKey }) => [
    { id: '', suit, fields: {} },
    ...families.map((family) => ({ id: '', suit, fields: { [familyKey]: family.id } })),
  ]);
}

/** Drafts with what the tallies of their gists say. */
export function countGists(drafts: readonly Draft[], holding: Holding, memory: Memory, report: Report): Draft[] {
  return drafts.map((draft) => {
    const { card, file, room } = draft;
    if (!card || !hasTally(card.gist)) return draft;
    return memory.recall(`gist ${file}`, [draft, holding], report, (problem) => {
      const place = card.places.gist;
      const gist = withTallies(card.gist, holding, { file, place }, problem);
      overBudget({ what: '"gist"', text: gist, budget: SHARED_BUDGETS.gist, room, file, place }, problem);
      return { ...draft, card: { ...card, gist, gistAsWritten: card.gist } };
    });
  });
}

/** Suits with what the tallies of their texts say. */
export function countSuits(suits: readonly Suit[], holding: Holding, source: Located, report: Report): readonly Suit[] {
  return suits.map((suit) => {
    if (!hasTally(suit.about)) return suit;
    const place = placeAt(source.places, ['suits', suit.id, 'about']);
    return { ...suit, about: withTallies(suit.about, holding, { file: place?.file ?? source.file, place }, report) };
  });
}
