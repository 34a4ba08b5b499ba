import type fs from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readManifest } from '../../src/write/manifest.ts';
import { recover } from '../../src/write/recover.ts';
import { build, contentOf, put, withFolder } from './folder.ts';

// A build that dies at every moment there is: before each single change that it makes to the disk, or in the middle of it.

/** How many changes the process lives for. */
const life = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (original) => {
  const all = await original<typeof fs>();
  const mortal =
    <Given extends unknown[]>(change: (...given: Given) => unknown, half: (...given: Given) => unknown = () => 0) =>
    (...given: Given) => {
      if (life.left === 0) half(...given);
      life.left -= 1;
      if (life.left < 0) throw new Error('killed');
      return change(...given);
    };
  return {
    ...all,
    chmodSync: mortal(all.chmodSync),
    linkSync: mortal(all.linkSync),
    mkdirSync: mortal(all.mkdirSync),
    renameSync: mortal(all.renameSync),
    rmdirSync: mortal(all.rmdirSync),
    unlinkSync: mortal(all.unlinkSync),
    writeFileSync: mortal(all.writeFileSync, (file, data) => all.writeFileSync(file, String(data).slice(0, 3))),
    rmSync: mortal(all.rmSync, (one) => {
      const stats = all.statSync(one, { throwIfNoEntry: false });
      const [first] = stats?.isDirectory() ? all.readdirSync(one, { encoding: 'utf8' }) : [];
      if (first) all.rmSync(path.join(String(one), first), { recursive: true });
    }),
  };
});

/** Does something until it has made so many changes; whether it died. */
async function diesAfter(changes: number, work: () => Promise<unknown>): Promise<boolean> {
  life.left = changes;
  try {
    await work();
  } catch (cause) {
    if (!String(cause).includes('killed')) throw cause;
  }
  const isDead = life.left < 0;
  life.left = Number.POSITIVE_INFINITY;
  return isDead;
}

/** The process that wrote is not there any more: in these tests it is this one. */
async function bury(out: string): Promise<void> {
  for (const dir of [out, `${out}.next`, `${out}.prev`]) {
    const desk = path.join(dir, '.prepdeck');
    const names = await readdir(desk).catch(() => undefined);
    if (names?.includes('owner.json')) {
      await writeFile(path.join(desk, 'owner.json'), JSON.stringify({ host: hostname(), pid: 2 ** 30, since: 0 }));
    }
    if (names) await utimes(desk, 0, 0);
  }
}

const before = { 'print/a4.pdf': 'old', 'print/a3.pdf': 'old', 'print/a5.pdf': 'same', 'schema/x.json': 'old' };
const after = { 'print/a4.pdf': 'new', 'print/a5.pdf': 'same', 'site/index.html': 'new' };
const theirs = { CNAME: 'theirs', 'print/notes.txt': 'theirs', '.git/refs/': '' };

/** Folders to build in: how each is made, and what is built there. */
const cases: Record<string, { begin(out: string): Promise<unknown>; partial: boolean }> = {
  'where there is none': { begin: async () => undefined, partial: false },
  'that is ours alone': { begin: (out) => build(out, before), partial: false },
  'with a keeper': {
    begin: async (out) => [await put(out, { '.gitignore': '*' }), await build(out, before)],
    partial: false,
  },
  'with things of others': { begin: async (out) => [await put(out, theirs), await build(out, before)], partial: false },
  'that is ours alone, in part': { begin: (out) => build(out, before), partial: true },
};

/** All that can be seen of a folder and beside it. */
function stateOf(dir: string) {
  return { content: contentOf(dir), manifest: readManifest(path.join(dir, 'dist')) };
}

describe('a build that is killed in a folder', () => {
  for (const [name, { begin, partial }] of Object.entries(cases)) {
    test(name, async () => {
      let changes = 0;
      let isDead = true;
      for (; isDead; changes += 1) {
        await withFolder(async (dir) => {
          const out = path.join(dir, 'dist');
          await begin(out);
          const old = stateOf(dir);
          isDead = await diesAfter(changes, () => build(out, after, partial));
          await bury(out);
          // What ends it may be killed as well.
          await diesAfter(changes % 7, () => recover(out));
          await bury(out);
          await recover(out);
          const ended = stateOf(dir);
          const beside = Object.keys(ended.content).filter((one) => /^dist\.(next|prev)/u.test(one));
          expect(beside, `killed before change ${changes}`).toEqual([]);
          await build(out, after, partial);
          const whole = stateOf(dir);
          expect([old, whole], `killed before change ${changes}`).toContainEqual(ended);
          expect(ended).toEqual(isDead ? ended : whole);
        });
      }
      expect(changes).toBeGreaterThan(10);
    });
  }
});
