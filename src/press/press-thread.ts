import { parentPort } from 'node:worker_threads';
import { UsageError } from '../model/usage.ts';
import { type Pressed, type PressOrder, pressOne } from './pressing.ts';

/** What the thread answers to an order. */
export type PressAnswer = { pressed: Pressed } | { failure: string; isUsage: boolean };

const port = parentPort;
if (!port) throw new Error('src/press/press-thread.ts runs as a worker thread only');

port.on('message', (order: PressOrder) => {
  const answer = (one: PressAnswer) => port.postMessage(one);
  pressOne(order).then(
    (pressed) => answer({ pressed }),
    (cause) =>
      answer({
        failure: cause instanceof Error ? cause.message : String(cause),
        isUsage: cause instanceof UsageError,
      }),
  );
});
