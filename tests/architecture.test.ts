import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPLACEABLE } from '../src/deck/chain/layer-layouts.ts';

// Who may import whom, types included. A room that is not named here fails, so that a new one is thought about.

const root = path.resolve(import.meta.dirname, '..');

interface Rule {
  /** Other rooms of ours. */
  ours: readonly string[];
  /** Packages; `node` for any of Node's own modules. */
  packages: readonly string[];
}

/** The rooms of `src/`, each a folder; below them those of `layouts/`. */
const rules: Readonly<Record<string, Rule>> = {
  // The words everybody uses: types, units, problems. No work, and nothing that a browser lacks.
  model: { ours: ['words'], packages: ['hast', 'react', 'vfile-message', 'zod'] },
  // One file of somebody's as located data.
  read: { ours: ['model', 'start'], packages: ['node', 'yaml', 'zod'] },
  deck: {
    ours: ['model', 'read'],
    packages: [
      'node',
      'color-string',
      'csv-parse',
      'fontkit',
      'fontverter',
      'gray-matter',
      'hast',
      'hucre',
      'mdast',
      'mdast-util-mdx-jsx',
      'mdast-util-to-hast',
      'remark-gfm',
      'remark-mdx',
      'remark-parse',
      'sharp',
      'subset-font',
      'svgpath',
      'unified',
      'unist-util-visit',
      'yaml',
      'zod',
    ],
  },
  stock: { ours: ['model', 'read'], packages: ['node', 'yaml', 'zod'] },
  looks: { ours: ['model', 'start'], packages: ['node', '@react-pdf/renderer', 'esbuild', 'react', 'zod'] },
  // How wide and how high letters are.
  font: { ours: ['model'], packages: ['fontkit', 'harfbuzzjs'] },
  check: { ours: ['model', 'font'], packages: ['hast', 'zod'] },
  // What a plotter cuts.
  cut: { ours: ['model'], packages: ['@tarikjabiri/dxf'] },
  // What a room wrote: it runs in the browser too.
  record: { ours: ['model'], packages: [] },
  // Plain arithmetic: it runs in the browser too.
  impose: { ours: ['model', 'words'], packages: [] },
  face: {
    ours: ['model', 'looks', 'font', 'write', 'start'],
    packages: [
      'node',
      '@react-pdf/renderer',
      '@react-pdf/stylesheet',
      '@react-pdf/textkit',
      'fontkit',
      'hast',
      'pdfkit',
      'react',
      'svgpath',
      'yoga-layout',
    ],
  },
  pdf: { ours: ['model', 'font'], packages: ['@cantoo/pdf-lib', 'fontkit'] },
  press: { ours: ['model', 'start'], packages: ['node', '@cantoo/pdf-lib', 'sharp', 'yaml', 'zod'] },
  raster: { ours: ['model', 'write', 'start'], packages: ['node', '@hyzyla/pdfium', 'sharp'] },
  box: { ours: ['model'], packages: [] },
  write: { ours: ['model', 'read'], packages: ['node', 'zod'] },
  catalog: {
    ours: ['model', 'looks', 'font', 'pdf', 'record', 'client', 'words', 'start'],
    packages: ['node', 'esbuild', 'hast', 'react', 'react-dom', 'subset-font'],
  },
  // The application in the browser.
  client: {
    ours: ['model', 'impose', 'pdf', 'record', 'words'],
    packages: ['minisearch', '@cantoo/pdf-lib', 'fflate', 'uqr'],
  },
  target: {
    ours: [
      'model',
      'words',
      'read',
      'deck',
      'stock',
      'looks',
      'impose',
      'cut',
      'pdf',
      'press',
      'raster',
      'box',
      'catalog',
      'write',
    ],
    packages: ['node', 'sharp'],
  },
  // What is asked for: which cards, on which stocks, how.
  plan: {
    ours: ['model', 'words', 'read', 'deck', 'stock', 'looks', 'check', 'impose', 'press', 'record'],
    packages: ['node', 'hast', 'zod'],
  },
  build: {
    ours: [
      'model',
      'read',
      'deck',
      'stock',
      'looks',
      'check',
      'face',
      'plan',
      'press',
      'raster',
      'target',
      'write',
      'start',
    ],
    packages: ['node'],
  },
  command: {
    ours: [
      'model',
      'read',
      'deck',
      'stock',
      'looks',
      'impose',
      'pdf',
      'plan',
      'serve',
      'target',
      'write',
      'build',
      'record',
    ],
    packages: ['node', 'yaml', 'zod', 'ical-generator'],
  },
  dev: {
    ours: ['model', 'read', 'deck', 'stock', 'looks', 'check', 'face', 'raster', 'plan', 'serve', 'build', 'start'],
    packages: ['node', 'chokidar', 'esbuild'],
  },
  'dev page': { ours: ['model', 'dev'], packages: [] },
  cli: {
    ours: [
      ...['model', 'read', 'deck', 'stock', 'looks', 'impose', 'plan', 'serve', 'command', 'dev', 'build', 'write'],
      'start',
    ],
    packages: ['node', 'commander', 'zod'],
  },
  // What programs, and layouts of other folders, import from this package.
  library: {
    ours: ['model', 'font', 'deck', 'looks', 'plan', 'build', 'layouts', 'start'],
    packages: ['node', 'react', 'zod'],
  },
  // A folder over HTTP, on this machine alone.
  serve: { ours: ['model'], packages: ['node'] },
  // How the engine is compiled and begins to run.
  start: { ours: [], packages: ['node', 'esbuild'] },
  layouts: {
    ours: ['model', 'words', 'font'],
    packages: [
      '@react-pdf/primitives',
      '@react-pdf/renderer',
      '@react-pdf/types',
      'hast',
      'hast-util-to-jsx-runtime',
      'react',
      'uqr',
      'zod',
    ],
  },
  // What the tool says, in English.
  words: { ours: [], packages: [] },
};

