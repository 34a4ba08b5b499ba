import { checkDeck } from './check/deck.ts';
import { loadLooks } from './face/looks.ts';
import { loadBoxes } from './load/boxes.ts';
import { type Loaded, loadDeck } from './load/deck.ts';
import { loadStocks } from './load/stocks.ts';
import type { BoxStock, Deck, Format, Looks, Stock } from './model.ts';
import { layoutDirs, layoutsDir } from './paths.ts';
import { hasErrors, type Problem } from './problem.ts';

/** A deck without errors, and everything it can be drawn with and printed on. */
export interface Project {
  deck: Deck;
  /** What the deck was made from, layer by layer. */
  loaded: Loaded;
  looks: Looks;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  formats: Readonly<Record<string, Format>>;
  stocks: Readonly<Record<string, Stock>>;
  boxes: Readonly<Record<string, BoxStock>>;
}

/**
 * Loads and checks a deck, its looks and what it can be printed on. `project` is absent where there are errors.
 *
 * @param dir the deck's folder; absolute
 * @param root files are named in messages relative to this folder
 */
export async function openProject(dir: string, root: string): Promise<{ project?: Project; problems: Problem[] }> {
  const layouts = await layoutDirs(dir);
  const looks = await loadLooks(...layouts);
  const { stocks, formats, problems: stockProblems } = await loadStocks(layoutsDir, root);
  const { boxes, problems: boxProblems } = await loadBoxes(layoutsDir, root, formats);
  const loaded = await loadDeck({ dir, root, looks });
  const { deck } = loaded;
  const problems = [
    ...stockProblems,
    ...boxProblems,
    ...loaded.problems,
    ...(deck ? checkDeck(deck, looks, loaded.broken) : []),
  ];
  if (!deck || hasErrors(problems)) return { problems };
  return { project: { deck: dated(deck), loaded, looks, layouts, formats, stocks, boxes }, problems };
}

/** A deck with the date of SOURCE_DATE_EPOCH (seconds since 1970, see reproducible-builds.org), which wins over its own. */
function dated(deck: Deck): Deck {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  return /^\d+$/u.test(epoch) ? { ...deck, date: new Date(Number(epoch) * 1000).toISOString().slice(0, 10) } : deck;
}
