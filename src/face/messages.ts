import type { Mistake } from '../looks/mistake.ts';
import type { Deck } from '../model/deck.ts';
import type { LaidPage } from '../model/drawn-guide.ts';
import type { Face, Format } from '../model/faces.ts';
import type { PageStamps } from '../model/pages-kept.ts';
import type { DeckChange } from './change.ts';
import type { Excess } from './excess.ts';
import type { Inspection } from './inspect.ts';

// What a drawing thread is sent, and what it sends back. It takes a WorkerSetup first, then one DrawRequest after the other.

/** What a thread draws with. */
export interface WorkerSetup {
  deck: Deck;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  /** The folder of `savedLayouts`, in place of the package's layouts in the engine. */
  saved?: string | undefined;
  format: Format;
  /** Text nearer to the trim than this is an error, in mm. */
  safe: number;
}

/** A batch of faces to draw as one document. */
export interface DrawRequest {
  id: number;
  faces: readonly Face[];
  /** What has changed in the deck since the last request, its fonts apart. */
  change?: DeckChange;
  /** Nothing is drawn: only how much too long their texts are is measured. */
  measure?: true;
  /** The answer says what of the deck was read. */
  traced?: true;
  /** What is not drawn again. */
  kept?: KeptFaces | undefined;
}

/** Faces of cards that were painted before. */
export interface KeptFaces {
  /** Faces as `packed` has them, these and others. */
  packed: Uint8Array;
  /** Which of them still look so, by their keys. */
  keys: readonly string[];
}

/** What a drawn face shows, and what is wrong with it. */
export interface FaceReport extends Inspection {
  key: string;
  /** How much too long its text is, where that is what is wrong. */
  excess?: Excess | undefined;
}

/** Why nothing was drawn. */
export interface Failure {
  message: string;
  /** Where in a layout, if it is a layout's mistake. */
  mistake?: Mistake | undefined;
}

/** Painted faces, to be kept. */
export interface PackedFaces {
  packed: Uint8Array;
  /** What of the deck each read that was drawn for this answer, by its key. */
  read: ReadonlyMap<string, readonly string[]>;
  /** By what each is known again, in the order of the pages. */
  stamps: readonly string[];
}

/** The answer to a DrawRequest. `failure` is set, and the rest empty, where a layout or the renderer threw or warned. */
export interface DrawAnswer {
  id: number;
  bytes: Uint8Array;
  reports: FaceReport[];
  /** What on the faces of cards the painter did not know, where react-pdf drew them in its place. */
  unpainted?: string | undefined;
  /** Of a guide: its pages. */
  pages?: LaidPage[];
  /** What of the deck was read, where the request asks for it (see trace.ts). */
  read?: readonly string[];
  /** The painted faces of the document; absent where react-pdf drew them. */
  faces?: PackedFaces;
  /** Of its pages, where these are known again one by one. */
  stamps?: PageStamps;
  failure?: Failure;
}
