import path from 'node:path';
import { previewFolder } from '../caches.ts';
import { deckDirs, openChain } from '../deck/chain/chain.ts';
import { layoutsDir } from '../read/package.ts';
import { listen, type Port } from '../serve/listen.ts';
import { CLIENT, type PageFiles, pageFiles } from './page.ts';
import { type DevServer, devServer } from './server.ts';
import { type BuiltCatalog, openCatalog } from './site-view.ts';
import { type StudioThread, startStudio } from './start-studio.ts';
import { watchFiles } from './watch.ts';

/** The deck to work on, and the port. Paths are absolute. */
export interface DevOptions {
  /** The deck's folder. */
  deck: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  port: Port;
}

/** A server that shows cards as they are saved. */
export interface Dev {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a page on 127.0.0.1 that shows each card as it is printed, with its problems, drawn again whenever a file of the deck
 * or of the layouts is saved; the whole catalog under `/site/`. No mistake in these files ends the server.
 *
 * @throws BusyError where the port is in use: nothing is left running then
 */
export async function dev({ deck, root, port }: DevOptions): Promise<Dev> {
  const out = await previewFolder(root);
  const chain = await openChain({ dir: deck, root });
  // Watched even where a deck has no `layouts/` folder: its author may make one while this runs.
  const ownLayouts = deckDirs(chain).map((dir) => path.join(path.dirname(dir), 'layouts'));
  const own = [...new Set([...chain.layouts, ...ownLayouts])].filter((dir) => dir !== layoutsDir);
  const studio = startStudio({ deck, layouts: layoutsDir, root });
  const catalog = openCatalog({ deck, out, root });
  const page = openPage();
  const { server, tell, close } = devServer({ studio, catalog, site: path.join(out, 'site'), page: page.files });
  const end = async () => void (await Promise.all([studio.close(), catalog.close()]));
  const address = await listen(server, port).catch(async (cause: unknown) => {
    await end();
    throw cause;
  });
  const shown: Shown = { studio, catalog, page, tell, own, relooks: { count: 0, areOursSaved: false } };
  const watch = await watchFiles({
    dirs: [...deckDirs(chain), layoutsDir, CLIENT, ...own],
    onChange: (files) => refresh(shown, files),
    onError: ({ message }) => tell({ kind: 'failed', message: `A folder can’t be watched: ${message}` }),
  });
  return {
    address,
    async close() {
      await watch.close();
      await close();
      await end();
    },
  };
}

/** The parts of the server that show files, and must be told of a change. */
interface Shown extends Pick<DevServer, 'tell'> {
  studio: StudioThread;
  catalog: BuiltCatalog;
  page: Page;
  /** Absolute paths of `layouts/` folders that are not the package's. */
  own: readonly string[];
  /** How often layouts were loaded anew since the thread was started, and whether some of this package were among them since `dev` was. */
  relooks: { count: number; areOursSaved: boolean };
}

/** Node never lets go of a module that it has loaded, so after so many changes to layouts the thread starts anew. */
const MOST_RELOOKS = 50;

/** Reads again what changed; the catalog and the page wait until they are asked for. */
async function refresh({ studio, catalog, page, tell, own, relooks }: Shown, files: readonly string[]): Promise<void> {
  const started = performance.now();
  catalog.stale();
  if (files.some((file) => file.startsWith(CLIENT))) page.stale();
  const isOwn = files.some((file) => own.some((dir) => file === dir || file.startsWith(dir + path.sep)));
  if (files.some(isShipped)) relooks.areOursSaved = true;
  const { areOursSaved } = relooks;
  const isLook = isOwn || files.some(isShipped);
  if (isLook) relooks.count += 1;
  const isAnew = relooks.count > MOST_RELOOKS;
  if (isAnew) {
    tell({ kind: 'restarting' });
    await studio.restart(areOursSaved);
    relooks.count = 0;
  }
  const asked = isLook && !isAnew ? studio.ask('relook', files, areOursSaved) : studio.ask('refresh', files);
  // A thread that has ended is started again: the saved file may be the one that had stopped it.
  const done = await asked.catch(async () => {
    await studio.restart(areOursSaved);
    return await studio.ask('refresh', files).catch((cause: Error) => cause);
  });
  if (done instanceof Error) tell({ kind: 'failed', message: done.message });
  else tell({ kind: 'changed', ...done, ms: Math.round(performance.now() - started) });
}

/** Whether a file is a layout of this package, except the catalog's: the studio does without these. */
function isShipped(file: string): boolean {
  const name = path.relative(layoutsDir, file);
  return !name.startsWith('..') && !name.startsWith('site');
}

/** The files of the preview's page. */
interface Page {
  files(): Promise<PageFiles>;
  /** Marks them as out of date: one of their sources was saved. */
  stale(): void;
}

/** They are compiled when they are first asked for, and again once they are stale. */
function openPage(): Page {
  let made: Promise<PageFiles> | undefined;
  return {
    files() {
      made ??= pageFiles();
      return made;
    },
    stale() {
      made = undefined;
    },
  };
}
