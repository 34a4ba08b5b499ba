import type { Card } from '../../model/card.ts';
import { familyOf } from '../../model/card-facts.ts';
import { copiesOf } from '../../model/copies.ts';
import type { Deck } from '../../model/deck.ts';
import { keyName } from '../../model/deck-names.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { type NameOf, namesIn } from '../../model/named-values.ts';
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

/** A deck, and the looks that say what its cards' values are. */
export interface Drawn {
  deck: Deck;
  looks: Looks;
}

/** A table of cards: each with its code and title, then what `show` names. */
export function referenceBlocks(drawn: Drawn, of: string, show: readonly string[]): ChapterBlock[] {
  const { deck } = drawn;
  const cards = cardsOf(of, deck);
  if (cards.length === 0) return [];
  const rows = cards.map((card): CellContent[] => [codeAndTitle(card), ...show.map((key) => cellOf(card, key, drawn))]);
  const suits = new Set(cards.map(({ suit }) => suit));
  const [suit] = suits.size === 1 ? deck.suits.filter(({ id }) => suits.has(id)) : [];
  const names = show.map((key) => (key === 'gist' ? deck.words.guide.gist : keyName(deck, key, suit?.id)));
  return [table([suit?.one ?? deck.words.guide.card, ...names], rows)];
}

/** Keys that none of the cards which a query matches can have; none where a deck hides all of these cards. */
export function unknownKeys({ deck, looks: { faces } }: Drawn, of: string, show: readonly string[]): string[] {
  const cards = cardsOf(of, deck);
  if (cards.length === 0) return [];
  const groups = cards.flatMap(({ fields, face }) => [fields, lookUp(faces, face)?.fields ?? {}]);
  return show.filter((key) => key !== 'gist' && !groups.some((fields) => Object.hasOwn(fields, key)));
}

/** A card's value as print names it: never an id where there is a name. */
function cellOf(card: Card, key: string, { deck, looks: { faces } }: Drawn): CellContent {
  if (key === 'gist') return card.gist;
  const isFamily = deck.suits.some(({ id, familyKey }) => id === card.suit && familyKey === key);
  const family = isFamily ? familyOf(card, deck) : undefined;
  if (family) return family.name;
  const named = namesIn(card, key, { deck, faces, card: (id) => deck.cards.find((one) => one.id === id) });
  const keyOf = (one: string) => keyName(deck, one, card.suit);
  return inlinesOf(lookUp(card.fields, key), key, { named, keyOf });
}

/** A value as text: those of a list with commas between them, groups of named values each on a line of its own. */
function inlinesOf(
  value: unknown,
  path: string,
  naming: { named: NameOf; keyOf: (key: string) => string },
): readonly Inline[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const each = value.map((one, at) => inlinesOf(one, `${path}.${at}`, naming));
    return joinedLines(each, value.some((one) => typeof one === 'object') ? '\n' : ', ');
  }
  if (typeof value !== 'object') {
    const name = naming.named(String(value), path);
    return [typeof name === 'string' ? name : { card: name.id }];
  }
  const parts = Object.entries(value).map(([key, one]): Inline[] => {
    return [`${naming.keyOf(key)}: `, ...inlinesOf(one, `${path}.${key}`, naming)];
  });
  return joinedLines(parts, ' · ');
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
