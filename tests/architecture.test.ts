import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// Who may import whom. A folder that is not named here fails, so that a new one is thought about.

const root = path.resolve(import.meta.dirname, '..');

/** For each part: the parts of ours it may import, and the packages (`*` for any of Node's own modules). */
const rules: Record<string, { ours: string[]; packages: string[] }> = {
  words: { ours: ['words'], packages: ['vfile-message', 'zod'] },
  loader: { ours: [], packages: ['*', 'esbuild'] },
  load: {
    ours: ['words'],
    packages: [
      '*',
      'fontkit',
      'gray-matter',
      'mdast-util-to-hast',
      'remark-gfm',
      'remark-mdx',
      'remark-parse',
      'sharp',
      'unified',
      'yaml',
      'zod',
    ],
  },
  check: { ours: ['words'], packages: ['fontkit', 'zod'] },
  impose: { ours: ['words'], packages: [] },
  face: {
    ours: ['words', 'loader'],
    packages: ['*', '@react-pdf/fns', '@react-pdf/renderer', '@react-pdf/textkit', 'pdfkit', 'react'],
  },
  pdf: { ours: ['words'], packages: ['@cantoo/pdf-lib', 'fontkit'] },
  press: { ours: ['words'], packages: ['*', '@cantoo/pdf-lib', 'sharp', 'yaml', 'zod'] },
  raster: { ours: ['words', 'loader', 'engine'], packages: ['*', '@hyzyla/pdfium', 'sharp'] },
  site: { ours: ['words', 'loader', 'layouts'], packages: ['*', 'fontkit', 'react', 'react-dom'] },
  target: {
    ours: ['words', 'engine', 'box', 'face', 'impose', 'pdf', 'press', 'raster', 'site', 'load'],
    packages: ['*', 'sharp'],
  },
  dev: {
    ours: ['words', 'loader', 'engine', 'load', 'check', 'face', 'raster'],
    packages: ['*', 'chokidar', 'esbuild'],
  },
  layers: { ours: ['words', 'load'], packages: ['*', 'yaml', 'zod'] },
  box: { ours: ['words'], packages: [] },
  write: { ours: ['words'], packages: ['*'] },
  init: { ours: ['words', 'engine', 'load', 'layers'], packages: ['*'] },
  engine: {
    ours: [
      'words',
      'loader',
      'engine',
      'load',
      'check',
      'face',
      'impose',
      'pdf',
      'press',
      'raster',
      'site',
      'target',
      'dev',
      'init',
      'layers',
      'box',
      'write',
    ],
    packages: ['*', 'commander', 'zod'],
  },
  layouts: {
    ours: ['words', 'layouts'],
    packages: ['@react-pdf/renderer', '@react-pdf/primitives', 'hast-util-to-jsx-runtime', 'react', 'uqr', 'zod'],
  },
  client: { ours: ['words', 'client', 'impose', 'pdf'], packages: ['minisearch', '@cantoo/pdf-lib'] },
};

/** Files of `src/` itself that anybody may import: plain words, no work. So are those of `layouts/words/`. */
const words = /^(model|units|problem|fields|query|rect|suggest|usage)\.ts$/u;

function partOf(file: string): string {
  const name = path.relative(root, file).split(path.sep).join('/');
  if (name.startsWith('layouts/words/')) return 'words';
  if (name.startsWith('layouts/site/client/')) return 'client';
  if (name.startsWith('layouts/')) return 'layouts';
  const inner = name.replace('src/', '');
  if (inner.includes('/')) return inner.split('/')[0] ?? '';
  if (/^engine\.(d\.mts|mjs)$/u.test(inner)) return 'loader';
  return words.test(inner) ? 'words' : 'engine';
}

function files(dir: string): string[] {
  return readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/u.test(name))
    .map((name) => path.join(root, dir, name));
}

/** What a file imports, static and dynamic, as written; `import type` apart. */
function imports(file: string): { from: string; type: boolean }[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s(type\s)?[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|^import '([^']+)'/gmu,
  );
  return [...found].map((match) => ({ from: match[2] ?? match[3] ?? match[4] ?? '', type: match[1] !== undefined }));
}

function packageOf(from: string): string {
  if (from.startsWith('node:')) return '*';
  const parts = from.split('/');
  return from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

describe('who imports whom', () => {
  for (const file of [...files('src'), ...files('layouts')]) {
    const name = path.relative(root, file);
    test(name, () => {
      const part = partOf(file);
      const rule = rules[part];
      expect(rule, `no rule for the folder of ${name}`).toBeDefined();
      const wrong = imports(file).filter(({ from, type }) => {
        if (from.startsWith('.')) {
          const other = partOf(path.resolve(path.dirname(file), from));
          return other !== part && !rule?.ours.includes(other) && !type;
        }
        return !type && !rule?.packages.includes(packageOf(from));
      });
      expect(wrong.map(({ from }) => from)).toEqual([]);
    });
  }

  test('@react-pdf/renderer runs in its worker alone', () => {
    const engine = files('src').filter((file) =>
      imports(file).some(({ from, type }) => from === '@react-pdf/renderer' && !type),
    );
    expect(engine.map((file) => path.relative(root, file))).toEqual(['src/face/worker.ts']);
  });

  test('only the command prints or sets the exit code', () => {
    const loud = files('src').filter((file) =>
      /process\.(exit|std(out|err)\.write)|console\.(log|info)/u.test(readFileSync(file, 'utf8')),
    );
    expect(loud.map((file) => path.relative(root, file)).sort()).toEqual(['src/cli.ts', 'src/progress.ts']);
  });
});
