import { type ZodRawShape, z } from 'zod';
import { capitals } from '../../model/capitals.ts';
import type { Card } from '../../model/card.ts';
import { type Facets, type Facetted, queryKeys, valuesOf } from '../../model/facets.ts';
import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { matches, readQuery } from '../../model/query.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import { locatedAt, type TagPlace } from './attributes.ts';

// Tags that count or list cards: <Count of="suit:risk" />, <Span of="family:WEL" />, <Cards of="group:people" />. They are replaced
// by the result when the deck is loaded, so that a deck which hides cards, or adds some, counts its own.

/** A card as tallies need it. */
export type TalliedCard = Facetted & Pick<Card, 'code' | 'number' | 'title' | 'blank' | 'copies'>;

/** The cards of a deck, as tallies count and list them. */
export interface Inventory {
  /** In print order. */
  cards: readonly TalliedCard[];
  /** The same and hidden ones: a query may name a value that only hidden cards have. */
  all: readonly Facetted[];
  facets: Facets;
  /** Numbers from zero, spelled out. */
  numbers: readonly string[];
  /** The language of these: Turkish begins iki with İ. */
  lang: string;
}

/** A piece of a tally's result: words, or a card that is named; `number`: by the number of its code alone. */
export type TallyPiece = string | { card: string; show?: 'number' };

type Attributes = Readonly<Record<string, string>>;

/** What a tag that counts or lists cards takes, and what it comes to. */
interface Tally {
  attributes: ZodRawShape;
  /** Its result; empty where no card of the deck is meant. */
  say(cards: readonly TalliedCard[], attributes: Attributes, inventory: Inventory): TallyPiece[];
}

const of = z.string();

/** The tallies by the name of their tag. */
export const TALLIES: Readonly<Record<string, Tally>> = {
  /** How many cards: `18`, with `as="Word"` `Eighteen`; with `by="family"` in how many families. */
  Count: {
    attributes: {
      of,
      by: z.string().optional(),
      as: z.enum(['word', 'Word']).optional(),
      copies: z.literal('yes').optional(),
    },
    say: (cards, { by, as, copies }, inventory) => {
      const count = by
        ? countBy(by, cards, inventory.facets)
        : cards.reduce((sum, card) => sum + (copies ? card.copies : 1), 0);
      return count === 0 ? [] : [spelled(count, as, inventory)];
    },
  },
  /** The first and the last number: `WEL 1–10`; those of an organization's own cards after it: `WEL 1–10, ACME 1`. */
  Span: { attributes: { of }, say: (cards) => joined(seriesIn(cards).map(spanOf), ', ') },
  /** Each card with its code and title: `RSK 1 Detractor · RSK 2 Exuberant Sponsor`. */
  Cards: {
    attributes: { of, show: z.literal('titles').optional() },
    say: (cards, { show }) =>
      joined(
        cards.map((card) => (show ? [card.title] : nameOf(card))),
        ' · ',
      ),
  },
};

/** Whether a tag counts or lists cards. */
export function isTally(name: string): boolean {
  return Object.hasOwn(TALLIES, name);
}

/** The result of a tally; empty where no card is meant. Its attributes were checked. */
export function tallyPieces(name: string, attributes: Attributes, inventory: Inventory): TallyPiece[] {
  const read = readQuery(attributes.of ?? '', { facets: inventory.facets, cards: inventory.all });
  if ('error' in read) return [];
  const isMeant = (card: TalliedCard) => matches(read.ok, card) && (!card.blank || attributes.copies === 'yes');
  return lookUp(TALLIES, name)?.say(inventory.cards.filter(isMeant), attributes, inventory) ?? [];
}

/** A tally as it is written. */
interface Written {
  name: string;
  attributes: Attributes;
  inventory: Inventory;
}

/** Reports what is wrong with a tally's attributes; true where nothing is. */
export function checkTally(tally: Written, at: TagPlace, report: Report): boolean {
  const schema = z.strictObject(lookUp(TALLIES, tally.name)?.attributes ?? {});
  if (!checked(schema, locatedAt(at, tally.attributes), 'attribute', report)) return false;
  return checkBy(tally, at, report) && checkOf(tally, at, report);
}

