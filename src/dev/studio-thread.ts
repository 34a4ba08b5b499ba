import { parentPort, workerData } from 'node:worker_threads';
import { openStudio, type Studio } from './studio.ts';
import type { StudioOptions } from './studio-state.ts';

/** The studio's methods that other threads may call. */
export type Call = Exclude<keyof Studio, 'close'>;

/** A question to the studio's thread. */
export interface Question {
  id: number;
  call: Call;
  args: unknown[];
}

/** Its answer: a result, or why there is none. */
export interface Answer {
  id: number;
  result?: unknown;
  failure?: string;
}

const port = parentPort;
if (!port) throw new Error('src/dev/studio-thread.ts runs as a worker thread only');

const studio = await openStudio(workerData as StudioOptions);

port.on('message', async ({ id, call, args }: Question) => {
  const method = studio[call] as (...args: unknown[]) => Promise<unknown>;
  const answer: Answer = await method(...args).then(
    (result) => ({ id, result }),
    (cause: unknown) => ({ id, failure: cause instanceof Error ? cause.message : String(cause) }),
  );
  port.postMessage(answer);
});
