import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadLooks, looksFrom } from '../../src/looks/looks.ts';

const layouts = path.resolve(import.meta.dirname, '../../layouts');
const FACE = 'export default { fields: {}, budgets: {}, Front: () => null, Back: () => null };\n';

let root = '';

afterEach(async () => {
  await rm(root, { recursive: true });
});

test('faces are in the order of their names, whichever of them is loaded first', async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  await mkdir(path.join(root, 'faces'));
  await writeFile(path.join(root, 'faces/aisle.tsx'), `await new Promise((go) => setTimeout(go, 100));\n${FACE}`);
  await writeFile(path.join(root, 'faces/zest.tsx'), FACE);
  const names = Object.keys((await loadLooks(layouts, root)).faces);
  expect(names).toEqual([...names].sort());
});

// What is read by the rules of a face is not read again while it is the same object: src/dev/studio.ts.
test('of layouts that are loaded again, those whose code has changed are others, or what they import', async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  const write = async (name: string, text: string) => await writeFile(path.join(root, name), text);
  await mkdir(path.join(root, 'faces'));
  await write('count.ts', 'export const most = 3;\n');
  await write('shared.ts', "import { most } from './count.ts';\nexport const budgets = { tell: most };\n");
  for (const name of ['soup', 'stew']) {
    const code = FACE.replace('budgets: {}', 'budgets, gist: "optional"');
    await write(`faces/${name}.tsx`, `import { budgets } from '../shared.ts';\n${code}`);
  }
  await write('faces/zest.tsx', FACE);
  const known = new Map();
  const fields = async () => Object.entries((await looksFrom([layouts, root], { known })).faces);
  const changed = async (change: () => Promise<void>) => {
    const before = new Map((await fields()).map(([name, one]) => [name, one.fields]));
    await change();
    return (await fields()).flatMap(([name, one]) => (one.fields === before.get(name) ? [] : [name]));
  };
  expect(await changed(async () => undefined)).toEqual([]);
  expect(await changed(() => write('faces/zest.tsx', FACE.replace('null', 'undefined')))).toEqual(['zest']);
  expect(await changed(() => write('count.ts', 'export const most = 4;\n'))).toEqual(['soup', 'stew']);
  expect(Object.fromEntries(await fields()).soup?.budgets).toEqual({ tell: 4 });
});
