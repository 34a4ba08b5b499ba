import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { type DrawnFaces, type Face, type Format, faceKey } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { PageStamps } from '../model/pages-kept.ts';
import type { Problem } from '../model/problem.ts';
import { cardName } from './card-problems.ts';
import type { Excess } from './excess.ts';
import { isOfPlace } from './finding.ts';
import { lookingAt } from './looked-at.ts';
import type { DrawAnswer, FaceReport, Failure, WorkerSetup } from './messages.ts';
import { startThreads, type Threads } from './threads.ts';
import { type Undrawn, undrawnProblems } from './undrawn.ts';

/** What drawFaces needs. */
export interface DrawFacesOptions {
  deck: Deck;
  looks: Looks;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  format: Format;
  /** The cards to draw, both sides of each. */
  cards: readonly Card[];
  /** Layouts are named in messages relative to this folder; left out: the working directory. */
  root?: string;
  /** Threads to draw on; left out: its own, ended afterwards. */
  threads?: Threads;
  /** How many processors others have work for meanwhile; left out: none. */
  others?: number;
  /** Called with the number of faces done so far. */
  onProgress?: (done: number, of: number) => void;
  /** Called with each document as soon as it is drawn, while others are: its place among `documents`, and its pages in order. */
  onDocument?: (document: number, pdf: Uint8Array, faces: readonly Face[], stamps?: PageStamps) => void;
  /** Called once threads draw what was not drawn before: until they have done so there is nothing to do. */
  onDrawing?: () => void;
  /** Called where react-pdf draws a document, since the painter does not know something on it. */
  onUnpainted?: (what: string, faces: readonly Face[]) => void;
}

/**
 * Text must keep this far from the trim: a cutter is out by up to 1.5 mm, and services ask for 3 to 3.2 mm
 * (The Game Crafter and DriveThruCards: 1/8 inch).
 */
export const SAFE_MARGIN = 3.2;
/**
 * Faces in one document, at most. Its fonts are embedded again in each, and a document of more than about 270 pages grows
 * slower per page (measured, react-pdf 4.9). Fixed, not by the number of processors: the bytes must not depend on the machine.
 */
const BATCH = 70;

/**
 * Draws both sides of each card once, in worker threads with a deadline.
 *
 * Every text that does not fit, loses a word, or is set in a glyph or a font that is not there is an error that names
 * the card and the side. Where a whole batch fails, its cards are drawn again one by one to find the culprit.
 */
export async function drawFaces(options: DrawFacesOptions): Promise<{ drawn: DrawnFaces; problems: Problem[] }> {
  const batches = batchesOf(options.cards.flatMap(({ id }) => facesOf(id)));
  const setup: WorkerSetup = {
    deck: options.deck,
    layouts: options.layouts,
    format: options.format,
    safe: SAFE_MARGIN,
  };
  const threads = options.threads ?? startThreads();
  const looking = lookingAt(options.cards, options.looks);
  let done = 0;
  const answers = await threads.draw(batches, setup, {
    others: options.others,
    onDrawing() {
      options.onDrawing?.();
      looking.begin();
    },
    onBatch({ id, bytes, failure, unpainted, stamps, reports }) {
      const batch = batches[id] ?? [];
      done += batch.length;
      looking.take(reports);
      options.onProgress?.(done, 2 * options.cards.length);
      if (failure === undefined) options.onDocument?.(id, bytes, batch, stamps);
      if (unpainted !== undefined) options.onUnpainted?.(unpainted, batch);
    },
  });
  const blamed: Undrawn[] = [];
  const pages = new Map<string, { document: number; page: number }>();
  for (const [document, answer] of answers.entries()) {
    const batch = batches[document] ?? [];
    if (answer.failure) blamed.push(...(await blame(batch, answer.failure, setup, { ...options, threads })));
    for (const [page, face] of batch.entries()) pages.set(faceKey(face), { document, page });
  }
  const drawn = answers.flatMap((answer) => answer.reports);
  const found = await measuredExcess(batches.flat(), drawn, (faces) => threads.draw(faces, setup, { measure: true }));
  if (!options.threads) threads.end();
  const problems = [...undrawnProblems(blamed, 'face/cannot-draw', options.root), ...looking.problems(found)];
  return { drawn: { format: options.format, documents: answers.map((answer) => answer.bytes), pages }, problems };
}

/** How many faces are measured together. Measuring one takes as long as drawing ten, and a batch has a deadline. */
const MEASURED = 20;

/** For faces on which a text does not fit: how much too long each is. A face whose measurement fails is left out. */
export async function measuredExcess(
  faces: readonly Face[],
  reports: readonly FaceReport[],
  measure: (batches: readonly (readonly Face[])[]) => Promise<readonly DrawAnswer[]>,
): Promise<ReadonlyMap<string, Excess>> {
  const wrong = new Set(reports.filter(({ findings }) => findings.some(isOfPlace)).map(({ key }) => key));
  const full = faces.filter((face) => wrong.has(faceKey(face)));
  if (full.length === 0) return new Map();
  const count = Math.ceil(full.length / MEASURED);
  const batches = Array.from({ length: count }, (_, at) => full.slice(at * MEASURED, (at + 1) * MEASURED));
  const answers = (await measure(batches)).flatMap((answer) => answer.reports);
  return new Map(answers.flatMap(({ key, excess }) => (excess ? [[key, excess] as const] : [])));
}

/** Draws the cards of a failed batch one by one, to name those that cannot be drawn. */
async function blame(
  batch: readonly Face[],
  failure: Failure,
  setup: WorkerSetup,
  { deck, threads }: DrawFacesOptions & { threads: Threads },
): Promise<Undrawn[]> {
  const answers = await threads.draw(
    batch.map((face) => [face]),
    setup,
  );
  const blamed = answers.flatMap((answer, i): Undrawn[] => {
    const face = batch[i];
    const card = deck.cards.find((one) => one.id === face?.card);
    if (!answer.failure || !face || !card) return [];
    return [{ name: `${cardName(card)}, ${face.side}`, file: card.file, failure: answer.failure }];
  });
  if (blamed.length === 0) throw new Error(`drawing failed: ${failure.message}`);
  return blamed;
}

function facesOf(card: string): Face[] {
  return (['front', 'back'] as const).map((side) => ({ card, side }));
}

/** One batch, or an even number of equal ones: two threads, or four, then end at about the same time. */
function batchesOf(faces: readonly Face[]): Face[][] {
  const count = faces.length <= BATCH ? 1 : 2 * Math.ceil(faces.length / (2 * BATCH));
  const size = Math.ceil(faces.length / count);
  return Array.from({ length: count }, (_, i) => faces.slice(i * size, (i + 1) * size)).filter(
    (batch) => batch.length > 0,
  );
}
