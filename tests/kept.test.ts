import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledEngine } from '../src/engine.mjs';
import { urlOf } from '../src/home.mjs';
import { CHANGES, type Changing, changingProject, copyOf, madeIn } from './fixtures/changing.ts';

// What is kept never shows: a build makes what it would make elsewhere, where nothing is kept. Nothing is kept while the engine's source
// runs, so the compiled engine is asked. Every kind of input, by commands: `tests/long/kept.test.ts`; a document and what it is
// drawn from: `tests/face/drawn-before.test.ts`; a run in which nothing has changed: `tests/cli/only-once.test.ts`.

type Library = typeof import('../src/index.ts');

let dir = '';
let project: Changing;
let build: Library['build'];
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-kept-'));
  const library = (await import(urlOf(await compiledEngine(), 'src/index.ts'))) as Library;
  build = library.build;
  project = await changingProject(path.join(dir, 'warm'));
  // They take longest to draw, and are tried by commands.
  for (const name of ['worksheets', 'guide']) await rm(path.join(project.root, 'deck', name), { recursive: true });
  await built(project);
});
afterAll(() => rm(dir, { recursive: true }));

/** What a build makes, without the catalog. */
async function built(one: Changing): Promise<Record<string, string>> {
  const { problems } = await build({ root: one.root, site: false });
  expect(problems.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return await madeIn(one);
}

/** Each is of other documents than the others: what hides one of them from the build shows. */
const APART = ['card, of the same size and with its old date', 'translation', 'board'] as const;

test('after changes of a card, a translation and a board', async () => {
  const before = await madeIn(project);
  for (const kind of APART) await CHANGES[kind](project, 117);
  const after = await built(project);
  expect(Object.keys(after).filter((name) => name.endsWith('.pdf') && after[name] === before[name])).toEqual([]);
  expect(await built(await copyOf(project, path.join(dir, 'cold')))).toEqual(after);
});
