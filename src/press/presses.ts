import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from '../engine.mjs';
import { UsageError } from '../model/usage.ts';
import type { PressAnswer } from './press-thread.ts';
import { type Pressed, type PressOrder, pressOne } from './pressing.ts';

/** A PDF of so many bytes takes longer to be written in inks than a thread takes to start. */
const WORTH_A_THREAD = 500_000;

/** V8's space for young objects in the thread, as in those that draw: without a limit a first build takes 20 MB more. */
const YOUNG_MB = 12;

/** Writes PDFs in inks, one after the other: large ones in a thread, while the caller makes others. */
export interface Press {
  press(order: PressOrder): Promise<Pressed>;
  /** Starts the thread, so that it is there when what is made of so many bytes of PDFs is to be pressed. */
  ready(bytes: number): void;
  /** Ends the thread. */
  end(): void;
}

/**
 * @param least so many bytes are written by the thread
 * @param startWorker starts a thread that runs press-thread.ts
 */
export function openPress(least = leastOnHere(), startWorker: () => Worker = startPressThread): Press {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const started = () => {
    worker ??= startWorker();
    return worker;
  };
  return {
    async press(order) {
      if (order.pdf.length < least) return await pressOne(order);
      const pressed = last.then(() => answerOf(started(), order));
      last = pressed.catch(() => undefined);
      return await pressed;
    },
    ready(bytes) {
      if (bytes >= least) started();
    },
    end() {
      if (worker) void endThread(worker);
    },
  };
}

function leastOnHere(): number {
  return availableParallelism() > 1 ? WORTH_A_THREAD : Number.POSITIVE_INFINITY;
}

async function answerOf(worker: Worker, order: PressOrder): Promise<Pressed> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const gone = once(worker, 'exit', { signal }).then(() => Promise.reject(new Error('the press thread ended')));
    const answered = once(worker, 'message', { signal });
    worker.postMessage(order);
    const [answer] = (await Promise.race([answered, gone])) as [PressAnswer];
    if ('pressed' in answer) return answer.pressed;
    throw answer.isUsage ? new UsageError(answer.failure) : new Error(answer.failure);
  } finally {
    ended.abort();
  }
}

function startPressThread(): Worker {
  return startThread('src/press/press-thread.ts', { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
}
