import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { build } from '../src/build.ts';
import type { BuildRequest } from '../src/plan/options.ts';

// What goes wrong while documents are drawn must end the build as an error of its own, and not the process.

vi.mock('../src/press/preflight.ts', () => ({
  preflightFaces: () => Promise.reject(new Error('the press looked and fell over')),
}));

let root = '';
let options: BuildRequest;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-build-'));
  const deck = path.resolve(import.meta.dirname, '../deck');
  // Several documents: the first is looked at while the others are drawn.
  const cards = { only: ['family:WEL,ASK,REM,REC'] };
  options = { deck, out: path.join(root, 'dist'), root, stocks: ['a4'], cards, print: {}, site: false };
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

test('a fault of the preflight is thrown by the build, and nothing is written', async () => {
  await expect(build(options)).rejects.toThrow('the press looked and fell over');
  expect(await readdir(root)).toEqual([]);
});
