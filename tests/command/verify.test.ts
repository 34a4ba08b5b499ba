import { appendFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { addBuildCommands } from '../../src/cli/build-commands.ts';
import { verifiedText, verify } from '../../src/command/verify.ts';
import { write } from '../../src/write/output.ts';
import { typed } from '../fixtures/typed.ts';

const NAMES = ['print/a4.pdf', 'print/letter.pdf', 'site/index.html', 'de/print/a4.pdf'];

/** Gives `work` an output folder as a build leaves it; removes it afterwards. */
async function withDist<T>(work: (dist: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  const out = path.join(root, 'dist');
  const outputs = NAMES.map((name) => ({ path: name, bytes: new TextEncoder().encode(name) }));
  try {
    const deck = { name: 'Small deck', version: '1.0.0', cards: 2 };
    await write({ out, root, outputs, deck, partial: false }, (problem) => {
      throw problem;
    });
    return await work(out);
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('verify', () => {
  test('finds nothing in what a build made, nor in what others put beside it', async () => {
    await withDist(async (dist) => {
      await writeFile(path.join(dist, 'notes.txt'), 'ours');
      await mkdir(path.join(dist, 'photos'));
      const found = await verify(dist);
      expect(found).toEqual({
        ...{ ok: true, name: 'Small deck', version: '1.0.0', files: 4 },
        ...{ missing: [], changed: [], extra: [] },
      });
      expect(verifiedText(found, 'dist')).toBe('dist: all 4 files are as they were built of Small deck 1.0.0.\n');
    });
  });

  test('finds files that are gone, changed, of other bytes and the same size, links, and added ones', async () => {
    await withDist(async (dist) => {
      await rm(path.join(dist, 'print/a4.pdf'));
      await writeFile(path.join(dist, 'print/letter.pdf'), 'print/lettEr.pdf');
      await rm(path.join(dist, 'de/print/a4.pdf'));
      await symlink(path.join(dist, 'site/index.html'), path.join(dist, 'de/print/a4.pdf'));
      await appendFile(path.join(dist, 'site/index.html'), ' ');
      await writeFile(path.join(dist, 'site/evil.js'), '');
      expect(verifiedText(await verify(dist), 'dist')).toBe(
        [
          'print/a4.pdf: missing',
          'de/print/a4.pdf: not what was built',
          'print/letter.pdf: not what was built',
          'site/index.html: not what was built',
          'site/evil.js: no build has put it there',
          'dist: 1 missing, 3 changed, 1 added; Small deck 1.0.0 has 4 files. Do not print these: make them again, with npx prepdeck build.\n',
        ].join('\n'),
      );
    });
  });

  test.each([
    ['{}', 'damaged'],
    [`{"name":"a","version":"1","outputs":[{"path":"../a","bytes":1,"sha256":"${'0'.repeat(64)}"}]}`, 'damaged'],
    ['{"name":"a","version":"1","outputs":[{"path":"print/a","bytes":1,"sha256":"0"}]}', 'damaged'],
    ['nonsense', 'damaged'],
    [
      undefined,
      'which a build writes. Run npx prepdeck build, or name the folder that one wrote: npx prepdeck verify DIR',
    ],
  ])('can say nothing with the manifest %j', async (text, message) => {
    await withDist(async (dist) => {
      const file = path.join(dist, 'manifest.json');
      await (text === undefined ? rm(file) : writeFile(file, text));
      await expect(verify(dist)).rejects.toThrow(message);
    });
  });

  test('ends with 0 or 1, and prints JSON', async () => {
    await withDist(async (dist) => {
      const run = (...flags: string[]) => typed(addBuildCommands, 'verify', dist, ...flags);
      expect((await run()).code).toBe(0);
      await rm(path.join(dist, 'print/a4.pdf'));
      const { code, data } = await run('--json');
      expect(code).toBe(1);
      expect(JSON.parse(data)).toEqual({
        ...{ ok: false, name: 'Small deck', version: '1.0.0', files: 4 },
        ...{ missing: ['print/a4.pdf'], changed: [], extra: [] },
      });
    });
  });
});
