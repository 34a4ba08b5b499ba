import type { Worker } from 'node:worker_threads';
import { endThread } from '../engine.mjs';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { DrawnGuide } from '../model/drawn-guide.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import type { Face, Format } from '../model/faces.ts';
import type { Chapter } from '../model/guide.ts';
import type { Board, Worksheet } from '../model/kit.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Problem } from '../model/problem.ts';
import { deckOnWhite } from '../model/white-paper.ts';
import { cardName, cardProblems } from './card-problems.ts';
import { changeOf } from './change.ts';
import { measuredExcess, SAFE_MARGIN } from './draw.ts';
import { drawGuide } from './draw-guide.ts';
import { drawKit } from './draw-kit.ts';
import type { DrawAnswer, WorkerSetup } from './messages.ts';
import { ask, startDrawThread, type Threads } from './threads.ts';
import { undrawnProblems } from './undrawn.ts';

/** Both sides of a card as it is printed. */
interface DrawnCard {
  /** A PDF of two pages, front and back, trim + FACE_BLEED on every side. Absent where it cannot be drawn. */
  pdf?: Uint8Array;
  problems: Problem[];
}

/** A drawing thread that is kept, for one card now and one then. The deck may be another one each time. */
export interface Drawer {
  /** Draws a card of a deck. */
  draw(deck: Deck, card: Card, looks: Looks): Promise<DrawnCard>;
  /** Draws a board or a worksheet of a deck, on each of its papers. */
  drawPage(deck: Deck, page: Board | Worksheet): Promise<{ pages: DrawnPage[]; problems: Problem[] }>;
  /** Draws the guide on a paper with one chapter alone: its pages follow the cover and the contents. */
  drawChapter(deck: Deck, chapter: Chapter, size: Format): Promise<{ guides: DrawnGuide[]; problems: Problem[] }>;
  /** Draws with layouts that were saved, or with others, from now on. The thread goes on: it has the renderer and the fonts. */
  relook(from: LayoutsOf): void;
  close(): Promise<void>;
}

/** Where a drawer's layouts are. */
type LayoutsOf = Pick<WorkerSetup, 'layouts' | 'saved'>;

/** What a drawer draws with. */
export interface DrawerOptions extends LayoutsOf {
  /** Layouts are named in messages relative to this folder. */
  root: string;
  formatOf: (deck: Deck) => Format;
}

/** The thread, and the layouts and the deck that it has. */
interface Thread extends DrawerOptions {
  worker: Worker;
  known: Deck;
}

/** Starts a drawing thread; it loads layouts and fonts while the caller goes on. */
export function openDrawer(first: Deck, options: DrawerOptions): Drawer {
  const thread: Thread = { ...options, worker: startDrawThread(), known: first };
  setUp(thread);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const given = (deck: Deck) => {
    const { layouts, formatOf, root } = thread;
    return { layouts, root, format: formatOf(deck), threads: asThreads(thread, deckOnWhite(deck)) };
  };
  return {
    draw: (deck, card, looks) => inTurn(() => draw(thread, deck, card, looks)),
    drawPage: (deck, page) => inTurn(() => drawKit({ ...given(deck), deck: withOnly(page, deck) })),
    drawChapter: (deck, chapter, size) => {
      const alone = { ...deck, guide: [chapter] };
      return inTurn(() => drawGuide({ ...given(alone), deck: alone, sizes: [size] }));
    },
    relook(from) {
      Object.assign(thread, from);
      setUp(thread);
    },
    close: () => endThread(thread.worker),
  };
}

/** Tells the thread what it draws from. It loads layouts and fonts while the caller goes on. */
function setUp({ worker, known, layouts, saved, formatOf }: Thread): void {
  const setup: WorkerSetup = { deck: known, layouts, saved, format: formatOf(known), safe: SAFE_MARGIN };
  worker.postMessage(setup);
}

async function draw(thread: Thread, deck: Deck, card: Card, looks: Looks): Promise<DrawnCard> {
  const faces = (['front', 'back'] as const).map((side) => ({ card: card.id, side }));
  const answer = await drawn(thread, deck, faces);
  const excess = await measuredExcess(faces, answer.reports, async ([full = []]) => {
    const { answer: found, alive: well } = await ask(thread.worker, { id: 0, faces: full, measure: true });
    if (!well) await restart(thread, deck);
    return [found];
  });
  const reports = answer.reports.map((one) => ({ ...one, excess: excess.get(one.key) }));
  return drawnCard(card, looks, { ...answer, reports }, thread.root);
}

/** Faces of a deck as one document. */
async function drawn(thread: Thread, deck: Deck, faces: readonly Face[]): Promise<DrawAnswer> {
  const { known, formatOf } = thread;
  // A thread registers its fonts once, and is made for one format.
  if (deck.theme.fonts !== known.theme.fonts || formatOf(deck) !== formatOf(known)) await restart(thread, deck);
  const { answer, alive } = await ask(thread.worker, { id: 0, faces, change: changeOf(thread.known, deck) });
  thread.known = deck;
  if (!alive) await restart(thread, deck);
  return answer;
}

/** The one thread as `Threads`, for drawKit and drawGuide. It draws from the whole deck, of which they may have only the part that they draw. */
function asThreads(thread: Thread, deck: Deck): Threads {
  return {
    async draw(batches) {
      const answers: DrawAnswer[] = [];
      for (const faces of batches) answers.push(await drawn(thread, deck, faces));
      return answers;
    },
    end: () => undefined,
  };
}

function withOnly(page: Board | Worksheet, deck: Deck): Deck {
  return page.kind === 'board'
    ? { ...deck, boards: [page], worksheets: [] }
    : { ...deck, boards: [], worksheets: [page] };
}

async function restart(thread: Thread, deck: Deck): Promise<void> {
  await endThread(thread.worker);
  thread.worker = startDrawThread();
  thread.known = deck;
  setUp(thread);
}

function drawnCard(card: Card, looks: Looks, { bytes, reports, failure }: DrawAnswer, root: string): DrawnCard {
  if (failure !== undefined) {
    const one = { name: cardName(card), file: card.file, failure };
    return { problems: undrawnProblems([one], 'face/cannot-draw', root) };
  }
  const found = cardProblems(card, new Map(reports.map((one) => [one.key, one])), looks);
  return { pdf: bytes, problems: found.map(({ problem }) => problem) };
}
