import type { Card, Family, Suit } from '../model/card.ts';
import { familyOf } from '../model/card-facts.ts';
import { suitFor, withBlanks } from '../model/deck-names.ts';
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
  /** How many are printed, copies counted and blank ones apart, in words: `18 Risks`, `142 Patterns + 2 blank`. */
  count: string;
}

type Printed = Pick<Job, 'deck' | 'cards'>;

/**
 * The groups of the printed cards, in the deck's order: suits, or families of those suits that have some. Covers and references have no
 * number, and are no group where other cards have one.
 */
export function printedGroups(job: Printed, of: 'suits' | 'families'): Group[] {
  const numbered = job.deck.cards.filter(({ number, blank }) => number !== undefined || blank);
  const grouping = numbered.length > 0 ? numbered : job.deck.cards;
  return job.deck.suits.flatMap((suit) => {
    const cards = grouping.filter((card) => card.suit === suit.id);
    if (of === 'suits') return grouped(suit, { suit, cards }, job);
    return suit.families.flatMap((family) =>
      grouped(family, { suit, cards: cards.filter((card) => familyOf(card, job.deck)?.id === family.id) }, job),
    );
  });
}

/** The group that all of the printed cards belong to: their family, else their suit; undefined where they are of several suits. */
export function commonGroup(job: Printed): Group | undefined {
  const [suit, ...suits] = printedGroups(job, 'suits');
  if (suits.length > 0) return undefined;
  const [family, ...families] = printedGroups(job, 'families');
  return families.length === 0 && family?.count === suit?.count ? family : suit;
}

function grouped(
  { name, code, colour, about }: Suit | Family,
  { suit, cards }: { suit: Suit; cards: readonly Card[] },
  { cards: printed, deck }: Printed,
): Group[] {
  const copies = new Map(printed.map((one) => [one.card, one.copies]));
  const sum = (some: readonly Card[]) => some.reduce((total, { id }) => total + (copies.get(id) ?? 0), 0);
  const [count, blanks] = [sum(cards.filter(({ blank }) => !blank)), sum(cards.filter(({ blank }) => blank))];
  if (count + blanks === 0) return [];
  const whole = cards.every((card) => card.blank || copies.has(card.id));
  const written = `${count} ${suitFor(count, suit, deck)}`;
  // As in the catalog: "144 Patterns" beside a sentence about 142 of them is taken for a mistake.
  const said = withBlanks(written, blanks, deck);
  return [{ name, code, colour, about: whole ? about : '', count: said }];
}
