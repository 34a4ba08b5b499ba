import type { Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import { howMany } from '../model/how-many.ts';
import { lookUp } from '../model/look-up.ts';
import type { Stock } from '../model/stock.ts';
import { UsageError } from '../model/usage.ts';
import type { Offer } from '../plan/offer.ts';
import { type Packing, packingOf } from '../plan/packing.ts';

/** What a packing list is asked for. */
export interface PackWish {
  people: number;
  days: number;
  set?: string | undefined;
  /** The language that was asked for: the build that is named prints that one alone. */
  lang?: string | undefined;
  /** Id of the stock of cards, whose paper boards are tiled on where it is A4 or Letter; left out: the first that the deck prints. */
  stock?: string | undefined;
}

/**
 * A packing list as text: cards, boards and worksheets, with how many sheets of paper each takes.
 *
 * @throws UsageError for a deck without a workshop, and for a stock whose sheets are not cut into cards
 */
export function packText(offer: Offer, wish: PackWish): string {
  const { deck, stocks } = offer;
  if (!deck.day) throw new UsageError('this deck has no day.yaml, which says what a workshop is made of');
  const id = wish.stock ?? deck.prints.find((one) => isSheet(lookUp(stocks, one))) ?? 'a4';
  const stock = lookUp(stocks, id);
  if (!stock || !isSheet(stock)) {
    throw new UsageError(`--stock must be a sheet of cards, e.g. a4 or letter (got: ${id})`);
  }
  const paper = stock.paper.width > 212 && stock.paper.width < 220 ? 'letter' : 'a4';
  const planned: Deck & { day: Workshop } = { ...deck, day: deck.day };
  return linesOf(packingOf(planned, { ...wish, stock, paper }), { deck, stock: stock.id, paper, lang: wish.lang }).join(
    '\n',
  );
}

/** Whether a stock is paper that is cut into cards. */
function isSheet(stock: Stock | undefined): boolean {
  return stock !== undefined && !stock.page && !stock.pictures;
}

interface About {
  deck: Deck;
  stock: string;
  paper: string;
  lang: string | undefined;
}

function linesOf(packing: Packing, about: About): string[] {
  const { deck, paper } = about;
  const { people, days, teams, cards, boards, worksheets, things } = packing;
  const tiles = boards.reduce((sum, one) => sum + one.count * one.tiles, 0);
  const pages = worksheets.reduce((sum, { count }) => sum + count, 0);
  const name = paper === 'a4' ? 'A4' : 'Letter';
  return [
    `${deck.name}: ${howMany(days, 'day')}, ${people} people at ${howMany(teams, 'table')}`,
    '',
    ...linesOfCards(cards, about),
    '',
    `Boards  at their own size, or ${howMany(tiles, 'sheet')} of ${name} to glue`,
    ...boards.map(({ title, count, size, tiles: each }) => `${times(count)}${title} (${size}, or ${each} × ${name})`),
    '',
    `Sheets  ${howMany(pages, 'page')} of ${name}`,
    ...worksheets.map(({ title, count }) => `${times(count)}${title}`),
    '',
    ...(things.length > 0 ? ['Also', ...things.map(({ name, count }) => `${times(count)}${name}`), ''] : []),
    `In all  ${howMany(cards.sheets + tiles + pages, 'sheet')} of paper, with every board in tiles`,
    '',
  ];
}

/** The cards, and the build that makes them. */
function linesOfCards({ set, teams, count, sheets }: Packing['cards'], { deck, stock, lang }: About): string[] {
  const paper = `${howMany(sheets, 'sheet')} of ${stock}`;
  const build = `        npx prepdeck build${lang === undefined ? '' : ` --lang ${lang}`} --stock ${stock}`;
  if (set !== undefined) {
    return [
      `Cards   ${count} of the set ${set}: ${paper}`,
      `${build} --set ${set}${teams === undefined ? '' : ` --teams ${teams}`}`,
    ];
  }
  const hasSets = Object.keys(deck.sets ?? {}).length > 0;
  return [
    `Cards   ${count}, the whole deck, which all tables share: ${paper}`,
    build,
    ...(hasSets ? ['        With --set, a part of it.'] : []),
  ];
}

function times(count: number): string {
  return `${String(count).padStart(6)}  `;
}
