import path from 'node:path';
import { deckDirs, openChain } from '../deck/chain/chain.ts';
import { layoutsDir } from '../read/package.ts';
import { listen, type Port } from '../serve/listen.ts';
import { openDesk } from './desk.ts';
import { CLIENT, type PageFiles, pageFiles } from './page.ts';
import { devServer } from './server.ts';
import { openCatalog } from './site-view.ts';
import { watchFiles } from './watch.ts';

/** What to work on. Paths are absolute. */
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
 * Serves a page on 127.0.0.1 that shows each card as it is printed, with its problems, anew whenever a file of the deck or
 * of the layouts is saved; the whole catalog under `/site/`. Nothing that is wrong in either ends it.
 *
 * @throws BusyError where the port is in use: nothing is left running then
 */
export async function dev({ deck, root, port }: DevOptions): Promise<Dev> {
  const layouts = layoutsDir;
  const out = path.join(root, 'node_modules/.cache/prepdeck/dev');
  const chain = await openChain({ dir: deck, root });
  const [, ...own] = chain.layouts;
  const desk = openDesk({ deck, layouts, root });
  const catalog = openCatalog({ deck, out, root });
  let page: Promise<PageFiles> | undefined;
  const fresh = () => {
    page ??= pageFiles();
    return page;
  };
  const { server, tell, close } = devServer({ desk, catalog, site: path.join(out, 'site'), page: fresh });

  /** Reads again what changed; the catalog and the page wait until they are asked for. */
  async function changed(files: readonly string[]): Promise<void> {
    const started = performance.now();
    catalog.stale();
    const shared = files.map((file) => path.relative(layouts, file)).filter((name) => !name.startsWith('..'));
    if (files.some((file) => file.startsWith(CLIENT))) page = undefined;
    const ours = files.some((file) => own.some((dir) => file === dir || file.startsWith(dir + path.sep)));
    if (ours || shared.some((name) => !name.startsWith('site'))) {
      tell({ kind: 'restarting' });
      await desk.restart();
    }
    // A thread that could not start is started again: the file that was saved may be what it stumbled over.
    const done = await desk.ask('refresh', files).catch(async () => {
      await desk.restart();
      return await desk.ask('refresh', files).catch((cause: Error) => cause);
    });
    if (done instanceof Error) tell({ kind: 'failed', message: done.message });
    else tell({ kind: 'changed', ...done, ms: Math.round(performance.now() - started) });
  }

  const end = async () => void (await Promise.all([desk.close(), catalog.close()]));
  const address = await listen(server, port).catch(async (cause: unknown) => {
    await end();
    throw cause;
  });
  const onError = ({ message }: Error) => tell({ kind: 'failed', message: `A folder can’t be watched: ${message}` });
  const watch = await watchFiles({
    dirs: [...deckDirs(chain), layouts, CLIENT, ...own],
    onChange: changed,
    onError,
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
