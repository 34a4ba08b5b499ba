import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadLooks } from '../../src/looks/looks.ts';

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
