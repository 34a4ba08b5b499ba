import type { Loaded } from '../deck/deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import { SAME } from '../model/rect.ts';
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

/** An error where deck.yaml names a card format that does not exist. */
export function checkFormat({ format, file, place }: Wish, formats: Readonly<Record<string, Format>>): Problem[] {
  if (Object.hasOwn(formats, format)) return [];
  const allowed = Object.keys(formats);
  const message = `There is no card format "${format}".${didYouMean(format, allowed)}`;
  const note = 'A size of your own: format: { name: Square, width: 70, height: 70, radius: 3 }';
  return [error({ file, place, rule: 'deck/format', message, allowed, got: format, note })];
}

/**
 * A size that deck.yaml gives itself, as a format. If a known format has the same size, it is that format, so that every stock for
 * its cards takes these; any other size gets an id that no format has, so that no stock takes them by mistake.
 */
export function ownFormat(
  { ownFormat: own }: Pick<Deck, 'ownFormat'>,
  formats: Readonly<Record<string, Format>>,
): Format | undefined {
  if (!own) return undefined;
  const same = Object.values(formats).find(
    ({ width, height }) => Math.abs(width - own.width) < SAME && Math.abs(height - own.height) < SAME,
  );
  if (same) return { ...own, id: same.id };
  const id =
    own.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'own';
  return { id: Object.hasOwn(formats, id) ? `own-${id}` : id, ...own };
}

type StockFormat = Pick<Stock, 'id' | 'name' | 'format' | 'redraws'>;

/** True where a stock holds the cards of a deck: they are of its format, or its grid is worked out for any format. */
export function holds(stock: StockFormat, format: string): boolean {
  return stock.format === format || stock.redraws === true;
}

/** An error for each stock that holds cards of another size: it would print what nobody designed. */
export function misfits(chosen: readonly StockFormat[], all: readonly StockFormat[], wish: Wish): Problem[] {
  const { format } = wish;
  return chosen
    .filter((stock) => !holds(stock, format))
    .map(({ id, name, format: other }) =>
      refused(id, all, wish, `The cards of this deck are "${format}"; "${id}" (${name}) holds "${other}" cards.`),
    );
}

/** An error for each paper on which not even one card of the deck finds room. */
export function tooLarge(
  papers: Readonly<Record<string, string>>,
  all: readonly StockFormat[],
  wish: Wish,
  { width, height }: Format,
): Problem[] {
  return Object.entries(papers).map(([id, room]) => {
    const message = `A card of ${width} × ${height} mm does not fit on "${id}", of which ${room} are printed.`;
    return refused(id, all, wish, message);
  });
}

function refused(id: string, all: readonly StockFormat[], { format, file, place }: Wish, message: string): Problem {
  const fitting = all.filter((one) => one.format === format).map((one) => one.id);
  if (fitting.length > 0) return error({ file, place, rule: 'deck/format', message, allowed: fitting, got: id });
  return error({ file, place, rule: 'deck/format', message, got: id, note: `No stock holds "${format}" cards.` });
}