/** Rooms that are not the first folder below `src/`. */
const places: readonly (readonly [start: string, room: string])[] = [
  ['layouts/words/', 'words'],
  ['layouts/', 'layouts'],
  ['src/catalog/client/', 'client'],
  ['src/dev/client/', 'dev page'],
  ['src/build.ts', 'build'],
  ['src/caches.', 'build'],
  ['src/draw.ts', 'build'],
  ['src/layout-stamps.ts', 'build'],
  ['src/load.ts', 'build'],
  ['src/index.', 'library'],
  ['src/bin.', 'start'],
  ['src/bundle.', 'start'],
  ['src/cache-folder.', 'start'],
  ['src/engine.', 'start'],
  ['src/home.', 'start'],
  ['src/patient.', 'start'],
  ['src/thread.', 'start'],
  ['src/young.', 'start'],
];

function roomOf(file: string): string {
  const name = path.relative(root, file).split(path.sep).join('/');
  const place = places.find(([start]) => name.startsWith(start));
  return place?.[1] ?? name.split('/')[1] ?? '';
}

function files(dir: string): string[] {
  return readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|mts)$/u.test(name) && !name.startsWith('templates'))
    .map((name) => path.join(root, dir, name));
}

/** What a file imports as written: static, dynamic, and types. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|^import '([^']+)'/gmu,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function packageOf(from: string): string {
  if (from.startsWith('node:')) return 'node';
  const parts = from.split('/');
  return from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

const all = [...files('src'), ...files('layouts')];
/** Each file's own imports of ours, as absolute paths. */
const graph = new Map(
  all.map((file) => [
    file,
    imports(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => path.resolve(path.dirname(file), from)),
  ]),
);

/** The first circle that can be reached from a file; empty for none. */
function circle(file: string, way: readonly string[], done: Set<string>): readonly string[] {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return [];
  for (const next of graph.get(file) ?? []) {
    const found = circle(next, [...way, file], done);
    if (found.length > 0) return found;
  }
  done.add(file);
  return [];
}

describe('who imports whom', () => {
  for (const file of all) {
    const name = path.relative(root, file);
    test(name, () => {
      const room = roomOf(file);
      const rule = rules[room];
      expect(rule, `no rule for the room of ${name}`).toBeDefined();
      const wrong = imports(file).filter((from) => {
        if (!from.startsWith('.')) return !rule?.packages.includes(packageOf(from));
        const other = roomOf(path.resolve(path.dirname(file), from));
        return other !== room && !rule?.ours.includes(other);
      });
      expect(wrong).toEqual([]);
    });
  }

  test('no circle', () => {
    const done = new Set<string>();
    const found = all.map((file) => circle(file, [], done)).find((one) => one.length > 0) ?? [];
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  test('@react-pdf/renderer runs in its worker alone', () => {
    const engine = files('src').filter((file) =>
      /^import (?!type).*'@react-pdf\/renderer'/mu.test(readFileSync(file, 'utf8')),
    );
    const users = all.filter((file) => graph.get(file)?.some((from) => engine.includes(from)));
    const names = (some: readonly string[]) => some.map((file) => path.relative(root, file)).sort();
    expect(names(engine)).toEqual([
      'src/face/document.ts',
      'src/face/painter/letters.ts',
      'src/face/renderer-fonts.ts',
    ]);
    expect(names(users)).toEqual([
      'src/face/document.ts',
      'src/face/painter/boxes.ts',
      'src/face/painter/lines.ts',
      'src/face/worker.ts',
    ]);
  });

  test('layouts/ holds what an organization may replace, and parts for it', () => {
    const others = readdirSync(path.join(root, 'layouts')).filter((name) => !REPLACEABLE.includes(name));
    expect(others).toEqual(['elements.print.tsx', 'elements.web.tsx', 'parts', 'words']);
  });

  test('only the command line prints or sets the exit code', () => {
    const loud = files('src').filter((file) =>
      /process\.(exit|std(out|err)\.write)|console\.(log|info)/u.test(readFileSync(file, 'utf8')),
    );
    expect(loud.map((file) => path.relative(root, file)).sort()).toEqual([
      'src/bin.mjs',
      'src/cli/cli.ts',
      'src/cli/progress.ts',
      'src/cli/voice.ts',
      // Ends the thread alone.
      'src/thread.mjs',
    ]);
  });
});
