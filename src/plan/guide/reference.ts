import type { Card } from '../../model/card.ts';
import { familyOf } from '../../model/card-facts.ts';
import { copiesOf } from '../../model/copies.ts';
import type { Deck } from '../../model/deck.ts';
import { keyName } from '../../model/deck-names.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { matches, readQuery } from '../../model/query.ts';
import {
  type CellContent,
  type ChapterBlock,
  codeAndTitle,
  heading,
  type Inline,
  joinedLines,
  paragraph,
  table,
} from './tree.ts';

/** The cards that a query matches, in print order, without blanks. */
function cardsOf(query: string, deck: Deck): Card[] {
  const read = readQuery(query, deck);
  return 'ok' in read ? deck.cards.filter((card) => !card.blank && matches(read.ok, card)) : [];
}

/** A table of cards: each with its code and title, then what `show` names. */
export function referenceBlocks(deck: Deck, of: string, show: readonly string[]): ChapterBlock[] {
  const cards = cardsOf(of, deck);
  if (cards.length === 0) return [];
  const rows = cards.map((card): CellContent[] => [codeAndTitle(card), ...show.map((key) => cellOf(card, key, deck))]);
  const suits = new Set(cards.map(({ suit }) => suit));
  const [suit] = suits.size === 1 ? deck.suits.filter(({ id }) => suits.has(id)) : [];
  const names = show.map((key) => (key === 'gist' ? deck.words.guide.gist : keyName(deck, key, suit?.id)));
  return [table([suit?.one ?? deck.words.guide.card, ...names], rows)];
}

/** Keys that none of the cards which a query matches can have; none where a deck hides all of these cards. */
export function unknownKeys(
  { deck, looks: { faces } }: { deck: Deck; looks: Looks },
  of: string,
  show: readonly string[],
): string[] {
  const cards = cardsOf(of, deck);
  if (cards.length === 0) return [];
  const groups = cards.flatMap(({ fields, face }) => [fields, lookUp(faces, face)?.fields ?? {}]);
  return show.filter((key) => key !== 'gist' && !groups.some((fields) => Object.hasOwn(fields, key)));
}

function cellOf(card: Card, key: string, deck: Deck): CellContent {
  if (key === 'gist') return card.gist;
  const value = lookUp(card.fields, key);
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null).map(String);
  const list = lookUp(deck.lists, key);
  return joinedLines(
    texts.map((one): Inline => (deck.cards.some(({ id }) => id === one) ? { card: one } : (lookUp(list, one) ?? one))),
    ', ',
  );
}

/** Cards by family: what it is called, then each with its code and title. */
export function indexBlocks(deck: Deck, of: string): ChapterBlock[] {
  const groups = new Map<string, Card[]>();
  for (const card of cardsOf(of, deck)) {
    const name = familyOf(card, deck)?.name ?? deck.suits.find(({ id }) => id === card.suit)?.name ?? card.suit;
    groups.set(name, [...(groups.get(name) ?? []), card]);
  }
  return [...groups].flatMap(([name, cards]) => [
    heading(name),
    paragraph(joinedLines(cards.map(codeAndTitle), ' · ')),
  ]);
}

/** The suits that have cards, with how many and what they are for. */
export function suitBlocks(deck: Deck): ChapterBlock[] {
  const { guide: words } = deck.words;
  const rows = deck.suits.flatMap(({ id, name, about }): CellContent[][] => {
    const count = copiesOf(deck.cards.filter((card) => card.suit === id));
    return count === 0 ? [] : [[name, String(count), about]];
  });
  return [table([words.suit, words.count, words.suitAbout], rows)];
}
