import type { Copies } from '../impose/impose.ts';
import type { Cache } from '../model/cache.ts';
import type { Deck } from '../model/deck.ts';
import type { DrawnGuide } from '../model/drawn-guide.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import type { DrawnFaces, Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Output } from '../model/output.ts';
import type { Problem } from '../model/problem.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import type { OpenPdf } from '../pdf/open.ts';
import type { PressProfile } from '../press/profile.ts';
import type { FacePicture } from '../raster/face-pictures.ts';

/** Everything an output can be made from: loaded, checked and drawn. */
export interface Job {
  deck: Deck;
  looks: Looks;
  formats: Readonly<Record<string, Format>>;
  /** Stocks to print on, in order, with the options' flip, order, marks and offset. */
  stocks: readonly Stock[];
  /** Every sheet of paper that the deck's format fits on: what the catalog offers to print hands on. */
  papers: readonly Stock[];
  /** Boxes, sleeves and dividers to make. */
  boxes: readonly BoxStock[];
  /** Press profiles by the id of the stock that is printed with them. */
  profiles: ReadonlyMap<string, PressProfile>;
  /** The cards to print, in print order, each once, with its copies. */
  cards: readonly Copies[];
  /** Which sides of sheets to print. */
  sides: 'fronts' | 'backs' | 'both';
  /** True where fronts and backs go into files of their own. */
  split: boolean;
  /** Slots, from 1, that stay empty on the first sheet. */
  skip: readonly number[];
  /** True where the faces were drawn with white grounds. */
  lowInk: boolean;
  /** For file names: empty for the whole deck as it is, else e.g. `suit-risk`, `one-day--low-ink`. */
  selection: string;
  /** False where only print files are wanted. */
  site: boolean;
  /** Drawn faces by format id. */
  drawn: ReadonlyMap<string, DrawnFaces>;
  /** Boards and worksheets, where they are made. */
  kit: readonly DrawnPage[];
  /** The guide on each of its papers; none where it is left out. */
  guides: readonly DrawnGuide[];
  /** Pictures of all faces where a catalog is made, document by document: threads paint them while others are drawn and printed. */
  pictures: readonly Promise<readonly FacePicture[]>[];
  /** Pictures of boards for the catalog. */
  boardPictures: readonly Promise<readonly FacePicture[]>[];
  cache: Cache;
  /** True where no layouts of others are used: what ours read of a deck is known. */
  isOurs: boolean;
  /** Opens drawn faces, each document once for all files that are made of it. */
  open?: OpenPdf | undefined;
  /** Reports what is wrong with an output; an error keeps everything from being written. */
  report: (problem: Problem) => void;
}

/** A file; or files of which the target has done its part, that a thread still writes in inks while other targets go on. */
export type Made = Output | Promise<readonly Output[]>;

/**
 * One kind of output: a function from the job to files. It writes nothing itself.
 *
 * @param made gives all files that earlier targets made, once they are there
 */
export type Target<One extends Made = Output> = (job: Job, made: () => Promise<readonly Output[]>) => Promise<One[]>;

/** The faces of a format; they were drawn before any target runs. */
export function facesOf(job: Pick<Job, 'drawn'>, format: string): DrawnFaces {
  const drawn = job.drawn.get(format);
  if (!drawn) throw new Error(`faces of format ${format} were not drawn`);
  return drawn;
}

/** A file name with the selection in it: `a4`, `a4--suit-risk`. */
export function named(id: string, selection: string): string {
  return selection === '' ? id : `${id}--${selection}`;
}
