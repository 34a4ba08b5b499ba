import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { ask, threadsBeside } from '../../src/face/threads.ts';
import type { Face } from '../../src/model/faces.ts';

// A thread that dies, or answers something else; tests/face/deadline.test.ts has those that never answer.

const faces: readonly Face[] = [{ card: 'one', side: 'front' }];
let worker: Worker | undefined;
afterEach(async () => {
  await worker?.terminate();
});

/** Asks a thread that runs this code whenever it gets a message. */
async function asked(code: string) {
  worker = new Worker(
    `const { parentPort: port } = require('node:worker_threads'); port.on('message', () => { ${code} });`,
    {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 16 },
    },
  );
  const { answer, alive } = await ask(worker, { id: 7, faces });
  return { alive, said: answer.failure?.message };
}

const answer = (id: number, keys: readonly string[]) =>
  `port.postMessage({ id: ${id}, bytes: new Uint8Array(), reports: ${JSON.stringify(keys.map((key) => ({ key })))} });`;

describe('a thread that', () => {
  test('answers is alive', async () => {
    expect(await asked(answer(7, ['one.front']))).toEqual({ alive: true, said: undefined });
  });

  test.each([
    ['throws', "throw new Error('no more');", 'no more'],
    ['ends', 'process.exit(0);', 'the drawing thread died'],
    ['has no room left', 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));', 'memory limit'],
    ['answers another request', answer(6, ['one.front']), 'the drawing thread answered something else'],
    ['leaves a face out', answer(7, []), 'the drawing thread answered something else'],
    ['answers for another face', answer(7, ['two.front']), 'the drawing thread answered something else'],
  ])('%s fails the request', async (_, code, said) => {
    const result = await asked(code);
    expect(result.alive).toBe(false);
    expect(result.said).toContain(said);
  });

  test('is dead already fails it at once', async () => {
    worker = new Worker('', { eval: true });
    await new Promise((resolve) => worker?.once('exit', resolve));
    const { answer: none, alive } = await ask(worker, { id: 1, faces });
    expect({ alive, said: none.failure?.message }).toEqual({ alive: false, said: 'the drawing thread died' });
  });
});

test.each([
  [1, 0, 1],
  [2, 0, 2],
  [2, 1, 1],
  [1, 1, 1],
  [4, 1, 3],
  [32, 1, 8],
])('of %i processors, %i of them busy, %i draw', (processors, others, drawing) => {
  expect(threadsBeside(others, processors)).toBe(drawing);
});
