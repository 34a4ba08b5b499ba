import type { Deck } from './deck.ts';
import type { DrawnFaces } from './faces.ts';
import type { Output } from './output.ts';
import type { Problem } from './problem.ts';

/** Everything that an organization's own output can be made from. The deck has no errors, and every face is drawn. */
export interface TargetJob {
  /** The deck in the language that is being made, with its texts, pictures and fonts. */
  deck: Deck;
  /** Ids of the cards to print, in print order, each once, with its copies. */
  cards: readonly { card: string; copies: number }[];
  /** PDFs of all faces in the deck's own format: pages of trim + FACE_BLEED on every side, in mm. */
  faces: DrawnFaces;
  /** Which cards, for file names: empty for the whole deck, else e.g. `suit-risk`, `one-day--low-ink`. */
  selection: string;
  /** Reports a problem made by `error` or `warning`; an error keeps everything from being written. */
  report: (problem: Problem) => void;
}

/**
 * An organization's own output: the default export of `layouts/targets/<name>.ts`. The files that it returns are written to
 * `dist/targets/<name>/` together with all others; it writes nothing itself. The same job must give the same bytes.
 *
 * An error that it throws is reported as an error of the build, at the line that threw it.
 */
export type OwnTarget = (job: TargetJob) => readonly Output[] | Promise<readonly Output[]>;
