import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from '../engine.mjs';
import type { Studio } from './studio.ts';
import type { StudioOptions } from './studio-state.ts';
import type { Answer, Call, Question } from './studio-thread.ts';

/** The studio in a thread of its own, so that nothing that goes wrong there ends the server. */
export interface StudioThread {
  /** Asks the studio's thread; throws a StudioError where it has ended or can't answer. */
  ask<C extends Call>(call: C, ...args: Parameters<Studio[C]>): Promise<Awaited<ReturnType<Studio[C]>>>;
  /**
   * Ends the thread and starts a new one, with layouts read anew: with those of this package as they are on the disk where `areOursSaved`.
   * Resolves once it is there, or has failed.
   */
  restart(areOursSaved: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Why the studio can't answer, for the page. */
export class StudioError extends Error {
  override name = 'StudioError';
}

interface Running {
  worker: Worker;
  waiting: Map<number, { resolve: (result: unknown) => void; reject: (cause: Error) => void }>;
  /** Why the thread ended. */
  down?: StudioError;
}

/** Starts the studio's thread. */
export function startStudio(options: StudioOptions): StudioThread {
  let running = run(options);
  let next = 0;

  async function ask(call: Call, args: unknown[]): Promise<unknown> {
    const { worker, waiting, down } = running;
    if (down) throw down;
    next += 1;
    const question: Question = { id: next, call, args };
    return await new Promise((resolve, reject) => {
      waiting.set(question.id, { resolve, reject });
      worker.postMessage(question);
    });
  }

  return {
    ask: <C extends Call>(call: C, ...args: Parameters<Studio[C]>) =>
      ask(call, args) as Promise<Awaited<ReturnType<Studio[C]>>>,
    async restart(areOursSaved) {
      await endThread(running.worker);
      running = run({ ...options, areOursSaved });
      await ask('overview', []).catch(() => undefined);
    },
    close: () => endThread(running.worker),
  };
}

function run(options: StudioOptions): Running {
  const worker = startThread('src/dev/studio-thread.ts', { workerData: options });
  const running: Running = { worker, waiting: new Map() };
  const end = (why: string) => {
    running.down ??= new StudioError(why);
    for (const { reject } of running.waiting.values()) reject(running.down);
    running.waiting.clear();
  };
  worker.on('message', ({ id, result, failure }: Answer) => {
    const asked = running.waiting.get(id);
    running.waiting.delete(id);
    if (failure === undefined) asked?.resolve(result);
    else asked?.reject(new StudioError(failure));
  });
  worker.on('error', (cause) => end(cause instanceof Error ? cause.message : String(cause)));
  worker.on('exit', () => end('The drawing thread ended.'));
  return running;
}
