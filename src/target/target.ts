import type { Cache } from '../cache.ts';
import type { Card, Deck, DrawnFaces, Format, Looks, Output, Stock } from '../model.ts';

/** Everything an output can be made from: loaded, checked and drawn. */
export interface Job {
  deck: Deck;
  looks: Looks;
  formats: Readonly<Record<string, Format>>;
  /** Stocks to make, in order. */
  stocks: readonly Stock[];
  /** The cards to print, in print order. */
  cards: readonly Card[];
  /** For file names: empty for the whole deck, else e.g. `suit-risk`. */
  selection: string;
  /** False where only print files are wanted. */
  site: boolean;
  /** Drawn faces by format id. */
  drawn: ReadonlyMap<string, DrawnFaces>;
  cache: Cache;
}

/** One kind of output: it reads the job and what the targets before it made, and returns files. It writes nothing itself. */
export type Target = (job: Job, made: readonly Output[]) => Promise<Output[]>;

/** The faces of a format; they were drawn before any target runs. */
export function facesOf(job: Job, format: string): DrawnFaces {
  const drawn = job.drawn.get(format);
  if (!drawn) throw new Error(`faces of format ${format} were not drawn`);
  return drawn;
}
