import path from 'node:path';
import { checkPagesTranslated, checkTranslated } from '../check/translated.ts';
import { changesSince } from '../deck/chain/edition.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import type { PressProfile } from '../press/profile.ts';
import { withChangeCards } from './change-card.ts';
import { choiceOf } from './chosen-stocks.ts';
import { backsOverEdge, lostSlugs } from './clear-slug.ts';
import { wishOf } from './deck-format.ts';
import { tooSmallFor } from './face-sizes.ts';
import { lowInk } from './low-ink.ts';
import type { BuildRequest } from './options.ts';
import {
  adjusted,
  isPaper,
  type PrintOptions,
  profilesFor,
  refuseUseless,
  skippedSlots,
  tooManyCards,
  withCaliper,
} from './print-options.ts';
import { withPrintedCounts } from './printed-counts.ts';
import type { Project } from './project.ts';
import { type Selection, select } from './select.ts';

/** The cards to print, the stocks to print them on, and how. */
export interface Plan {
  /** With the option `since`, a generated card that lists the changes is in it too. */
  deck: Deck;
  /** How many cards the deck has, without generated ones. */
  size: number;
  /** The stocks to print on, with the options' flip, order, marks and offset. */
  stocks: readonly Stock[];
  /** Every sheet of paper that the deck's format fits on: what the catalog offers to print hands on. */
  papers: readonly Stock[];
  boxes: readonly BoxStock[];
  /** Press profiles by the id of the stock that is printed with them. */
  profiles: ReadonlyMap<string, PressProfile>;
  selection: Selection;
  /** Slots of the first sheet that stay empty. */
  skip: readonly number[];
  /** True where a catalog is made. */
  site: boolean;
  /** What to draw, format by format; the deck's theme may be the low-ink one. */
  drawings: readonly { format: Format; deck: Deck; cards: readonly Card[] }[];
}

/**
 * Works out what the options ask for.
 *
 * @throws UsageError for a stock, a query, a set or a press profile that does not exist, and for options that contradict each other
 */
export async function planOf(project: Project, options: BuildRequest): Promise<{ plan: Plan; problems: Problem[] }> {
  const { deck: whole, changed, size } = await withChanges(project, options.cards.since);
  const selection = select(whole, options.cards, changed);
  const deck = countsPrinted(options) ? withPrintedCounts(whole, selection) : whole;
  const chosen = choiceOf(project, options.stocks);
  const stocks = chosen.stocks.map((stock) => adjusted(stock, options.print, deck.backOffset));
  const boxes = chosen.boxes.map((box) => withCaliper(box, options.print));
  refuseUseless({ stocks, boxes }, options.print);
  const file = path.relative(options.root, path.join(options.deck, 'deck.yaml'));
  const used = [...stocks, ...boxes.filter(({ kind }) => kind !== 'dividers')];
  const drawings = drawingsOf({ deck, used, selection }, project, options);
  const wish = wishOf(deck, project.loaded);
  const small = drawings.flatMap((one) => tooSmallFor(one, project.looks, project.formats, wish));
  const plan: Plan = {
    deck,
    size,
    stocks,
    papers: Object.values(project.stocks).filter((stock) => stock.format === deck.format && isPaper(stock)),
    boxes,
    profiles: await profilesFor([...stocks, ...boxes], project.profiles, deck, options.print),
    selection,
    skip: hasErrors(chosen.problems) ? [] : skippedSlots(stocks, options.print),
    site: makesSite(options),
    drawings: small.length > 0 ? [] : drawings,
  };
  const printed = selection.cards.map((one) => one.card);
  const problems = [
    ...chosen.problems,
    ...lostSlugs(chosen.stocks, stocks, project),
    ...(options.print.sides === 'fronts' ? [] : backsOverEdge(stocks, project)),
    ...small,
    ...checkTranslated(deck, printed),
    ...(makesKit(options) ? checkPagesTranslated(deck) : []),
    ...tooManyCards(stocks, selection.cards, file),
  ];
  return { plan, problems };
}

/** The formats of all stocks, and the deck's own where a catalog shows it, each with its cards. */
function drawingsOf(
  { deck, used, selection }: { deck: Deck; used: readonly { format: string }[]; selection: Selection },
  { formats }: Project,
  options: BuildRequest,
): Plan['drawings'] {
  const site = makesSite(options);
  const ids = new Set([...(site ? [deck.format] : []), ...used.map((one) => one.format)]);
  const wanted = new Set(selection.cards.map((one) => one.card));
  const drawn = options.print.lowInk ? { ...deck, theme: lowInk(deck.theme, deck.suits) } : deck;
  return [...ids].flatMap((id) => {
    const format = lookUp(formats, id);
    const whole = site && id === deck.format;
    return format ? [{ format, deck: drawn, cards: deck.cards.filter((card) => whole || wanted.has(card.id)) }] : [];
  });
}

/** The deck and the ids of cards to print. Where only changes are wanted, the deck also gets a card that lists them. */
async function withChanges({ deck, loaded }: Project, since: string | undefined) {
  if (since === undefined) return { deck, size: deck.cards.length };
  const { deck: more, ids } = withChangeCards(deck, await changesSince(since, deck, loaded));
  return { deck: more, changed: ids, size: deck.cards.length };
}

/** True where the cover counts only the printed cards. Not with `--since`: those join a deck that is printed already. */
function countsPrinted(options: BuildRequest): boolean {
  return !isWhole(options) && options.cards.since === undefined;
}

/** True where the whole deck is printed as it is: only then do the new files replace all earlier ones. */
export function isWhole({ cards, print }: BuildRequest): boolean {
  const { only, set, hand, since, copies } = cards;
  const all =
    only.length === 0 && set === undefined && hand === undefined && since === undefined && copies === undefined;
  return all && print.split !== true && waysOf(print).length === 0;
}

/** True where a catalog is made: of the whole deck only. */
export function makesSite(options: BuildRequest): boolean {
  return options.site && isWhole(options);
}

/** True where boards and worksheets are made: with the whole deck only. */
export function makesKit(options: BuildRequest): boolean {
  return options.kit === true && isWhole(options);
}

/** The part of file names that tells them from those of the whole deck: `one-day--low-ink`, `backs`. */
export function variantName(selection: Selection, { cards, print }: BuildRequest): string {
  const copies = cards.copies === undefined ? '' : `${cards.copies}-each`;
  return [selection.name, copies, ...waysOf(print)].filter((part) => part !== '').join('--');
}

/** Name parts for options that print a sheet in another way than its file says, so that neither overwrites the other. */
function waysOf({
  lowInk,
  sides = 'both',
  order,
  lift,
  skip,
  flip,
  marks,
  backOffset,
  dieLine,
  ground,
}: PrintOptions): string[] {
  return [
    lowInk ? 'low-ink' : '',
    sides === 'both' ? '' : sides,
    order ?? '',
    lift === undefined ? '' : `lift-${lift}`,
    skip === undefined ? '' : `skip-${skip.replace(/[^\d]+/gu, '-')}`,
    flip === undefined ? '' : `flip-${flip}`,
    marks === undefined ? '' : `marks-${marks}`,
    dieLine ? 'die-line' : '',
    ground === undefined ? '' : `ground-${ground}`,
    backOffset === undefined ? '' : `back-${backOffset.x}_${backOffset.y}`,
  ].filter((way) => way !== '');
}
