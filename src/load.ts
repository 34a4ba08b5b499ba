import { checkDeck } from './check/check-deck.ts';
import type { Chain } from './deck/chain/chain.ts';
import { type Loaded, loadDeck } from './deck/deck.ts';
import { type InLanguage, notAmong } from './deck/languages/in-languages.ts';
import { openLooks } from './looks/looks.ts';
import type { Deck } from './model/deck.ts';
import { lookUp } from './model/look-up.ts';
import { hasErrors, type Problem } from './model/problem.ts';
import { stockName } from './model/stock.ts';
import { withGuide } from './plan/guide/guide.ts';
import type { Project } from './plan/project.ts';
import { checkNames, thingsFor } from './plan/shown-names.ts';
import { readShelf } from './stock/read-stocks.ts';

/**
 * Loads and checks a deck, its looks and what it can be printed on: a project for each language that is wanted, the first
 * language's first. No projects where there are errors.
 *
 * @param lang the only language; left out for the deck's first and all that deck.yaml names
 * @throws UsageError for a language that the deck does not have
 */
export async function openProjects(chain: Chain, lang?: string): Promise<{ projects: Project[]; problems: Problem[] }> {
  const { layouts, root, memory } = chain;
  const [{ looks, problems: layoutProblems }, shelf] = await Promise.all([
    openLooks(layouts, root),
    readShelf(layouts, root, memory.readings),
  ]);
  if (!looks) return { projects: [], problems: [...layoutProblems, ...shelf.problems] };
  const loaded = await loadDeck(chain, { looks, languages: lang === undefined ? [] : [lang] });
  const problems = [...loaded.problems];
  const supplied = await thingsFor(loaded, shelf, chain);
  problems.unshift(...(supplied ?? shelf).problems);
  const asked = inLanguages(loaded).filter(({ deck }) => lang === undefined || deck.lang === lang);
  const wanted = asked.map(({ deck, wordPlace, problems: own }) => {
    const guided = withGuide(deck, looks);
    return { deck: guided.deck, wordPlace, problems: [...own, ...guided.problems] };
  });
  for (const { deck, wordPlace, problems: own } of wanted) {
    problems.push(...own, ...notAmong(checkDeck(deck, looks, loaded.broken, { wordPlace }), problems));
    if (supplied) problems.push(...notAmong(checkNames({ deck, wordPlace }, supplied, loaded), problems));
  }
  if (hasErrors(problems) || !supplied) return { projects: [], problems };
  const { supplies } = supplied;
  const projects = wanted.map(({ deck }): Project => {
    const folder = deck.lang === loaded.deck?.lang ? '' : deck.lang;
    const things = { formats: named(supplies.formats, deck), stocks: named(supplies.stocks, deck) };
    const settled = dated({ ...deck, format: supplies.format.id });
    return { ...supplies, ...things, deck: settled, folder, loaded, looks, layouts };
  });
  return { projects, problems };
}

/** The deck in each of its languages, each with the problems of that language alone. */
function inLanguages({ deck, wordPlace, further }: Loaded): Pick<InLanguage, 'deck' | 'wordPlace' | 'problems'>[] {
  return deck ? [{ deck, wordPlace, problems: [] }, ...further] : [];
}

/** Stocks or formats with their names in the deck's language. */
function named<Thing extends { name: string }>(things: Readonly<Record<string, Thing>>, { names }: Deck) {
  const nameOf = (id: string, { name, slots = [] }: Thing & { slots?: readonly unknown[] }) =>
    stockName(lookUp(names, id) ?? name, slots.length);
  const own = ([id, one]: [string, Thing]) => [id, { ...one, name: nameOf(id, one) }] as const;
  return Object.fromEntries(Object.entries(things).map(own));
}

/** A deck with the date of SOURCE_DATE_EPOCH (seconds since 1970, see reproducible-builds.org), which wins over its own. */
function dated(deck: Deck): Deck {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  return /^\d+$/u.test(epoch) ? { ...deck, date: new Date(Number(epoch) * 1000).toISOString().slice(0, 10) } : deck;
}
