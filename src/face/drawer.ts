import type { Worker } from 'node:worker_threads';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Problem } from '../model/problem.ts';
import { cardProblems } from './card-problems.ts';
import { changeOf } from './change.ts';
import { measuredExcess, SAFE_MARGIN, undrawn } from './draw.ts';
import type { DrawAnswer, WorkerSetup } from './messages.ts';
import { ask, startDrawThread } from './threads.ts';

/** Both sides of a card as it is printed. */
export interface DrawnCard {
  /** A PDF of two pages, front and back, trim + FACE_BLEED on every side. Absent where it cannot be drawn. */
  pdf?: Uint8Array;
  problems: Problem[];
}

/** A drawing thread that is kept, for one card now and one then. */
export interface Drawer {
  /** Draws a card of a deck, which may be another one than the last time. */
  draw(deck: Deck, card: Card, looks: Looks): Promise<DrawnCard>;
  close(): Promise<void>;
}

/** The thread, and the deck that it has. */
interface Thread {
  /** Starts a thread and gives it a deck. */
  begin(deck: Deck): Worker;
  formatOf(deck: Deck): Format;
  worker: Worker;
  known: Deck;
}

/** Starts a drawing thread; it loads layouts and fonts while the caller goes on. */
export function openDrawer(layouts: WorkerSetup['layouts'], first: Deck, formatOf: (deck: Deck) => Format): Drawer {
  const begin = (deck: Deck) => {
    const setup: WorkerSetup = { deck, layouts, format: formatOf(deck), safe: SAFE_MARGIN };
    const worker = startDrawThread();
    worker.postMessage(setup);
    return worker;
  };
  const thread: Thread = { begin, formatOf, worker: begin(first), known: first };
  let last: Promise<unknown> = Promise.resolve();
  return {
    draw(deck, card, looks) {
      const drawn = last.then(() => draw(thread, deck, card, looks));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    close: async () => {
      await thread.worker.terminate();
    },
  };
}

async function draw(thread: Thread, deck: Deck, card: Card, looks: Looks): Promise<DrawnCard> {
  const { known, formatOf } = thread;
  // A thread registers its fonts once, and is made for one format.
  if (deck.theme.fonts !== known.theme.fonts || formatOf(deck) !== formatOf(known)) await restart(thread, deck);
  const faces = (['front', 'back'] as const).map((side) => ({ card: card.id, side }));
  const { answer, alive } = await ask(thread.worker, { id: 0, faces, change: changeOf(thread.known, deck) });
  thread.known = deck;
  if (!alive) await restart(thread, deck);
  const excess = await measuredExcess(faces, answer.reports, async ([full = []]) => {
    const { answer: found, alive: well } = await ask(thread.worker, { id: 0, faces: full, measure: true });
    if (!well) await restart(thread, deck);
    return [found];
  });
  const reports = answer.reports.map((one) => ({ ...one, excess: excess.get(one.key) }));
  return drawnCard(card, looks, { ...answer, reports });
}

async function restart(thread: Thread, deck: Deck): Promise<void> {
  await thread.worker.terminate();
  thread.worker = thread.begin(deck);
  thread.known = deck;
}

function drawnCard(card: Card, looks: Looks, { bytes, reports, failure }: DrawAnswer): DrawnCard {
  if (failure !== undefined) return { problems: undrawn([{ card, failure }]) };
  return { pdf: bytes, problems: cardProblems(card, new Map(reports.map((one) => [one.key, one])), looks) };
}
