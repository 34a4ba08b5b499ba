import { lookUp } from '../model/look-up.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';
import { holds, misfits, tooLarge, wishOf } from './deck-format.ts';
import type { Offer } from './offer.ts';
import { hintFor } from './suggest-stock.ts';

/** The stocks and boxes to print on, as their files describe them. */
export interface PrintChoice {
  stocks: readonly Stock[];
  boxes: readonly BoxStock[];
  /** Why a stock can't be printed on. */
  problems: Problem[];
}

/**
 * The stocks and boxes of some ids, each once, in their order; those of deck.yaml for none.
 *
 * @throws UsageError that names every id that was asked for and is unknown; of deck.yaml it is a problem at its line
 */
export function choiceOf(offer: Offer, asked: readonly string[]): PrintChoice {
  const { deck, stocks, boxes, tooSmall, loaded, format } = offer;
  const all = { ...stocks, ...boxes };
  const known = [...Object.keys(all), ...Object.keys(tooSmall)];
  const ids = [...new Set(asked.length > 0 ? asked : deck.prints)];
  const unknown = ids.filter((id) => !known.includes(id));
  if (asked.length > 0 && unknown.length > 0) throw new UsageError(unknownStocks(unknown, known, offer));
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

function unknownPrints(ids: readonly string[], allowed: readonly string[], offer: Offer): Problem[] {
  const { deck, loaded } = offer;
  return ids.map((id) => {
    const place = lookUp(loaded.deckFile?.places, `prints.${deck.prints.indexOf(id)}`);
    const message = `There is no stock "${id}".${hintFor(id, offer)}`;
    return error({ file: deck.file ?? '', place, rule: 'deck/prints', message, allowed, got: id });
  });
}

/** Errors for back offsets of stocks that do not exist: with a typing mistake in the id the sheet would stay unshifted. */
function unknownOffsets(allowed: readonly string[], { deck, loaded }: Offer): Problem[] {
  const ids = Object.keys(deck.backOffset?.for ?? {}).filter((id) => !allowed.includes(id));
  return ids.map((id) => {
    const place = lookUp(loaded.deckFile?.keys, `backOffset.for.${id}`);
    const message = `There is no stock "${id}".${didYouMean(id, allowed)}`;
    return error({ file: deck.file ?? '', place, rule: 'deck/back-offset', message, allowed, got: id });
  });
}

/** Warnings for sheets so full of cards that they have no slug. */
function withoutSlug(ids: readonly string[], offer: Offer): Problem[] {
  return ids.filter((id) => offer.unmarked.includes(id)).map((id) => noSlugOn(id, offer));
}

/** The warning that a sheet has no ruler to tell whether it was printed at 100 %. */
export function noSlugOn(id: string, { deck, loaded, format }: Offer): Problem {
  const message = `The cards leave no room on "${id}" for the line of text and the ruler: its sheets have none.`;
  const place = loaded.deckFile?.places.format;
  const note = `Measure a printed card: it must be ${format.width} × ${format.height} mm.`;
  return warning({ file: deck.file ?? '', place, rule: 'print/no-slug', message, note });
}

/** The message about ids that no stock has. */
function unknownStocks(ids: readonly string[], known: readonly string[], offer: Offer): string {
  const messages = ids.map((id) => `unknown stock: ${id}.${hintFor(id, offer)}`);
  return [...messages, `Stocks: ${known.join(', ')} (npx prepdeck stocks says what they are)`].join('\n');
}
