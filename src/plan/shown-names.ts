import type { Chain } from '../deck/chain/chain.ts';
import type { Loaded } from '../deck/deck.ts';
import { listedBy, namedWords } from '../deck/languages/check-ui.ts';
import type { InLanguage } from '../deck/languages/in-languages.ts';
import { uiFiles } from '../deck/languages/translations.ts';
import type { MissingWord } from '../deck/languages/wording.ts';
import { namesIn } from '../model/braces.ts';
import { lookUp } from '../model/look-up.ts';
import { textsOf, usedForms } from '../model/plurals.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import { readShelf, type Shelf } from '../stock/read-stocks.ts';
import { isPaper } from './print-options.ts';
import { type Supplies, suppliesFor } from './supplies.ts';

// What stocks and card sizes are called in a deck's languages: `names` of a `ui.yaml`. Their own files are in the deck's first language,
// but for ours, which are in English.

type Spoken = Pick<InLanguage, 'deck' | 'wordPlace'>;

/** Everything that there is to name. */
interface Things {
  supplies: Supplies;
  /** Stock files of all layouts, those that are too small for a card of the deck too. */
  shelf: Shelf;
  /** Those of the package alone; where the deck is in English, as these are, all of them. */
  ours: Shelf;
}

/** Works out what a deck can be printed on; undefined where it could not be loaded. */
export async function thingsFor(
  loaded: Loaded,
  shelf: Shelf,
  { layouts, root, memory }: Chain,
): Promise<(Things & { problems: Problem[] }) | undefined> {
  const { deck } = loaded;
  if (!deck) return undefined;
  const supplied = await suppliesFor(deck, loaded, shelf, { dirs: layouts, root });
  const isMixed = layouts.length > 1 && !isEnglish(deck.lang);
  const ours = isMixed ? await readShelf(layouts.slice(0, 1), root, memory.readings) : shelf;
  return { ...supplied, shelf, ours };
}

/** Errors for names of stocks and formats that there are not, since nothing would have them; a warning for names that a language has not. */
export function checkNames(spoken: Spoken, things: Things, { deck, layers }: Loaded): Problem[] {
  const { lang, names } = spoken.deck;
  const { stocks, formats } = things.supplies;
  const known = new Set([...Object.keys(stocks), ...Object.keys(formats), ...things.shelf.files.keys()]);
  const errors = Object.keys(names).flatMap((id) => {
    // What a language has of the first one is said of that.
    const said = textsIn(id, spoken);
    const message = `There is no stock or card format "${id}" to name.${didYouMean(id, known)}`;
    if (!known.has(id))
      return said.slice(0, 1).map(({ at }) => error({ ...at, rule: 'ui/unknown-key', message, got: id }));
    return said.flatMap(({ at, text }) => bracesIn(text).map((braced) => error({ ...at, ...unfilled(id, braced) })));
  });
  const file = uiFiles(lang, layers).at(-1);
  const missing = lackingNames(spoken, things, deck?.lang === lang);
  if (!file || missing.length === 0) return errors;
  const message = `${missing.length} names of papers and card sizes are missing: ${namedWords(missing)}.`;
  return [...errors, warning({ file, rule: 'ui/missing', message, note: listedBy(lang) })];
}

/** What a name has in braces and nothing fills in: it would be printed. */
function bracesIn(text: string): string[] {
  return namesIn(text).filter((braced) => braced !== 'count');
}

function unfilled(id: string, braced: string) {
  const message = `"names › ${id}" must not have {${braced}}.`;
  return {
    rule: 'ui/braces',
    message,
    note: 'Nothing fills it in but {count}, the number of cards.',
    got: `{${braced}}`,
  };
}

/** The names that a language of a deck has not, for `prepdeck translate`: none where its stocks can't be read. */
export async function namesLackedBy(loaded: Loaded, lang: string, chain: Chain): Promise<MissingWord[]> {
  const { deck, further } = loaded;
  const spoken = [{ deck, wordPlace: loaded.wordPlace }, ...further].find((one) => one.deck?.lang === lang);
  if (!deck || !spoken?.deck) return [];
  const things = await thingsFor(loaded, await readShelf(chain.layouts, chain.root, chain.memory.readings), chain);
  return things ? lackingNames({ deck: spoken.deck, wordPlace: spoken.wordPlace }, things, deck.lang === lang) : [];
}

function lackingNames({ deck, wordPlace }: Spoken, things: Things, isFirst: boolean): MissingWord[] {
  const { ours } = things;
  if (isFirst && isEnglish(deck.lang)) return [];
  const isOurs = ([id, name]: [string, string]) =>
    ours.files.get(id)?.data.name === name || lookUp(ours.formats, id)?.name === name;
  const wanted = shownNames(deck, things).filter((one) => !isFirst || isOurs(one));
  const isSaid = (...keys: string[]) => wordPlace(['names', ...keys]) !== undefined;
  return wanted.flatMap(([id, printed]) => {
    if (isSaid(id)) return [];
    if (!printed.includes('{count}')) return [{ path: ['names', id], printed }];
    const forms = [...usedForms(deck.lang).keys()].filter((form) => !isSaid(id, form));
    return forms.map((form) => ({ path: ['names', id, form], printed }));
  });
}

/** The texts that a language has for a name, each with its place: one, or a form for each kind of number. */
function textsIn(id: string, { deck: { names }, wordPlace }: Spoken) {
  return textsOf(lookUp(names, id) ?? '').flatMap(([form, text]) => {
    const at = wordPlace(form === undefined ? ['names', id] : ['names', id, form]);
    return at ? [{ at, text }] : [];
  });
}

/** Ids and names that the catalog shows: of the size of the cards, of what a plain build makes, and of papers that a browser prints on. */
function shownNames({ prints }: Spoken['deck'], { supplies, shelf }: Things): [id: string, name: string][] {
  const { stocks, format } = supplies;
  const shown = Object.values(stocks).filter(
    (one) => prints.includes(one.id) || (one.format === format.id && isPaper(one)),
  );
  // As its file has it: “A4, {count} cards”.
  return [format, ...shown].map(({ id, name }) => [id, shelf.files.get(id)?.data.name ?? name]);
}

function isEnglish(lang: string): boolean {
  return lang.startsWith('en');
}
