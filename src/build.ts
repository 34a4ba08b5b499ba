import path from 'node:path';
import { openCache } from './cache.ts';
import { checkDeck } from './check/deck.ts';
import { drawFaces } from './face/draw.ts';
import { loadLooks } from './face/looks.ts';
import { loadDeck } from './load/deck.ts';
import { loadStocks } from './load/stocks.ts';
import type { Card, Deck, DrawnFaces, Format, Looks, Output, Stock } from './model.ts';
import { type Manifest, recover, write } from './output.ts';
import { layoutsDir, packageVersion } from './paths.ts';
import { hasErrors, type Problem, sorted } from './problem.ts';
import { selectCards, selectionName } from './select.ts';
import { choose } from './stocks.ts';
import { facesTarget } from './target/faces.ts';
import { printTarget } from './target/print.ts';
import { schemaTarget } from './target/schema.ts';
import { siteTarget } from './target/site.ts';
import type { Job, Target } from './target/target.ts';

/** What to build. Paths are absolute. */
export interface BuildOptions {
  /** The deck's folder. */
  deck: string;
  /** The output folder. */
  out: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  /** Ids of stocks; empty for those that deck.yaml names. */
  stocks: readonly string[];
  /** Queries; a card that matches any of them is printed. Empty for all cards. */
  only: readonly string[];
  site: boolean;
  /** Called as the work goes on: a step's name, and how far it has come. */
  onProgress?: (step: string, done?: number, of?: number) => void;
}

/** A deck that may be printed, with what it is printed on. */
interface Checked {
  deck: Deck;
  looks: Looks;
  formats: Readonly<Record<string, Format>>;
  stocks: readonly Stock[];
  cards: readonly Card[];
  drawn: ReadonlyMap<string, DrawnFaces>;
}

/** What a command found and made. */
export interface BuildResult {
  problems: readonly Problem[];
  /** Absent where errors stopped it: nothing was written then. */
  manifest?: Manifest;
  deck?: Deck;
  stocks: readonly Stock[];
}

/** Every output, in the order in which they are made. To add one: a file in `target/` and a line here. */
const targets: readonly Target[] = [printTarget, facesTarget, schemaTarget, siteTarget];

/**
 * Makes the print files and the catalog: load, check, draw, impose and write. Errors stop it before anything is written.
 *
 * @throws UsageError for a stock or a query that the deck does not know
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  await recover(options.out);
  const { checked, problems } = await check(options);
  if (!checked) return { problems, stocks: [] };

  const job: Job = {
    ...checked,
    selection: selectionName(options.only),
    site: options.site && options.only.length === 0,
    cache: openCache(path.join(options.root, 'node_modules/.cache/prepdeck'), await packageVersion()),
  };
  const outputs: Output[] = [];
  for (const target of targets) {
    options.onProgress?.(target.name);
    outputs.push(...(await target(job, outputs)));
  }

  options.onProgress?.('write');
  const { deck, stocks } = checked;
  const manifest = await write({
    out: options.out,
    outputs,
    deck: { name: deck.name, version: deck.version, cards: deck.cards.length },
    partial: options.stocks.length > 0 || options.only.length > 0,
  });
  return { problems, manifest, deck, stocks };
}

/**
 * Everything that `build` does but writing: loads and checks the deck and draws every face.
 * `checked` is absent where there are errors.
 */
export async function check(options: BuildOptions): Promise<{ checked?: Checked; problems: Problem[] }> {
  options.onProgress?.('load');
  const looks = await loadLooks(layoutsDir);
  const print = await loadStocks(layoutsDir, options.root);
  const loaded = await loadDeck({ dir: options.deck, root: options.root, looks });
  const problems = [...print.problems, ...loaded.problems];
  if (!loaded.deck) return { problems: sorted(problems) };

  options.onProgress?.('check');
  const { deck } = loaded;
  problems.push(...checkDeck(deck, looks));
  if (hasErrors(problems)) return { problems: sorted(problems) };

  const stocks = choose(print.stocks, options.stocks.length > 0 ? options.stocks : deck.prints);
  const cards = selectCards(deck, options.only);
  const drawn = new Map<string, DrawnFaces>();
  for (const format of formatsOf(deck, stocks, print.formats)) {
    const faces = await drawFaces({
      deck,
      looks,
      layouts: layoutsDir,
      format,
      cards: options.site && format.id === deck.format ? deck.cards : cards,
      onProgress: (done, of) => options.onProgress?.(`draw ${format.id}`, done, of),
    });
    drawn.set(format.id, faces.drawn);
    problems.push(...faces.problems);
  }
  if (hasErrors(problems)) return { problems: sorted(problems) };
  return { checked: { deck, looks, formats: print.formats, stocks, cards, drawn }, problems: sorted(problems) };
}

/** The deck's own format, which the catalog shows, and those of the stocks. */
function formatsOf(deck: Deck, stocks: readonly Stock[], formats: Readonly<Record<string, Format>>): Format[] {
  const ids = new Set([deck.format, ...stocks.map((stock) => stock.format)]);
  return [...ids].flatMap((id) => formats[id] ?? []);
}
