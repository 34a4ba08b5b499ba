import type { PrintOptions } from './print-options.ts';
import type { CardsWanted } from './select.ts';

/** What to build. Paths are absolute. */
export interface BuildRequest {
  /** The deck's folder. */
  deck: string;
  /** The output folder. */
  out: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  /** Ids of stocks; empty for those that deck.yaml names. */
  stocks: readonly string[];
  /** Which cards to print. */
  cards: CardsWanted;
  /** How to print them. */
  print: PrintOptions;
  /** True for a catalog too; it is made only when the whole deck is printed. */
  site: boolean;
  /** True for boards and worksheets too; they are made only when the whole deck is printed. Left out: none. */
  kit?: boolean | undefined;
  /** Only this language; left out for the deck's first and all that deck.yaml names. */
  lang?: string | undefined;
  /** True to make nothing where there is a warning that deck.yaml does not accept. */
  strict?: boolean | undefined;
  /** Called as the work goes on: a step's name, and how far it has come. */
  onProgress?: (step: string, done?: number, of?: number) => void;
}
