import type { Card, Family, Suit } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import type { Job } from './target.ts';

/** Printed cards of one suit, or of one family of it. */
export interface Group {
  name: string;
  /** Printed before its cards' numbers; empty where there is none. */
  code: string;
  /** Token name under `colour`. */
  colour: string;
  /** One sentence about it; empty where not all of its cards are printed, for it may count them. */
  about: string;
  /** How many are printed, copies counted, in words: `18 Risks`. */
  count: string;
}

type Printed = Pick<Job, 'deck' | 'cards'>;

/**
 * The groups of the printed cards, in the deck's order: suits, or families of those suits that have some. Covers and references have no
 * number, and are no group where other cards have one.
 */
export function groupsOf(job: Printed, of: 'suits' | 'families'): Group[] {
  const numbered = job.deck.cards.filter(isCounted);
  const counted = numbered.length > 0 ? numbered : job.deck.cards;
  return job.deck.suits.flatMap((suit) => {
    const cards = counted.filter((card) => card.suit === suit.id);
    if (of === 'suits') return grouped(suit, { suit, cards }, job);
    return suit.families.flatMap((family) =>
      grouped(family, { suit, cards: cards.filter((card) => familyOf(card, suit) === family.id) }, job),
    );
  });
}

/** The group that all of some cards belong to: their family, else their suit; undefined where they are of several suits. */
export function commonGroup(job: Printed): Group | undefined {
  const counted = { ...job, cards: job.cards.filter(({ card }) => isNumbered(card, job.deck)) };
  const cards = counted.cards.length > 0 ? counted : job;
  const suits = groupsOf(cards, 'suits');
  const families = groupsOf(cards, 'families');
  const [suit] = suits;
  if (suits.length !== 1 || !suit) return undefined;
  const [family] = families;
  return families.length === 1 && family?.count === suit.count ? family : suit;
}

/** True for cards that have a number in their series, and for blank ones. */
function isCounted({ number, blank }: Pick<Card, 'number' | 'blank'>): boolean {
  return number !== undefined || blank;
}

function isNumbered(id: string, deck: Deck): boolean {
  return deck.cards.some((card) => card.id === id && isCounted(card));
}

function grouped(
  { name, code, colour, about }: Suit | Family,
  { suit, cards }: { suit: Suit; cards: readonly Card[] },
  { cards: printed }: Printed,
): Group[] {
  const copies = new Map(printed.map((one) => [one.card, one.copies]));
  const count = cards.reduce((sum, card) => sum + (copies.get(card.id) ?? 0), 0);
  if (count === 0) return [];
  const whole = cards.every((card) => card.blank || copies.has(card.id));
  return [{ name, code, colour, about: whole ? about : '', count: `${count} ${count === 1 ? suit.one : suit.name}` }];
}

function familyOf(card: Card, { familyKey }: Suit): unknown {
  return lookUp(card.fields, familyKey);
}
