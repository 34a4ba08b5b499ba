import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { BELOW, belowLayouts, GATHERED, layoutsApart, SHARED } from '../bundle.mjs';
import { compiled, compiledEngine, engineDir } from '../engine.mjs';
import { home, urlOf } from '../home.mjs';
import { noneIfAbsent } from '../model/absent.ts';
import { lookUp } from '../model/look-up.ts';
import { LayoutError, mistakeIn, mistakesIn } from './mistake.ts';

/** Folders of a `layouts/` folder whose files are loaded by their names. */
const KINDS = ['faces', 'boards', 'worksheets', 'guide', 'slots', 'site', 'targets'] as const;
type Kind = (typeof KINDS)[number];

/** How layouts are loaded. */
export interface Loading {
  /** The folder of `savedLayouts`, in place of our layouts in the engine. */
  saved?: string | undefined;
  /**
   * Modules by their code: one that has not changed is the same module then, although its folder is another one. Two of them may import
   * different ones of a third: enough to read a deck by, not to draw it with.
   */
  known?: Map<string, unknown>;
}

/**
 * How to import the layouts of a folder. Those that come with prepdeck are a part of the engine; others are compiled now, or were
 * before, with maps to their source.
 *
 * @param layouts absolute path of a `layouts/` folder
 * @returns what imports the module at a path inside the folder, e.g. `faces/pattern.tsx`
 * @throws LayoutError where one of its layouts can't be compiled
 */
export async function modulesOf(layouts: string, { saved, known }: Loading = {}): Promise<Modules> {
  const load = known ? (url: string) => onceFrom(url, known) : async (url: string) => await import(url);
  if (!isOurs(layouts)) {
    const dir = await compiledLayouts(layouts, saved);
    return (name) => load(urlOf(dir, name));
  }
  if (saved) return (name) => load(urlOf(saved, `layouts/${name}`));
  if (!engineDir) return async (name) => await import(pathToFileURL(path.join(layouts, name)).href);
  return ofEngine(engineDir);
}

/** Imports the layout at a path inside a folder. */
type Modules = (name: string) => Promise<unknown>;

/** A module, or that of before which has the same name and code: what it imports is in its code, by names that change with it. */
async function onceFrom(url: string, known: Map<string, unknown>): Promise<unknown> {
  const file = fileURLToPath(url);
  const key = `${path.basename(file)}\n${await readFile(file, 'utf8')}`;
  const module = known.get(key) ?? (await import(url));
  known.set(key, module);
  return module;
}

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
 * The folder that our own layouts are compiled into as they are on the disk now, with what those of others import of them: one was
 * saved while the engine runs, which has them as they were.
 *
 * @throws LayoutError where one of them can't be compiled
 */
export async function savedLayouts(): Promise<string> {
  const engine = await compiledEngine();
  const shared = sharing(engine);
  const compiling = async () => {
    const below = await compiled({ ...belowLayouts(shared), settings: engine });
    return await compiled({ ...layoutsApart([shared, standingOn(below)]), settings: below });
  };
  return await orMistakes(compiling(), home);
}

/** Lets our layouts import what is below them from where it was compiled. */
function standingOn(below: string): Plugin {
  return {
    name: 'standing on',
    setup({ onResolve }) {
      onResolve({ filter: /[\\/](font|model)[\\/][^\\/]+\.ts$/ }, ({ path: name, resolveDir }) => {
        const file = path.relative(home, path.resolve(resolveDir, name)).split(path.sep).join('/');
        return BELOW.includes(path.posix.dirname(file)) ? { path: urlOf(below, file), external: true } : undefined;
      });
    },
  };
}

/**
 * The folder that somebody's own layouts are compiled into. Its name changes with each change to them, and to what they import.
 *
 * @param saved the folder of `savedLayouts`, where they import ours from that
 * @throws LayoutError where one of its layouts can't be compiled
 */
export async function compiledLayouts(layouts: string, saved?: string): Promise<string> {
  const engine = await compiledEngine();
  const found = await Promise.all([...KINDS.map((kind) => filesIn(layouts, kind)), elementFiles(layouts)]);
  const wanted = {
    name: 'layouts',
    root: layouts,
    entries: found.flat(),
    dirs: KINDS.map((kind) => path.join(layouts, kind)),
    plugins: [sharing(engine, saved)],
    settings: saved ?? engine,
  };
  return await orMistakes(compiled(wanted), layouts);
}

/** Throws a LayoutError in place of what esbuild throws. Files are named in a folder. */
async function orMistakes<Result>(compiling: Promise<Result>, dir: string): Promise<Result> {
  return await compiling.catch((cause: unknown) => {
    const mistakes = mistakesIn(cause, dir);
    throw mistakes ? new LayoutError(mistakes) : cause;
  });
}

/** Layouts of a kind as paths inside their folder, in the order of their names; none where there is no such folder. */
export async function filesIn(layouts: string, kind: Kind): Promise<string[]> {
  const names = await readdir(path.join(layouts, kind)).catch(noneIfAbsent);
  return names
    .filter((name) => /\.tsx?$/u.test(name))
    .sort()
    .map((name) => path.join(kind, name));
}

/** Where the elements of a `layouts/` folder are, inside it; none where it has none. */
export async function elementFiles(layouts: string): Promise<string[]> {
  const names = await readdir(layouts).catch(noneIfAbsent);
  return names.filter((name) => /^elements\.tsx?$/u.test(name));
}

/** Lets layouts share the engine's own React, renderer and zod: a second copy of each would not work. Nothing else of this package can be imported. */
function sharing(engine: string, saved?: string): Plugin {
  return {
    name: 'sharing',
    setup({ onResolve }) {
      onResolve({ filter: /^(react|@react-pdf\/renderer|zod|prepdeck)(\/|$)/ }, ({ path: name }) => {
        const module = lookUp(SHARED, name);
        const dir = saved && name === LAYOUT ? saved : engine;
        if (module) return { path: urlOf(dir, module), external: true };
        if (!name.startsWith('prepdeck')) return undefined;
        return { errors: [{ text: `layouts import from ${PUBLIC.join(' or ')} (got: ${name})` }] };
      });
    },
  };
}

const LAYOUT = 'prepdeck/layout';
const PUBLIC = [LAYOUT, 'prepdeck/target'];

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
