import type { Loaded } from '../deck/deck.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';
import { holds, misfits, tooLarge, wishOf } from './formats.ts';
import type { Supplies } from './supplies.ts';

/** A deck and what there is to print it on. */
interface Offer extends Supplies {
  deck: Deck;
  loaded: Pick<Loaded, 'deckFile'>;
}

/** What is to be printed on, as the files say it. */
export interface Choice {
  stocks: readonly Stock[];
  boxes: readonly BoxStock[];
  /** What cannot be printed on, and why. */
  problems: Problem[];
}

/**
 * The stocks and boxes of some ids, each once, in their order; those of deck.yaml for none.
 *
 * @throws UsageError that names every id that was asked for and is unknown; of deck.yaml it is a problem at its line
 */
export function choiceOf(offer: Offer, asked: readonly string[]): Choice {
  const { deck, stocks, boxes, tooSmall, loaded, format } = offer;
  const all = { ...stocks, ...boxes };
  const known = [...Object.keys(all), ...Object.keys(tooSmall)];
  const ids = [...new Set(asked.length > 0 ? asked : deck.prints)];
  const unknown = ids.filter((id) => !known.includes(id));
  if (asked.length > 0 && unknown.length > 0) throw new UsageError(unknownStock(unknown, known));
  const wish = wishOf(deck, loaded);
  const chosen = ids.flatMap((id) => lookUp(all, id) ?? []);
  const fitting = chosen.filter((one) => holds(one, deck.format));
  const small = Object.fromEntries(Object.entries(tooSmall).filter(([id]) => ids.includes(id)));
  return {
    stocks: fitting.flatMap(({ id }) => lookUp(stocks, id) ?? []),
    boxes: fitting.flatMap(({ id }) => lookUp(boxes, id) ?? []),
    problems: [
      ...unknownPrints(unknown, known, offer),
      ...misfits(chosen, Object.values(all), wish),
      ...unknownOffsets(known, offer),
      ...tooLarge(small, Object.values(all), wish, format),
      ...withoutSlug(
        fitting.map(({ id }) => id),
        offer,
      ),
    ],
  };
}

/** What is said of ids that no stock has. */
function unknownStock(ids: readonly string[], known: readonly string[]): string {
  return `unknown stock: ${ids.join(', ')}.${didYouMean(ids[0] ?? '', known)} Stocks: ${known.join(', ')}`;
}

function unknownPrints(ids: readonly string[], allowed: readonly string[], { deck, loaded }: Offer): Problem[] {
  return ids.map((id) => {
    const place = lookUp(loaded.deckFile?.places, `prints.${deck.prints.indexOf(id)}`);
    const message = `There is no stock "${id}".${didYouMean(id, allowed)}`;
    return error({ file: deck.file ?? '', place, rule: 'deck/prints', message, allowed, got: id });
  });
}

/** Shifts of stocks that there are not: a slip would leave a sheet where it was. */
function unknownOffsets(allowed: readonly string[], { deck, loaded }: Offer): Problem[] {
  const ids = Object.keys(deck.backOffset?.for ?? {}).filter((id) => !allowed.includes(id));
  return ids.map((id) => {
    const place = loaded.deckFile?.keys[`backOffset.for.${id}`];
    const message = `There is no stock "${id}".${didYouMean(id, allowed)}`;
    return error({ file: deck.file ?? '', place, rule: 'deck/back-offset', message, allowed, got: id });
  });
}

/** Says of which sheets the cards take all, so that nothing on them tells whether they were printed at 100 %. */
function withoutSlug(ids: readonly string[], { deck, unmarked, loaded }: Offer): Problem[] {
  return ids
    .filter((id) => unmarked.includes(id))
    .map((id) => {
      const message = `The cards leave no room on "${id}" for the line of text and the ruler: its sheets have none.`;
      const place = loaded.deckFile?.places.format;
      return warning({ file: deck.file ?? '', place, rule: 'print/no-slug', message, note: 'Measure a card.' });
    });
}
