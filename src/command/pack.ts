import type { Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import { howMany } from '../model/how-many.ts';
import { UsageError } from '../model/usage.ts';
import type { Offer } from '../plan/offer.ts';
import { type Packing, packingOf } from '../plan/packing.ts';

/** What a packing list is asked for. */
export interface PackWish {
  people: number;
  days: number;
  set?: string | undefined;
  /** Id of the stock of cards, whose paper boards are tiled on where it is A4 or Letter. */
  stock: string;
}

/**
 * A packing list as text: cards, boards and worksheets, with how many sheets of paper each takes.
 *
 * @throws UsageError for a deck without a workshop, and for a stock whose sheets are not cut into cards
 */
export function packText(offer: Offer, wish: PackWish): string {
  const { deck, stocks } = offer;
  if (!deck.day) throw new UsageError('this deck has no day.yaml, which says what a workshop is made of');
  const stock = Object.values(stocks).find(({ id }) => id === wish.stock);
  if (!stock || stock.page || stock.pictures) {
    throw new UsageError(`--stock must be a sheet of cards, e.g. a4 or letter (got: ${wish.stock})`);
  }
  const paper = stock.paper.width > 212 && stock.paper.width < 220 ? 'letter' : 'a4';
  const planned: Deck & { day: Workshop } = { ...deck, day: deck.day };
  return linesOf(packingOf(planned, { ...wish, stock, paper }), { deck, stock: stock.id, paper }).join('\n');
}

interface About {
  deck: Deck;
  stock: string;
  paper: string;
}

function linesOf(packing: Packing, { deck, stock, paper }: About): string[] {
  const { people, days, teams, cards, boards, worksheets, things } = packing;
  const tiles = boards.reduce((sum, one) => sum + one.count * one.tiles, 0);
  const pages = worksheets.reduce((sum, { count }) => sum + count, 0);
  const name = paper === 'a4' ? 'A4' : 'Letter';
  return [
    `${deck.name}: ${howMany(days, 'day')}, ${people} people at ${howMany(teams, 'table')}`,
    '',
    ...(cards
      ? [
          `Cards   ${cards.count} of the set ${cards.set}: ${howMany(cards.sheets, 'sheet')} of ${stock}`,
          `        npx prepdeck build --stock ${stock} --set ${cards.set} --teams ${teams}`,
        ]
      : ['Cards   the whole deck, which all tables share; --set says which part of it']),
    '',
    `Boards  at their own size, or ${howMany(tiles, 'sheet')} of ${name} to glue`,
    ...boards.map(({ title, count, size, tiles: each }) => `${times(count)}${title} (${size}, or ${each} × ${name})`),
    '',
    `Sheets  ${howMany(pages, 'page')} of ${name}`,
    ...worksheets.map(({ title, count }) => `${times(count)}${title}`),
    '',
    ...(things.length > 0 ? ['Also', ...things.map(({ name, count }) => `${times(count)}${name}`), ''] : []),
    `In all  ${howMany((cards?.sheets ?? 0) + tiles + pages, 'sheet')} of paper, with every board in tiles`,
    '',
  ];
}

function times(count: number): string {
  return `${String(count).padStart(6)}  `;
}
