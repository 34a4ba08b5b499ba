import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { BuildOptions, Plugin } from 'esbuild';

/** Modules to compile, and how. Paths are absolute. */
export interface Wanted {
  /** Names the result, e.g. `engine`; each root has its own result of that name. */
  name: string;
  /** The folder that the result belongs to; entries are named by their paths in it. */
  root: string;
  /** Files that are compiled, each to a module of its own. */
  entries: readonly string[];
  /** Folders in which a new file is a new entry. */
  dirs: readonly string[];
  plugins?: readonly Plugin[];
  /** Settings for esbuild; left out: modules for Node. */
  how?: BuildOptions;
  /** Anything else that the result depends on. */
  settings?: string;
}

/** The folder of the compiled engine that runs here; undefined where its source runs, in tests. */
export const engineDir: string | undefined;

/** Runs a module of the engine, e.g. `src/cli/cli.ts`, in this thread; what it exports. */
export function start(name: string, dir?: string): Promise<unknown>;

/** A thread that runs a module of the engine, e.g. `src/face/worker.ts`: of that which runs here, of a folder, or with '' of the source as it is now. */
export function startThread(name: string, options?: WorkerOptions, dir?: string): Worker;

/** Ends a thread of `startThread` between two steps of its work; at once where that takes longer than `within` ms, 2 s where left out. Resolves once it has ended. */
export function endThread(worker: Worker, within?: number): Promise<void>;

/** Ends all threads that this one has started. Their listeners hear nothing of it. */
export function endThreads(within?: number): Promise<void>;

/** The compiled engine's folder. */
export function compiledEngine(): Promise<string>;

/** A folder of modules that were compiled now or before. Throws esbuild's BuildFailure. */
export function compiled(wanted: Wanted, folder?: string): Promise<string>;
