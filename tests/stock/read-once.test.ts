import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadings, type Readings } from '../../src/read/readings.ts';
import { readShelf } from '../../src/stock/read-stocks.ts';
import { cacheInMemory } from '../fixtures/cache.ts';

const shipped = path.resolve(import.meta.dirname, '../../layouts');
const cache = cacheInMemory();
let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-stocks-'));
  for (const part of ['stocks', 'formats.yaml']) {
    await cp(path.join(shipped, part), path.join(root, part), { recursive: true });
  }
});
afterAll(() => rm(root, { recursive: true }));

/** The shelf as a command reads it, and which files it read anew. */
async function command() {
  const inner = openReadings(cache);
  const read: string[] = [];
  const readings: Readings = {
    of: (source, dir, report, how) =>
      inner.of(source, dir, report, {
        ...how,
        make(say) {
          read.push(source.file);
          return how.make(say);
        },
      }),
    save: inner.save,
  };
  const shelf = await readShelf([root], root, readings);
  await readings.save();
  return { shelf, read };
}

test('a stock is read again where its file has changed, and its mistake is said each time', async () => {
  const first = await command();
  expect(first.shelf).toEqual(await readShelf([root], root));
  expect(first.read.length).toBe(['formats.yaml', ...first.shelf.files.keys()].length);
  expect(await command()).toEqual({ shelf: first.shelf, read: [] });

  const file = path.join(root, 'stocks/a4.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^name:.*$/mu, 'name: Other paper'));
  const changed = await command();
  expect(changed.read).toEqual(['stocks/a4.yaml']);
  expect(changed.shelf.files.get('a4')?.data.name).toBe('Other paper');

  await writeFile(file, `${text}\ncolour: red\n`);
  for (let again = 0; again < 2; again += 1) {
    const { shelf, read } = await command();
    expect(read).toEqual(['stocks/a4.yaml']);
    expect(shelf.problems).toHaveLength(1);
    expect(shelf.files.has('a4')).toBe(false);
  }
});
