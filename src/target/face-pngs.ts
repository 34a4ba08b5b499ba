import { impose } from '../impose/impose.ts';
import type { Side } from '../model/card.ts';
import type { Stock, StockPictures } from '../model/stock.ts';
import { pngs } from '../raster/pngs.ts';
import { pdfsOf } from './sheet-pdf.ts';
import type { Job } from './target.ts';

/** A side of a card as a picture. */
export interface FacePng {
  card: string;
  side: Side;
  /** The place of its card among those that are printed, from 1. */
  number: number;
  bytes: Uint8Array;
}

/** Both sides of each card that is printed, whatever its copies. */
export async function facePngs(stock: Stock, pictures: StockPictures, job: Job): Promise<FacePng[]> {
  const once = job.cards.map(({ card }) => ({ card, copies: 1 }));
  const sheets = impose(once, stock, { sides: job.sides });
  const shown = await pngs(pdfsOf(sheets, stock, job), pictures, job.cache);
  return sheets.map(({ number, side }, at) => {
    return { card: once[number - 1]?.card ?? '', side, number, bytes: shown[at] ?? new Uint8Array() };
  });
}

/** A place among all cards as it is written in names of files, so that these are sorted as the cards are: `012`. */
export function placeText(number: number, { cards }: Pick<Job, 'cards'>): string {
  return String(number).padStart(Math.max(3, String(cards.length).length), '0');
}
