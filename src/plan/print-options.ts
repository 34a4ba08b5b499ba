import path from 'node:path';
import type { Copies } from '../impose/impose.ts';
import { parseSkip } from '../impose/options.ts';
import { copiesOf } from '../model/copies.ts';
import type { BackOffset, Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { type Problem, warning } from '../model/problem.ts';
import { shiftOnPage } from '../model/rect.ts';
import type { BoxStock, Flip, Marks, Stock } from '../model/stock.ts';
import { type Mm, type Point, px } from '../model/units.ts';
import { UsageError } from '../model/usage.ts';
import { chooseProfile, type PressProfile } from '../press/profile.ts';
import { clearOfBacks } from './clear-slug.ts';

/** How to print, besides the choice of cards and stocks. Options that are left out are as the stock says. */
export interface PrintOptions {
  /** Slots of the first sheet that have been used before and stay empty: `1,4-6`. */
  skip?: string | undefined;
  sides?: 'fronts' | 'backs' | 'both' | undefined;
  /** Fronts and backs in files of their own. */
  split?: boolean | undefined;
  /** `stacks`: dealt pile by pile; `sheets`: card after card on a sheet. */
  order?: 'sheets' | 'stacks' | undefined;
  /** How many sheets are cut at once. */
  lift?: number | undefined;
  flip?: Flip | undefined;
  marks?: Marks | undefined;
  /** How far backs are moved, along the paper's own axes, in place of deck.yaml's offset. */
  backOffset?: Point | undefined;
  /** The knife's line around each card, in files for a press. */
  dieLine?: boolean | undefined;
  /** The deck's paper color is left to tinted stock, in files for a press. */
  ground?: 'none' | undefined;
  /** A press profile: an id of `layouts/press/profiles.yaml`, or a file. */
  profile?: string | undefined;
  /** Resolution of pictures, for stocks that leave it open. */
  dpi?: number | undefined;
  /** Thickness of one card, in mm, in place of what a box's file says. */
  caliper?: Mm | undefined;
  /** Faces with white grounds. */
  lowInk?: boolean | undefined;
}

/** A box for cards of the thickness that is asked for; dividers stand between cards of any. */
export function withCaliper(box: BoxStock, { caliper }: PrintOptions): BoxStock {
  return box.kind === 'dividers' ? box : { ...box, caliper: caliper ?? box.caliper };
}

/** A stock with the flip, order, marks, offset and resolution that the options ask for. */
export function adjusted(stock: Stock, options: PrintOptions, deckOffset?: BackOffset): Stock {
  const shift = hasTwoSides(stock)
    ? (options.backOffset ?? lookUp(deckOffset?.for, stock.id) ?? deckOffset)
    : undefined;
  const flip = options.flip ?? stock.flip;
  const offset = shift && shiftOnPage(shift, stock.paper, flip);
  const turned = { ...stock, flip, back: { ...stock.back, ...offset } };
  return {
    ...(options.sides === 'fronts' ? turned : clearOfBacks(turned)),
    stacks: stacksOf(stock, options),
    marks: stock.page ? stock.marks : (options.marks ?? stock.marks),
    pictures: stock.pictures && resolved(stock, options.dpi),
    press: stock.press && { ...stock.press, ...(options.ground && { ground: options.ground }) },
    ...(options.dieLine && hasLayers(stock) && { dieLine: true }),
  };
}

/** What is printed on. */
interface Papers {
  stocks: readonly Stock[];
  boxes: readonly BoxStock[];
}

/** Options that some papers take, with a sentence for where none does. */
const TAKERS: readonly [given: (options: PrintOptions) => boolean, takes: (papers: Papers) => boolean, why: string][] =
  [
    [
      ({ dieLine }) => dieLine === true,
      ({ stocks }) => stocks.some(hasLayers),
      '--die-line is for PDF/X-4: with --stock shop or sra3-press, for example',
    ],
    [
      ({ ground }) => ground !== undefined,
      ({ stocks }) => stocks.some(({ press }) => press),
      '--ground none is for a press: with --stock shop or sra3-press, for example',
    ],
    [
      ({ profile }) => profile !== undefined,
      ({ stocks, boxes }) => [...stocks, ...boxes].some(({ press }) => press),
      '--profile is for a press: with --stock shop or sra3-press, for example',
    ],
    [
      ({ flip }) => flip !== undefined,
      ({ stocks }) => stocks.some(hasTwoSides),
      '--flip is for sheets that are printed on both sides: with --stock a4, for example',
    ],
    [
      ({ backOffset }) => backOffset !== undefined,
      ({ stocks }) => stocks.some(hasTwoSides),
      '--back-offset is for sheets that are printed on both sides: with --stock a4, for example',
    ],
    [
      ({ marks }) => marks !== undefined,
      ({ stocks }) => stocks.some(({ page }) => !page),
      '--marks is for sheets: with --stock a4, for example',
    ],
    [
      ({ dpi }) => dpi !== undefined,
      ({ stocks }) => stocks.some(({ pictures }) => pictures?.anyDpi),
      '--dpi is for pictures of any size: with --stock png, for example',
    ],
    [
      ({ caliper }) => caliper !== undefined,
      ({ boxes }) => boxes.some(({ kind }) => kind !== 'dividers'),
      '--card-stock is for boxes and sleeves: with --stock box, for example',
    ],
  ];

/**
 * Refuses options that have no effect on anything that is printed on.
 *
 * @throws UsageError for the first of them
 */
export function refuseUseless(papers: Papers, options: PrintOptions): void {
  const [first] = papers.stocks;
  if (options.order !== undefined && first && papers.stocks.every((stock) => stock.page)) {
    throw new UsageError(`--order: ${first.id} is one face a page; there are no piles to sort`);
  }
  const useless = TAKERS.find(([given, takes]) => given(options) && !takes(papers));
  if (useless) throw new UsageError(useless[2]);
}

/** True for sheets whose backs are printed on their other side, as they lie there: not for pages and folded sheets. */
export function hasTwoSides({ page, fold }: Stock): boolean {
  return !page && !fold;
}

/** PDF/X-1a knows no layers, and an office printer would print the line. */
function hasLayers({ press }: Stock): boolean {
  return press?.conformance === 'PDF/X-4';
}

/** One face a page: there are no sheets to cut, so there are no piles. */
function stacksOf({ page, stacks }: Stock, { order, lift }: PrintOptions): Stock['stacks'] {
  if (page || order === 'sheets') return undefined;
  return order === 'stacks' ? { lift: lift ?? stacks?.lift } : stacks;
}

/**
 * The slots that `--skip` leaves empty, from 1.
 *
 * @throws UsageError where it is not clear which stock has been used, or the slots are not on it
 */
export function skippedSlots(stocks: readonly Stock[], { skip }: PrintOptions): number[] {
  if (skip === undefined) return [];
  const [stock, ...others] = stocks;
  if (!stock || others.length > 0) {
    throw new UsageError('--skip is about one used sheet: say of which stock, e.g. --stock avery-95328 --skip 1,4-6');
  }
  if (stock.page) throw new UsageError(`--skip: ${stock.id} is one face a page; there are no slots to skip`);
  const read = parseSkip(skip, stock.slots.length);
  if ('error' in read) throw new UsageError(`--skip for ${stock.id}: ${read.error}`);
  return read.ok;
}

/**
 * The press profile of each stock for a press, by the stock's id: the one that is asked for, the stock's own, the deck's,
 * or the first of the shipped ones.
 *
 * @throws UsageError where there is no such profile, or it is not one of a press
 */
export async function profilesFor(
  stocks: readonly Pick<Stock, 'id' | 'press'>[],
  shipped: Readonly<Record<string, PressProfile>>,
  { press: named, dir }: Pick<Deck, 'press' | 'dir'>,
  { profile }: PrintOptions,
): Promise<Map<string, PressProfile>> {
  const [first = ''] = Object.keys(shipped);
  const own = named === undefined || Object.hasOwn(shipped, named) ? named : path.join(dir, named);
  const found = new Map<string, PressProfile>();
  for (const { id, press } of stocks) {
    if (press) found.set(id, await chooseProfile(profile ?? press.profile ?? own ?? first, shipped));
  }
  return found;
}

/** A warning, about deck.yaml, for each service that does not take so many cards in one order. */
export function tooManyCards(stocks: readonly Stock[], cards: readonly Copies[], deckFile: string): Problem[] {
  const total = copiesOf(cards);
  return stocks.flatMap(({ name, pictures }) => {
    const most = pictures?.mostCards ?? total;
    if (total <= most) return [];
    const file = deckFile.split(path.sep).join('/');
    const message = `${name} takes ${most} cards in one order; these are ${total}.`;
    return [
      warning({ file, rule: 'print/too-many-cards', message, note: 'Order them in parts, with --only or --set.' }),
    ];
  });
}

function resolved(stock: Stock, dpi: number | undefined): Stock['pictures'] {
  const { pictures, paper } = stock;
  if (!pictures?.anyDpi || dpi === undefined) return pictures;
  return { ...pictures, dpi, width: px(paper.width, dpi), height: px(paper.height, dpi) };
}

/** True for sheets that an office printer takes as they are: not a print shop's pages or sheets, pictures, or a plotter's sheets. */
export function isPaper(stock: Stock): boolean {
  return !stock.page && !stock.pictures && !stock.registration && !stock.press;
}
