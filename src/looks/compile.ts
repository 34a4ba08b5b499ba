import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { GATHERED, SHARED } from '../bundle.mjs';
import { compiled, compiledEngine, engineDir } from '../engine.mjs';
import { home, urlOf } from '../home.mjs';
import { lookUp } from '../model/look-up.ts';
import { LayoutError, mistakeIn, mistakesIn } from './mistake.ts';

/** Folders of a `layouts/` folder whose files are loaded by their names. */
const KINDS = ['faces', 'boards', 'worksheets', 'guide', 'slots', 'site', 'targets'] as const;
type Kind = (typeof KINDS)[number];

/**
 * How to import the layouts of a folder. Those that come with prepdeck are a part of the engine; others are compiled now, or were
 * before, with maps to their source.
 *
 * @param layouts absolute path of a `layouts/` folder
 * @returns what imports the module at a path inside the folder, e.g. `faces/pattern.tsx`
 * @throws LayoutError where one of its layouts can't be compiled
 */
export async function modulesOf(layouts: string): Promise<Modules> {
  if (!isOurs(layouts)) {
    const dir = await compiledLayouts(layouts);
    return async (name) => await import(urlOf(dir, name));
  }
  if (!engineDir) return async (name) => await import(pathToFileURL(path.join(layouts, name)).href);
  return ofEngine(engineDir);
}

/** Imports the layout at a path inside a folder. */
type Modules = (name: string) => Promise<unknown>;

/** Layouts of the compiled engine: those that are found by their names are in one module, the others have a module each. */
function ofEngine(dir: string): Modules {
  return async (name) => {
    const kind = name.slice(0, name.indexOf('/'));
    const [gathered] = Object.entries(GATHERED).find(([, kinds]) => kinds.includes(kind)) ?? [];
    if (gathered === undefined) return await import(urlOf(dir, `layouts/${name}`));
    const { modules }: { modules: ReadonlyMap<string, unknown> } = await import(urlOf(dir, gathered));
    return modules.get(name);
  };
}

/** Whether a `layouts/` folder is that of this package. */
export function isOurs(layouts: string): boolean {
  return path.relative(home, layouts) === 'layouts';
}

/**
 * The folder that somebody's own layouts are compiled into. Its name changes with each change to them, and to what they import.
 *
 * @throws LayoutError where one of its layouts can't be compiled
 */
export async function compiledLayouts(layouts: string): Promise<string> {
  const engine = await compiledEngine();
  const found = await Promise.all([...KINDS.map((kind) => filesIn(layouts, kind)), elementFiles(layouts)]);
  return await compiled({
    name: 'layouts',
    root: layouts,
    entries: found.flat(),
    dirs: KINDS.map((kind) => path.join(layouts, kind)),
    plugins: [sharing(engine)],
    settings: engine,
  }).catch((cause: unknown) => {
    const mistakes = mistakesIn(cause, layouts);
    throw mistakes ? new LayoutError(mistakes) : cause;
  });
}

/** Layouts of a kind as paths inside their folder, in the order of their names; none where there is no such folder. */
export async function filesIn(layouts: string, kind: Kind): Promise<string[]> {
  const names = await readdir(path.join(layouts, kind)).catch(() => []);
  return names
    .filter((name) => /\.tsx?$/u.test(name))
    .sort()
    .map((name) => path.join(kind, name));
}

/** Where the elements of a `layouts/` folder are, inside it; none where it has none. */
export async function elementFiles(layouts: string): Promise<string[]> {
  const names = await readdir(layouts).catch(() => []);
  return names.filter((name) => /^elements\.tsx?$/u.test(name));
}

/** Lets layouts share the engine's own React, renderer and zod: a second copy of each would not work. Nothing else of this package can be imported. */
function sharing(engine: string): Plugin {
  return {
    name: 'sharing',
    setup({ onResolve }) {
      onResolve({ filter: /^(react|@react-pdf\/renderer|zod|prepdeck)(\/|$)/ }, ({ path: name }) => {
        const module = lookUp(SHARED, name);
        if (module) return { path: urlOf(engine, module), external: true };
        if (!name.startsWith('prepdeck')) return undefined;
        return { errors: [{ text: `layouts import from ${PUBLIC.join(' or ')} (got: ${name})` }] };
      });
    },
  };
}

const PUBLIC = ['prepdeck/layout', 'prepdeck/target'];

/**
 * The default export of a layout.
 *
 * @param modules what imports the layouts of its folder
 * @param name its path in that
 * @param layouts absolute path of the folder that its source is in
 * @throws LayoutError where it throws while it is loaded
 */
export async function loaded(modules: Modules, name: string, layouts: string): Promise<unknown> {
  try {
    const module = (await modules(name)) as { default?: unknown };
    return module.default;
  } catch (cause) {
    const mistake = mistakeIn(cause, [layouts]);
    throw mistake ? new LayoutError([mistake]) : cause;
  }
}
