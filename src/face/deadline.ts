import type { Worker } from 'node:worker_threads';

/** What the clocks say at one moment, in ms: the time, the processor time of this process, and how long a thread had nothing to do. */
export interface Clocks {
  time: number;
  processor: number;
  idle: number;
}

/** How often a thread is looked at, in ms. */
const GLANCE_MS = 250;

/** A thread that waits, for a file or a timer, uses no processor: this part of that time counts. */
const IDLE_PART = 0.25;

/**
 * How long a thread has worked between two moments, in ms, as far as this can be told from outside it on every version of Node. A clock
 * on the wall would not do: on a machine that does twenty other things a thread gets a twentieth of the time, and would be taken for
 * one that is caught in a loop. So its share of what the process got counts, while it is at work, and a part of the time in which it
 * waits: what it waits for may never come.
 *
 * @param busy how many threads are at work, this one among them
 */
export function workedIn(before: Clocks, now: Clocks, busy: number): number {
  const idle = Math.max(0, now.idle - before.idle);
  const active = Math.max(0, now.time - before.time - idle);
  const share = Math.max(0, now.processor - before.processor) / Math.max(1, busy);
  return Math.min(active, share) + idle * IDLE_PART;
}

/**
 * Calls `late` once a thread has worked for `limit` ms.
 *
 * @param busy how many threads are at work just now
 * @returns what ends the watch
 */
export function watched(worker: Worker, limit: number, busy: () => number, late: () => void): () => void {
  let before = clocksOf(worker);
  let worked = 0;
  const timer = setInterval(() => {
    const now = clocksOf(worker);
    worked += workedIn(before, now, busy());
    before = now;
    if (worked <= limit) return;
    clearInterval(timer);
    late();
  }, GLANCE_MS);
  return () => clearInterval(timer);
}

function clocksOf(worker: Worker): Clocks {
  const { user, system } = process.cpuUsage();
  return {
    time: performance.now(),
    processor: (user + system) / 1000,
    idle: worker.performance.eventLoopUtilization().idle,
  };
}
