import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { startThread } from '../../src/engine.mjs';
import { UsageError } from '../../src/model/usage.ts';
import type { PressOptions } from '../../src/press/press.ts';
import { openPress } from '../../src/press/presses.ts';
import { pressOne } from '../../src/press/pressing.ts';
import { INK, pdfOf, plain } from './card.ts';
import { fogra39 } from './profiles.ts';

const card = await pdfOf(plain);
const options: PressOptions & { inkLimit: number } = {
  ...{ profile: fogra39, conformance: 'PDF/X-4', title: 'T', date: '2026-11-21', inkLimit: 300, blacks: [INK] },
};

/** A press whose thread is started as often as `started` says. */
function counted(least: number, start = () => startThread('src/press/press-thread.ts')) {
  const count = { started: 0 };
  const press = openPress(least, () => {
    count.started += 1;
    return start();
  });
  onTestFinished(press.end);
  return { press, count };
}

test('a thread gives what is made here, and says what is wrong as is said here', async () => {
  const { press, count } = counted(0);
  const here = await pressOne({ pdf: card, options });
  const tooNew = { ...options, conformance: 'PDF/X-1a:2003', profile: { ...fogra39, version: '4.0' } } as const;
  const [first, refused, damaged, again] = await Promise.allSettled([
    press.press({ pdf: card, options }),
    press.press({ pdf: card, options: tooNew }),
    press.press({ pdf: new Uint8Array(9), options }),
    press.press({ pdf: card, options, memory: here.memory }),
  ]);
  const { memory: _, ...made } = here;
  expect(first).toMatchObject({ status: 'fulfilled', value: made });
  expect(again).toMatchObject({ status: 'fulfilled', value: made });
  const why = (result: PromiseSettledResult<unknown>) => (result.status === 'rejected' ? result.reason : undefined);
  expect(why(refused)).toBeInstanceOf(UsageError);
  expect(why(refused).message).toMatch(/^The press profile .* is an ICC profile of version 4\.0/u);
  expect(why(damaged)).not.toBeInstanceOf(UsageError);
  expect(why(damaged).message).toBe(
    await pressOne({ pdf: new Uint8Array(9), options }).catch((cause) => cause.message),
  );
  expect(count.started).toBe(1);
});

test('a small PDF is not worth a thread', async () => {
  const { press, count } = counted(card.length + 1);
  expect(await press.press({ pdf: card, options })).toMatchObject({ rules: expect.any(Array) });
  press.ready(card.length);
  expect(count.started).toBe(0);
  press.ready(card.length + 1);
  press.ready(card.length + 1);
  expect(count.started).toBe(1);
});

test('a thread that ends, or fails, fails what it was at', async () => {
  const ended = counted(0, () => new Worker('setTimeout(() => process.exit(), 50)', { eval: true }));
  await expect(ended.press.press({ pdf: card, options })).rejects.toThrow('the press thread ended');
  const failed = counted(0, () => new Worker('throw new Error("no memory")', { eval: true }));
  await expect(failed.press.press({ pdf: card, options })).rejects.toThrow('no memory');
});
