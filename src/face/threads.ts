import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from '../engine.mjs';
import { type Face, faceKey } from '../model/faces.ts';
import { paperOfChapter } from '../model/guide.ts';
import { watched } from './deadline.ts';
import type { DrawAnswer, DrawRequest, WorkerSetup } from './messages.ts';

/**
 * Processor time, in ms. A face takes about 10 ms, and a thread half a second to start. A batch that takes 20 to 40 times that is in an endless
 * loop: the renderer wraps content that fits no page for ever.
 */
const DEADLINE_PER_FACE_MS = 400;
/** The same for a guide. It is one document, and how many pages it has is known only afterwards, so its chapters count. */
const DEADLINE_PER_CHAPTER_MS = 4000;
const DEADLINE_GUIDE_MS = 60_000;
const DEADLINE_START_MS = 20_000;

/**
 * V8's space for young objects, in each thread. 12 MB fit into a processor's cache: measured 2 % faster than 48 MB, 5 % faster than
 * 6 MB, and two threads together take 50 MB less at their peak.
 */
const YOUNG_MB = 12;

/** More threads would find nothing to do, as a deck of 280 cards is eight documents; and each takes 60 MB. */
const MOST_THREADS = 8;

/** How batches are drawn. */
interface DrawHow extends Pick<DrawRequest, 'measure' | 'traced'> {
  /** What of each batch is not drawn again. */
  kept?: readonly DrawRequest['kept'][];
  /** How many processors others have work for meanwhile; left out: none. */
  others?: number | undefined;
  /** Called with each answer as soon as it is there. */
  onBatch?: (answer: DrawAnswer) => void;
  /** Called once threads have begun to draw, where there is something to draw. */
  onDrawing?: (() => void) | undefined;
}

/** Threads that draw, as many as there are processors, up to eight. They load the renderer while the caller goes on. */
export interface Threads {
  /** Draws each batch as one document, or measures how much too long its texts are; the answers keep the batches' order. */
  draw(batches: readonly (readonly Face[])[], setup: WorkerSetup, how?: DrawHow): Promise<DrawAnswer[]>;
  /** Ends the threads, even while they draw. */
  end(): void;
}

/**
 * Starts the threads. Loading the renderer takes each half a second: start them before the deck is read.
 *
 * @param early how many are started at once; left out: all. The others start when they are needed
 */
export function startThreads(early = MOST_THREADS): Threads {
  const workers = Array.from({ length: Math.min(threadsBeside(0), early) }, startDrawThread);
  return {
    async draw(batches, setup, { onBatch, onDrawing, kept = [], others = 0, ...how } = {}) {
      const answers: DrawAnswer[] = [];
      let next = 0;
      let busy = 0;
      const renew = async (at: number) => {
        const before = workers[at];
        if (before) await endThread(before);
        workers[at] = startDrawThread();
        workers[at]?.postMessage(setup);
      };
      const lane = async (at: number) => {
        workers[at] ??= startDrawThread();
        workers[at].postMessage(setup);
        while (next < batches.length) {
          const id = next;
          next += 1;
          const request = { id, faces: batches[id] ?? [], kept: kept[id], ...how };
          // It may have died after the last answer, of a timer or a promise that a layout had started.
          if (isDead(workers[at])) await renew(at);
          busy += 1;
          const { answer, alive } = await ask(workers[at] ?? startDrawThread(), request, () => busy);
          busy -= 1;
          if (!alive) await renew(at);
          answers[id] = answer;
          onBatch?.(answer);
        }
      };
      const lanes = Math.min(threadsBeside(others), batches.length);
      const drawing = Promise.all(Array.from({ length: lanes }, (_, at) => lane(at)));
      if (lanes > 0) onDrawing?.();
      await drawing;
      return answers;
    },
    end() {
      for (const worker of workers) void endThread(worker);
    },
  };
}

/**
 * How many threads draw. Each thread has to warm up for itself, which is half of its work for 280 faces: one more beside others that
 * already use all processors costs more than it brings.
 *
 * @param others how many processors others have work for
 */
export function threadsBeside(others: number, processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors - others, MOST_THREADS));
}

/** A thread that draws. It takes a WorkerSetup, then one DrawRequest after the other. */
export function startDrawThread(): Worker {
  const worker = startThread('src/face/start.ts', { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  // Without this an error between two requests would end the whole process.
  return worker.on('error', () => undefined);
}

/**
 * One request to a worker: its answer, or a failure once the deadline has passed, the thread has died, or it answers something else.
 *
 * @param busy how many threads draw just now; left out: this one alone
 */
export function ask(
  worker: Worker,
  request: DrawRequest,
  busy = () => 1,
): Promise<{ answer: DrawAnswer; alive: boolean }> {
  const deadline = deadlineOf(request);
  return new Promise((resolve) => {
    const finish = (answer: DrawAnswer, alive: boolean) => {
      unwatch();
      worker.off('message', answered).off('error', died).off('exit', died);
      resolve({ answer, alive });
    };
    const fail = (message: string) =>
      finish({ id: request.id, bytes: new Uint8Array(), reports: [], failure: { message } }, false);
    const answered = (answer: DrawAnswer) =>
      isAnswer(answer, request) ? finish(answer, true) : fail('the drawing thread answered something else');
    const died = (cause: unknown) => fail(cause instanceof Error ? cause.message : 'the drawing thread died');
    const unwatch = watched(worker, deadline, busy, () =>
      fail(`it took longer than ${deadline / 1000} s of a processor's time`),
    );
    if (isDead(worker)) return died(undefined);
    worker.on('message', answered).on('error', died).on('exit', died);
    worker.postMessage(request);
  });
}

/** Whether a thread has ended: what is sent to it is never answered. */
function isDead(worker: Worker | undefined): boolean {
  return worker === undefined || worker.threadId === -1;
}

/** How long a request may take, in ms of a processor's time. */
function deadlineOf({ faces }: DrawRequest): number {
  const [first] = faces;
  const isGuide = first !== undefined && paperOfChapter(first) !== undefined;
  const [begin, each] = isGuide
    ? [DEADLINE_GUIDE_MS, DEADLINE_PER_CHAPTER_MS]
    : [DEADLINE_START_MS, DEADLINE_PER_FACE_MS];
  return begin + each * faces.length;
}

/** Whether a message is the answer to this request, with a report for each face in order. A layout is code, and may post messages too. */
function isAnswer({ id, reports, failure }: DrawAnswer, { id: asked, faces }: DrawRequest): boolean {
  if (id !== asked) return false;
  if (failure !== undefined) return true;
  return reports.length === faces.length && faces.every((face, at) => reports[at]?.key === faceKey(face));
}
