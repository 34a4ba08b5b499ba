import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { hashesOf, sourcesAfter, sourcesStill, stampsAt } from '../../src/cli/sources-then.ts';

// A disk whose dates are coarse can change a file under the same stamp. Here that is told by what is said to have been in it.

const dirs = [mkdtempSync(path.join(tmpdir(), 'prepdeck-then-'))];
const card = path.join(dirs[0] ?? '', 'a.mdx');
const sources = { dirs, layouts: [] };
beforeEach(() => {
  vi.useRealTimers();
  writeFileSync(card, 'one');
});
afterAll(() => rmSync(dirs[0] ?? '', { recursive: true }));

const youngIn = (all: readonly string[], now: number) => hashesOf(stampsAt(now, all));
/** A moment at which the card was written a short time ago. */
const soon = () => Date.now() + 500;

test('a file that is young is known by what is in it', async () => {
  const then = await sourcesAfter(sources, soon(), youngIn(dirs, soon()));
  expect([...(then?.young.keys() ?? [])]).toEqual([card]);
  expect(await sourcesStill(then ?? expect.fail(), stampsAt(Date.now(), dirs))).toEqual(then);
});

test('a file that was changed under the same stamp is seen while it is young', async () => {
  const then = (await sourcesAfter(sources, soon(), youngIn(dirs, soon()))) ?? expect.fail();
  expect(
    await sourcesStill({ ...then, young: new Map([[card, 'what was in it then']]) }, stampsAt(Date.now(), dirs)),
  ).toBeUndefined();
});

test('a young file of which nobody knows what was read of it is not taken as known', async () => {
  expect(await sourcesAfter(sources, soon(), new Map())).toBeUndefined();
  expect(await sourcesAfter(sources, soon(), new Map([[card, 'other']]))).toBeUndefined();
});

test('a file that was changed after the work began is not taken as known', async () => {
  const before = youngIn(dirs, soon());
  expect(await sourcesAfter(sources, Date.now() - 1000, before)).toBeUndefined();
});

test('of a file that is old nothing but its stamp is kept', async () => {
  const then = (await sourcesAfter(sources, soon(), youngIn(dirs, soon()))) ?? expect.fail();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  expect(youngIn(dirs, Date.now())).toEqual(new Map());
  expect((await sourcesStill(then, stampsAt(Date.now(), dirs)))?.young).toEqual(new Map());
});

test('a link that leads nowhere, and a folder, are no young files', () => {
  const link = path.join(dirs[0] ?? '', 'link');
  symlinkSync('nowhere', link);
  expect([...youngIn(dirs, soon()).keys()]).toEqual([card]);
  rmSync(link);
});