function checkOf(
  { name, attributes: { of: query = '' }, inventory: { facets, all } }: Written,
  at: TagPlace,
  report: Report,
) {
  const read = readQuery(query, { facets, cards: all });
  if ('ok' in read) return true;
  const note = 'Write e.g. of="suit:NAME", of="family:NAME" or of="suit:NAME -family:NAME".';
  report(error({ ...at, rule: 'attribute/query', message: `<${name}>: ${read.error}`, note, got: query }));
  return false;
}

function checkBy({ name, attributes: { by }, inventory: { facets } }: Written, at: TagPlace, report: Report) {
  const allowed = queryKeys(facets).filter((key) => key !== 'id');
  if (by === undefined || allowed.includes(by)) return true;
  const message = `<${name}>: Cards can't be counted by "${by}".${didYouMean(by, allowed)}`;
  report(error({ ...at, rule: 'attribute/value', message, allowed, got: by }));
  return false;
}

/** Whether a text holds tallies. */
export function hasTally(text: string): boolean {
  return /<(Count|Span|Cards)\b/.test(text);
}

/** A text that is not Markdown, like a gist, with its tallies replaced by their results. Reports what is wrong with one. */
export function withTallies(text: string, inventory: Inventory, at: TagPlace, report: Report): string {
  if (!hasTally(text)) return text;
  const titles = new Map(inventory.cards.map(({ id, code, title }) => [id, code || title]));
  const words = (piece: TallyPiece) => {
    if (typeof piece === 'string') return piece;
    const said = titles.get(piece.card) ?? '';
    return piece.show === 'number' ? said.replace(/^.* /u, '') : said;
  };
  const counted = text.replace(/<(Count|Span|Cards)((?:\s+\w+="[^"]*")*)\s*\/>/g, (_, name: string, list: string) => {
    const pairs = [...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
    const attributes = Object.fromEntries(pairs);
    if (!checkTally({ name, attributes, inventory }, at, report)) return '';
    const pieces = tallyPieces(name, attributes, inventory);
    return pieces.length === 0 && name === 'Count' ? spelled(0, attributes.as, inventory) : pieces.map(words).join('');
  });
  if (hasTally(counted)) {
    const message = `"${text}" holds a tag that can't be read.`;
    report(error({ ...at, rule: 'attribute/syntax', message, note: 'Write it like <Count of="suit:risk" />.' }));
  }
  return counted;
}

/** A number in words where the language has them: `Eighteen` for `Word`, `eighteen` for `word`. */
function spelled(count: number, as: string | undefined, { numbers, lang }: Inventory): string {
  const word = as === undefined ? undefined : numbers[count];
  if (word === undefined) return String(count);
  return as === 'Word' ? capitals(word.charAt(0), lang) + word.slice(1) : word;
}

function countBy(key: string, cards: readonly TalliedCard[], facets: Facets): number {
  return new Set(cards.flatMap((card) => valuesOf(card, key, facets))).size;
}

/** Numbered cards by what their codes begin with. */
function seriesIn(cards: readonly TalliedCard[]): TalliedCard[][] {
  const series = new Map<string, TalliedCard[]>();
  for (const card of cards.filter((one) => one.number !== undefined)) {
    const prefix = card.code.replace(/ ?\S+$/, '');
    series.set(prefix, [...(series.get(prefix) ?? []), card]);
  }
  return [...series.values()];
}

function spanOf(series: readonly TalliedCard[]): TallyPiece[] {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return [];
  return first === last ? [{ card: first.id }] : [{ card: first.id }, '–', { card: last.id, show: 'number' }];
}

/** A code stays on a line with the first word of its title. */
function nameOf({ id, code, title }: TalliedCard): TallyPiece[] {
  return code === '' ? [{ card: id }] : [{ card: id }, `\u00a0${title}`];
}

/** Lists of pieces as one, with a text between them. */
function joined(all: readonly TallyPiece[][], between: string): TallyPiece[] {
  return all.flatMap((pieces, i) => (i === 0 ? pieces : [between, ...pieces]));
}
