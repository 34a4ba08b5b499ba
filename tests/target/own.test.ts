import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LayoutError } from '../../src/looks/mistake.ts';
import { ownTargets } from '../../src/target/own.ts';
import type { Job } from '../../src/target/target.ts';

/** What an output `titles` with this as its body makes; what is wrong with it, where it is refused. */
async function made(body: string): Promise<unknown> {
  const layouts = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  onTestFinished(() => rm(layouts, { recursive: true }));
  await mkdir(path.join(layouts, 'targets'));
  const code = `const bytes = new Uint8Array([1]);\nexport default () => (${body});\n`;
  await writeFile(path.join(layouts, 'targets/titles.ts'), code);
  const job = { deck: { format: 'poker' }, cards: [], drawn: new Map([['poker', {}]]) } as unknown as Job;
  const [target] = await ownTargets([layouts]);
  return await target?.(job, async () => []).catch((cause: unknown) => {
    if (!(cause instanceof LayoutError)) throw cause;
    return cause.mistakes.map(({ message }) => message).join('\n');
  });
}

test('its files lie in its folder, and say how many sheets they take where it says so', async () => {
  const bytes = new Uint8Array([1]);
  expect(await made("[{ path: 'a.csv', bytes }, { path: 'b.pdf', bytes, sheets: 3, more: 1 }]")).toEqual([
    { path: 'targets/titles/a.csv', bytes },
    { path: 'targets/titles/b.pdf', bytes, sheets: 3 },
  ]);
});

test.each(["'3'", '-1', '0.5', 'NaN', 'null'])('sheets are counted in whole numbers: not %s', async (sheets) => {
  expect(await made(`[{ path: 'b.pdf', bytes, sheets: ${sheets} }]`)).toBe(
    `The sheets of "b.pdf" must be a whole number; they are ${sheets}.`,
  );
});
