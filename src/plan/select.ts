import type { Copies } from '../impose/impose.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { matches, type Query, readQuery } from '../model/query.ts';
import { didYouMean, retiredMessage } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';

/** Which cards a command is asked for; with nothing given, the whole deck. At most one of `only`, `set`, `hand` and `since`. */
export interface CardsWanted {
  /** Queries; a card that matches any of them is taken. Empty for all cards. */
  only: readonly string[];
  /** A set of deck.yaml. */
  set?: string | undefined;
  /** Cards in order: `because-you-row.detractor~2`. */
  hand?: string | undefined;
  /** An edition: cards that are new or changed since. */
  since?: string | undefined;
  /** How many of each card, in place of its own number. */
  copies?: number | undefined;
  /** How many teams a set is for, in place of its own number. */
  teams?: number | undefined;
}

/** The cards to print. */
export interface Selection {
  /** A part of file names; empty for the whole deck. */
  name: string;
  /** In print order, each card once. */
  cards: readonly Copies[];
}

/**
 * The cards that are wanted, with their copies.
 *
 * @param changed the ids of cards that are new or changed since the edition that `wanted.since` names
 * @throws UsageError for a query, a set or a hand that the deck does not know, or for more than one of them
 */
export function select(deck: Deck, wanted: CardsWanted, changed: ReadonlySet<string> = new Set()): Selection {
  const { only, set, hand, since } = wanted;
  const given = [only.length > 0 && '--only', set && '--set', hand && '--hand', since && '--since'].filter(Boolean);
  if (given.length > 1) throw new UsageError(`give one of ${given.join(' and ')}: each says which cards to print`);
  if (wanted.hand !== undefined) {
    if (wanted.copies) throw new UsageError('a hand has its own copies: write --hand because-you-row~3, not --copies');
    return { name: 'hand', cards: handOf(wanted.hand, deck) };
  }
  const queried = () => counted(selectCards(deck, only), {});
  const edition = () =>
    counted(
      deck.cards.filter((card) => changed.has(card.id)),
      {},
    );
  const { copies, teams } = wanted;
  if (teams !== undefined && set === undefined)
    throw new UsageError('--teams says how many teams a set is for: give --set too');
  const all = since !== undefined ? edition() : set === undefined ? queried() : setOf(set, deck, teams);
  return {
    name:
      since === undefined ? (set === undefined ? selectionName(only) : nameOfSet(set, deck, teams)) : `since-${since}`,
    cards: copies === undefined ? all : all.map((one) => ({ ...one, copies })),
  };
}

/**
 * The cards that match any of the queries, in print order; all of them for none.
 *
 * @throws UsageError for a query that cannot be read or that matches nothing
 */
export function selectCards(deck: Deck, only: readonly string[]): Card[] {
  if (only.length === 0) return [...deck.cards];
  const queries = only.map((text) => queryOf(text, deck));
  const selected = deck.cards.filter((card) => queries.some((query) => matches(query, card)));
  if (selected.length === 0) throw new UsageError(`no card of the deck matches --only '${only.join("' '")}'`);
  return selected;
}

/** A selection as a part of a file name: `suit:risk level:feature` → `suit-risk-level-feature`. */
export function selectionName(only: readonly string[]): string {
  return only
    .join('+')
    .replace(/(^|\s)-/gu, '$1not-')
    .replace(/[^\p{L}\p{N}+]+/gu, '-');
}

function queryOf(text: string, deck: Deck): Query {
  const read = readQuery(text, deck);
  if ('error' in read) throw new UsageError(`--only '${text}': ${read.error}`);
  return read.ok;
}

/** Cards with their own number of copies, or the number given here; a card with 0 copies is left out. */
function counted(cards: readonly Card[], copies: Readonly<Record<string, number>>): Copies[] {
  return cards
    .map((card) => ({ card: card.id, copies: lookUp(copies, card.id) ?? card.copies }))
    .filter((one) => one.copies > 0);
}

/** A set's cards; the loader has checked its queries and ids. A card that only `copies` names is in it too. */
function setOf(name: string, deck: Deck, asked?: number): Copies[] {
  const sets = deck.sets ?? {};
  const set = lookUp(sets, name);
  if (!set) {
    const names = Object.keys(sets);
    const known = names.length > 0 ? `Sets: ${names.join(', ')}` : 'deck.yaml names no sets.';
    throw new UsageError(`unknown set: ${name}.${didYouMean(name, names)} ${known}`);
  }
  const { teams = 1, perTeam = {} } = set;
  if (asked !== undefined && Object.keys(perTeam).length === 0) {
    throw new UsageError(`the set ${name} has nothing for each team: it is the same for any number of them`);
  }
  const forTeams = Object.entries(perTeam).map(([id, count]) => [id, count * (asked ?? teams)]);
  const copies: Readonly<Record<string, number>> = { ...set.copies, ...Object.fromEntries(forTeams) };
  const queries = set.only.map((text) => queryOf(text, deck));
  const own = (card: Card) => queries.length === 0 || queries.some((query) => matches(query, card));
  const cards = counted(
    deck.cards.filter((card) => own(card) || lookUp(copies, card.id) !== undefined),
    copies,
  );
  if (cards.length === 0) throw new UsageError(`the set ${name} has no cards`);
  return cards;
}

/** A set as a part of a file name: with its teams where they are others than its own. */
function nameOfSet(name: string, deck: Deck, teams?: number): string {
  const own = lookUp(deck.sets, name)?.teams ?? 1;
  return teams === undefined || teams === own ? name : `${name}-${teams}-teams`;
}

/** The cards of a hand, in its order. The same card twice is one with more copies. */
function handOf(text: string, deck: Deck): Copies[] {
  const ids = deck.cards.map((card) => card.id);
  const hand = new Map<string, number>();
  for (const part of text.split('.')) {
    const [, id, copies = '1'] = /^([^~]+)(?:~([1-9]\d{0,2}))?$/u.exec(part.trim()) ?? [];
    if (id === undefined) {
      throw new UsageError(`--hand: "${part}" is not a card. Write ids with dots between: because-you-row.detractor~2`);
    }
    if (!ids.includes(id)) {
      const unknown = `the deck has no card "${id}".${didYouMean(id, ids)}`;
      throw new UsageError(`--hand: ${retiredMessage(id, deck.retired) ?? unknown}`);
    }
    hand.set(id, (hand.get(id) ?? 0) + Number(copies));
  }
  return [...hand].map(([card, copies]) => ({ card, copies }));
}
