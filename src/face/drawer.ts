import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/layouts.ts';
import type { Problem } from '../model/problem.ts';
import { cardProblems } from './card-problems.ts';
import { changeOf } from './change.ts';
import { measuredExcess, SAFE_MARGIN, undrawn } from './draw.ts';
import { ask, start } from './threads.ts';
import type { DrawAnswer, WorkerSetup } from './worker.ts';

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

/** Starts a drawing thread; it loads layouts and fonts while the caller goes on. */
export function openDrawer(layouts: WorkerSetup['layouts'], first: Deck, formatOf: (deck: Deck) => Format): Drawer {
  const setupOf = (deck: Deck): WorkerSetup => ({ deck, layouts, format: formatOf(deck), safe: SAFE_MARGIN });
  const started = (deck: Deck) => {
    const worker = start();
    worker.postMessage(setupOf(deck));
    return worker;
  };
  let worker = started(first);
  let known = first;
  let last: Promise<unknown> = Promise.resolve();

  async function draw(deck: Deck, card: Card, looks: Looks): Promise<DrawnCard> {
    // A thread registers its fonts once, and is made for one format.
    if (deck.theme.fonts !== known.theme.fonts || formatOf(deck) !== formatOf(known)) await restart(deck);
    const faces = (['front', 'back'] as const).map((side) => ({ card: card.id, side }));
    const { answer, alive } = await ask(worker, { id: 0, faces, change: changeOf(known, deck) });
    known = deck;
    if (!alive) await restart(deck);
    const excess = await measuredExcess(faces, answer.reports, async ([full = []]) => {
      const { answer: found, alive: well } = await ask(worker, { id: 0, faces: full, measure: true });
      if (!well) await restart(deck);
      return [found];
    });
    const reports = answer.reports.map((one) => ({ ...one, excess: excess.get(one.key) }));
    return drawnCard(card, looks, { ...answer, reports });
  }

  async function restart(deck: Deck): Promise<void> {
    await worker.terminate();
    worker = started(deck);
    known = deck;
  }

  return {
    draw(deck, card, looks) {
      const drawn = last.then(() => draw(deck, card, looks));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function drawnCard(card: Card, looks: Looks, { bytes, reports, failure }: DrawAnswer): DrawnCard {
  if (failure !== undefined) return { problems: undrawn([{ card, failure }]) };
  return { pdf: bytes, problems: cardProblems(card, new Map(reports.map((one) => [one.key, one])), looks) };
}
