import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { watched, workedIn } from '../../src/face/deadline.ts';

describe('how long a thread has worked', () => {
  const start = { time: 1000, processor: 500, idle: 0 };

  test('is the time, where the machine has nothing else to do', () => {
    expect(workedIn(start, { time: 2000, processor: 1500, idle: 0 }, 1)).toBe(1000);
    expect(workedIn(start, { time: 2000, processor: 2500, idle: 0 }, 2)).toBe(1000);
  });

  test('is its share of what the process got, on a machine that does twenty other things', () => {
    expect(workedIn(start, { time: 41_000, processor: 2500, idle: 0 }, 1)).toBe(2000);
    expect(workedIn(start, { time: 41_000, processor: 2500, idle: 0 }, 2)).toBe(1000);
  });

  test('is nothing while the machine sleeps, and never more than the time that has passed', () => {
    expect(workedIn(start, { time: 9_000_000, processor: 500, idle: 0 }, 1)).toBe(0);
    expect(workedIn(start, { time: 1250, processor: 9500, idle: 0 }, 1)).toBe(250);
  });

  test('has a part of the time in which it waited; clocks that go back take nothing away', () => {
    expect(workedIn(start, { time: 5000, processor: 500, idle: 4000 }, 1)).toBe(1000);
    expect(workedIn(start, { time: 500, processor: 100, idle: 0 }, 1)).toBe(0);
    expect(workedIn(start, { time: 2000, processor: 1500, idle: 0 }, 0)).toBe(1000);
  });
});

describe('a thread that never answers is noticed', () => {
  test.each([
    ['caught in a loop', 'while (true) {}'],
    ['waiting for what never comes', 'setInterval(() => undefined, 100_000)'],
  ])('%s', async (_, code) => {
    const worker = new Worker(code, { eval: true });
    await new Promise<void>((resolve) => watched(worker, 200, () => 1, resolve));
    await worker.terminate();
  });
});
