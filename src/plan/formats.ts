import type { Loaded } from '../deck/deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';

/** A deck's format, and where deck.yaml names it. */
export interface Wish extends Pick<Deck, 'format'> {
  /** deck.yaml, as shown. */
  file: string;
  /** Left out where it does not say: the deck is of poker cards. */
  place?: Place | undefined;
}

/** The format that a deck asks for, and where. */
export function wishOf({ format, file = '' }: Deck, { deckFile }: Pick<Loaded, 'deckFile'>): Wish {
  return { format, file, place: deckFile?.places.format };
}

/** The error that there is no such card format. */
export function checkFormat({ format, file, place }: Wish, formats: Readonly<Record<string, Format>>): Problem[] {
  if (Object.hasOwn(formats, format)) return [];
  const allowed = Object.keys(formats);
  const message = `There is no card format "${format}".${didYouMean(format, allowed)}`;
  return [error({ file, place, rule: 'deck/format', message, allowed, got: format })];
}

type Holding = Pick<Stock, 'id' | 'name' | 'format' | 'redraws'>;

/** True where a stock holds the cards of a deck: they are of its format, or it has them laid out anew. */
export function holds(stock: Holding, format: string): boolean {
  return stock.format === format || stock.redraws === true;
}

/** An error for each stock that holds cards of another size: it would print what nobody designed. */
export function misfits(chosen: readonly Holding[], all: readonly Holding[], wish: Wish): Problem[] {
  const { format, file, place } = wish;
  const allowed = all.filter((one) => one.format === format).map((one) => one.id);
  return chosen
    .filter((stock) => !holds(stock, format))
    .map((stock) => {
      const message = `The cards of this deck are "${format}"; "${stock.id}" (${stock.name}) holds "${stock.format}" cards.`;
      const note = allowed.length === 0 ? `No stock holds "${format}" cards.` : undefined;
      const fitting = allowed.length === 0 ? undefined : allowed;
      return error({ file, place, rule: 'deck/format', message, allowed: fitting, got: stock.id, note });
    });
}
