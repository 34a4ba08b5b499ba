// The library: what the command does, for programs. Its names stay provisional until 1.0.
import path from 'node:path';
import * as pipeline from './build.ts';
import { readingCache } from './caches.ts';
import { ASSETS, type Asset } from './deck/assets/art.ts';
import { openChain } from './deck/chain/chain.ts';
import * as loading from './deck/deck.ts';
import { inLanguage } from './deck/languages/in-languages.ts';
import { openLooks } from './looks/looks.ts';
import type { Card } from './model/card.ts';
import type { Deck } from './model/deck.ts';
import { hasErrors, type Problem, sorted } from './model/problem.ts';
import type * as planned from './plan/options.ts';
import type { PrintOptions } from './plan/print-options.ts';
import { type CardsWanted, selectCards } from './plan/select.ts';

export type { Card } from './model/card.ts';
export type { Deck } from './model/deck.ts';
export { hasErrors, type Problem } from './model/problem.ts';
export { UsageError } from './model/usage.ts';
export type { PrintOptions } from './plan/print-options.ts';
export type { CardsWanted } from './plan/select.ts';

/** Which deck. Paths may be relative to `root`. */
export interface DeckOptions {
  /** The deck's folder; left out: `deck`. */
  deck?: string;
  /** The folder that the deck's project lies in: messages name files relative to it. Left out: the working directory. */
  root?: string;
  /** Only this language, e.g. `de`; left out: all that deck.yaml names. */
  lang?: string;
}

/** Options of `check`: what would be printed. */
export interface CheckOptions extends DeckOptions {
  /** Ids of stocks, e.g. `a4`, `shop`; left out: those that deck.yaml names. */
  stocks?: readonly string[];
  /** Which cards; left out: all of the deck. */
  cards?: Partial<CardsWanted>;
  /** How to print them; lengths in mm. */
  print?: PrintOptions;
  /** True for a catalog too, which is made of the whole deck only; left out: true. */
  site?: boolean;
  /** True for boards and worksheets too, which are made with the whole deck only; left out: true. */
  kit?: boolean;
  /** Called as the work goes on: a step's name, and how far it has come. */
  onProgress?: (step: string, done?: number, of?: number) => void;
}

/** Options of `build`. */
export interface BuildOptions extends CheckOptions {
  /** The output folder; left out: `dist`. */
  out?: string;
}

/** The problems that were found. */
export interface CheckResult {
  /** False where one of the problems is an error. */
  ok: boolean;
  /** Sorted by file, line and column. */
  problems: readonly Problem[];
}

/** The problems that were found, and the files that were made. */
export interface BuildResult extends CheckResult {
  /** Absolute paths of the files that were made; none where there are errors: then the output folder is as it was. */
  files: readonly string[];
}

/** A deck as it was loaded. */
export interface LoadResult extends CheckResult {
  /** Plain data; cards with mistakes are not in it. Undefined where nothing usable could be loaded. */
  deck: Deck | undefined;
}

/** The cards of a deck. */
export interface ListResult extends CheckResult {
  /** In print order. */
  cards: readonly Card[];
}

/**
 * Makes the print files and the catalog of a deck, as `prepdeck build` does.
 *
 * @throws UsageError for a stock, a query, a set, a language or a press profile that does not exist, and for options that contradict
 * each other
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const wanted = optionsOf(options);
  const { problems, made = [] } = await pipeline.build(wanted);
  return { ...resultOf(problems), files: made.map((file) => path.join(wanted.out, file)) };
}

/**
 * Finds every problem of a deck and of what would be printed, as `prepdeck check` does; writes nothing.
 *
 * @throws UsageError as `build` does
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const { problems } = await pipeline.checkAndDraw(optionsOf(options));
  return resultOf(problems);
}

/**
 * Loads a deck: its cards with everything that decks below it, overrides and translations give them.
 *
 * @throws UsageError for a language that the deck does not have
 */
export async function loadDeck({
  deck: dir = 'deck',
  root = process.cwd(),
  lang,
}: DeckOptions = {}): Promise<LoadResult> {
  return await opened({ dir, root, lang });
}

/** Loads a deck, without opening some of its assets. */
async function opened(
  { dir, root, lang }: { dir: string; root: string; lang: string | undefined },
  without: readonly Asset[] = [],
): Promise<LoadResult> {
  const chain = await openChain({ dir: path.resolve(root, dir), root, cache: await readingCache() });
  const { looks, problems: wrong } = await openLooks(chain.layouts, root);
  if (!looks) return { ...resultOf(wrong), deck: undefined };
  const languages = lang === undefined ? [] : [lang];
  const asked = inLanguage(await loading.loadDeck(chain, { looks, languages, without }), lang);
  return { ...resultOf(asked.problems), deck: asked.deck };
}

/**
 * The cards of a deck, as `prepdeck list` has them: no font and no picture is opened, and what is wrong with them is not said.
 *
 * @param options.only queries, e.g. `suit:risk`; a card that matches any of them is listed. Left out: all cards
 * @throws UsageError for a query that the deck does not know, or a language that it does not have
 */
export async function list({
  only = [],
  deck: dir = 'deck',
  root = process.cwd(),
  lang,
}: DeckOptions & { only?: readonly string[] } = {}): Promise<ListResult> {
  const { deck, ...result } = await opened({ dir, root, lang }, ASSETS);
  return { ...result, cards: deck ? selectCards(deck, only) : [] };
}

function optionsOf({ deck = 'deck', root = process.cwd(), out = 'dist', ...rest }: BuildOptions): planned.BuildRequest {
  const { stocks = [], cards, print = {}, site = true, kit = true, lang, onProgress } = rest;
  return {
    ...{ root, stocks, print, site, kit, lang },
    deck: path.resolve(root, deck),
    out: path.resolve(root, out),
    cards: { only: [], ...cards },
    ...(onProgress && { onProgress }),
  };
}

function resultOf(problems: readonly Problem[]): CheckResult {
  return { ok: !hasErrors(problems), problems: sorted(problems) };
}
