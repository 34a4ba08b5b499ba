import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from '../engine.mjs';
import type { ProblemView } from './views.ts';

/** What the catalog is built from. Paths are absolute. */
export interface CatalogOptions {
  deck: string;
  /** Where it is built to; its `site/` is the catalog. */
  out: string;
  root: string;
}

/** The result of building it. */
export interface CatalogResult {
  ok: boolean;
  problems: ProblemView[];
}

/** The whole catalog, built when somebody asks for it. */
export interface BuiltCatalog {
  /** Marks it as out of date. */
  stale(): void;
  /** Builds it where it is out of date, in a thread of its own, with layouts as they are now: those of this package too. */
  fresh(): Promise<CatalogResult>;
  close(): Promise<void>;
}

export function openCatalog(options: CatalogOptions): BuiltCatalog {
  let built: Promise<CatalogResult> | undefined;
  let worker: Worker | undefined;

  return {
    stale() {
      built = undefined;
    },
    fresh() {
      built ??= (async () => {
        // Ends a build that is still running: the two would write to one folder.
        if (worker) await endThread(worker);
        worker = startThread('src/dev/catalog-thread.ts', { workerData: options }, '');
        return await resultOf(worker);
      })();
      return built;
    },
    async close() {
      if (worker) await endThread(worker);
    },
  };
}

function resultOf(worker: Worker): Promise<CatalogResult> {
  const failed = (message: string): CatalogResult => ({
    ok: false,
    problems: [{ at: '', severity: 'error', rule: '', message, details: [] }],
  });
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (cause) => resolve(failed(cause instanceof Error ? cause.message : String(cause))));
    worker.once('exit', () => resolve(failed('A file changed while the catalog was built: load this page again.')));
  });
}
