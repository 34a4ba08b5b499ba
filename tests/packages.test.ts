import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// What package.json declares is what the engine and the layouts import, no more and no less.

const root = path.resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Packages that files of a folder import, types too, static and dynamic. */
function importedIn(dir: string): string[] {
  const files = readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|tsx|mjs|cjs)$/u.test(name),
  );
  const text = files.map((name) => readFileSync(path.join(root, dir, name), 'utf8')).join('\n');
  const found = text.matchAll(/^[^'\n]* from '([^'.][^']*)';$|\b(?:import|require|resolve)\('([^'.][^']*)'/gmu);
  return [...found].map((match) => match[1] ?? match[2] ?? '').filter((name) => !name.startsWith('node:'));
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Packages of types alone: `mdast` is that of `@types/mdast`. */
const TYPES = ['hast', 'mdast'];

test('every package that is imported is declared, and every one that is declared is imported', () => {
  const imported = [...importedIn('src'), ...importedIn('layouts')].map(packageOf);
  const used = [...new Set(imported)].filter((name) => !TYPES.includes(name));
  const declared = Object.keys(dependencies).filter((name) => !name.startsWith('@types/'));
  expect(used.sort()).toEqual(declared.sort());
});

test('types that the published ones are made of are installed with them', () => {
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['@types/hast', '@types/react']));
});

test('the renderer and the parts of it that are stood in for have exact versions', () => {
  const parts = Object.entries(dependencies).filter(([name]) => /^(@react-pdf\/|pdfkit$)/u.test(name));
  expect(parts.map(([name]) => name)).toContain('@react-pdf/renderer');
  expect(parts.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});
