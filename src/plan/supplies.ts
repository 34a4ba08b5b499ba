import type { Loaded } from '../deck/deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import type { BoxStock } from '../model/stock.ts';
import type { PressProfile } from '../press/profile.ts';
import { loadBoxes } from '../stock/boxes.ts';
import { type Shelf, type Stocks, stocksFor } from '../stock/read-stocks.ts';
import { profileProblems } from '../stock/services.ts';
import { checkFormat, ownFormat, wishOf } from './deck-format.ts';
import { checkDeckPress, loadProfiles } from './profiles.ts';

/** Everything that the cards of a deck can be printed on, of the package and of the `layouts/` folders of its chain. */
export interface Supplies extends Omit<Stocks, 'problems'> {
  /** The deck's own format. */
  format: Format;
  boxes: Readonly<Record<string, BoxStock>>;
  /** Press profiles by id. */
  profiles: Readonly<Record<string, PressProfile>>;
}

/**
 * Works out the stocks, boxes and profiles for the cards of a deck.
 *
 * @param dirs absolute paths of `layouts/` folders, that of the package first
 * @returns supplies for poker cards where the deck's format does not exist, which is reported
 */
export async function suppliesFor(
  deck: Deck,
  { deckFile }: Pick<Loaded, 'deckFile'>,
  shelf: Shelf,
  { dirs, root }: { dirs: readonly string[]; root: string },
): Promise<{ supplies: Supplies; problems: Problem[] }> {
  const problems: Problem[] = [];
  const own = ownFormat(deck, shelf.formats);
  const format = own ?? lookUp(shelf.formats, deck.format) ?? shelf.formats.poker;
  if (!format) throw new Error('formats.yaml has no poker cards');
  if (!own) problems.push(...checkFormat(wishOf(deck, { deckFile }), shelf.formats));
  const { problems: wrong, ...stocks } = stocksFor(shelf, format);
  const { profiles, problems: wrongProfiles } = await loadProfiles(dirs, root);
  const ids = Object.keys(profiles);
  const known = { formats: stocks.formats, format, profiles: ids };
  const { boxes, problems: wrongBoxes } = await loadBoxes(dirs, root, known);
  problems.push(...wrong, ...wrongBoxes, ...wrongProfiles);
  for (const { data, source } of shelf.files.values()) problems.push(...profileProblems(data, source, ids));
  problems.push(...(await checkDeckPress(deck, deckFile, ids)));
  return { supplies: { ...stocks, format, boxes, profiles }, problems };
}
