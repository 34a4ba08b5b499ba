import type { Server, ServerResponse } from 'node:http';
import { lookUp } from '../model/look-up.ts';
import { type AllowedRequest, guardedServer, type Reply, textReply } from '../serve/requests.ts';
import { readSite } from '../serve/static.ts';
import type { PageFiles } from './page.ts';
import { problemPage } from './problem-page.ts';
import type { BuiltCatalog } from './site-view.ts';
import { StudioError, type StudioThread } from './start-studio.ts';
import type { DevEvent } from './views.ts';

/** What the server shows. */
export interface DevServerOptions {
  studio: StudioThread;
  catalog: BuiltCatalog;
  /** Absolute path of the built catalog. */
  site: string;
  /** The page itself; made anew when its layouts change. */
  page: () => Promise<PageFiles>;
}

/** The server, not yet listening. */
export interface DevServer {
  server: Server;
  /** Tells every open page. */
  tell(event: DevEvent): void;
  close(): Promise<void>;
}

/** Nothing but the server's own files, for the catalog too. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sent with every page: no cache may answer with a page from before the last save. */
const HEADERS = { 'cache-control': 'no-store', 'content-security-policy': POLICY };

/** Resolutions a picture may be asked for: of a card one to see at once and one to look closely, of a poster less. */
const DPI = [72, 144, 320];

/** Makes the server. It answers only this machine's own pages. */
export function devServer(options: DevServerOptions): DevServer {
  const open = new Set<ServerResponse>();
  const server = guardedServer(async (asked, response) => {
    if (asked.path === '/events') return void subscribe(response);
    const made = await reply(asked, options).catch(failure);
    return { ...made, headers: { ...made.headers, ...HEADERS } };
  });

  function subscribe(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    // Sent at once: some browsers count a stream as open only after its first byte.
    response.write(': open\n\n');
    open.add(response);
    response.on('close', () => open.delete(response));
  }

  return {
    server,
    tell(event) {
      for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function reply({ path, query }: AllowedRequest, options: DevServerOptions): Promise<Reply> {
  const { studio, page } = options;
  const file = lookUp(await page(), path);
  if (file) return { status: 200, ...file };
  if (path === '/site') return { status: 200, type: 'text/html; charset=utf-8', body: TO_SITE };
  if (path.startsWith('/site/')) return await siteReply(path.slice('/site'.length), options);
  if (path === '/deck.json') return json(await studio.ask('overview'));
  const [, item] = path.match(/^\/item\/([a-z0-9:-]+)\.json$/) ?? [];
  if (item !== undefined) return found(await studio.ask('item', item), json);
  const [, id, name = ''] = path.match(/^\/picture\/([a-z0-9:-]+)\.([a-z0-9-]+)\.png$/) ?? [];
  if (id === undefined) return textReply(404, 'There is no such page.');
  const dpi = DPI.find((one) => String(one) === query.get('dpi')) ?? 144;
  const picture = await studio.ask('picture', id, name, dpi);
  return found(picture, (body) => ({ status: 200, type: 'image/png', body }));
}

/** `/site` as a folder, so that the links of its pages are right. */
const TO_SITE = '<!doctype html><meta http-equiv="refresh" content="0; url=/site/"><a href="/site/">The catalog</a>';

async function siteReply(pathname: string, { catalog, site }: DevServerOptions): Promise<Reply> {
  // Refused: the catalog's own service worker would show yesterday's pages.
  if (pathname === '/worker.js') return textReply(404, 'Not while you work on the deck.');
  if (pathname.endsWith('/') || pathname.endsWith('.html')) {
    const { ok, problems } = await catalog.fresh();
    if (!ok) return { status: 200, type: 'text/html; charset=utf-8', body: problemPage(problems) };
  }
  return await readSite(site, pathname);
}

function found<T>(value: T | undefined, as: (value: T) => Reply): Reply {
  return value === undefined ? textReply(404, 'There is nothing of that name.') : as(value);
}

function failure(cause: unknown): Reply {
  if (cause instanceof StudioError) return { ...json({ failed: cause.message }), status: 503 };
  return textReply(500, cause instanceof Error ? cause.message : String(cause));
}

function json(value: unknown): Reply {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
