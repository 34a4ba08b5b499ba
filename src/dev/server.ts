import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Side } from '../model.ts';
import { readSite } from '../preview.ts';
import type { Catalog } from './catalog.ts';
import { type Desk, StudioError } from './desk.ts';
import type { PageFiles } from './page.ts';
import { problemPage } from './problem-page.ts';
import type { DevEvent } from './views.ts';

/** What the server shows. */
export interface DevServerOptions {
  desk: Desk;
  catalog: Catalog;
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

/** What is sent back. */
interface Reply {
  status: number;
  type: string;
  body: string | Uint8Array;
}

/** Nothing but the server's own files, for the catalog too. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Resolutions a picture may be asked for: one to see at once, one to look closely. */
const DPI = [144, 320];

/** Makes the server. It answers only requests that call it by this machine's own name: no other site can reach it by DNS. */
export function devServer(options: DevServerOptions): DevServer {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isLocal(request, server)) return void send(response, text(403, 'Open this page at 127.0.0.1.'));
    if (request.method !== 'GET') return void send(response, text(405, 'Only GET.'));
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/events') return void subscribe(response);
    reply(url, options).then(
      (one) => send(response, one),
      (cause: unknown) => send(response, failure(cause)),
    );
  });

  function subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // Without a byte some browsers do not count the stream as open.
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

/** The Host header is what the browser was told to open: another site's name there means its DNS points here. */
function isLocal(request: IncomingMessage, server: Server): boolean {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');
}

async function reply(url: URL, options: DevServerOptions): Promise<Reply> {
  const { desk, page } = options;
  const { pathname } = url;
  const file = (await page())[pathname];
  if (file) return { status: 200, ...file };
  if (pathname === '/site') return { status: 200, type: 'text/html; charset=utf-8', body: TO_SITE };
  if (pathname.startsWith('/site/')) return await siteReply(pathname.slice('/site'.length), options);
  if (pathname === '/deck.json') return json(await desk.ask('overview'));
  const [, card] = pathname.match(/^\/card\/([a-z0-9-]+)\.json$/) ?? [];
  if (card !== undefined) return found(await desk.ask('card', card), json);
  const [, id, side] = pathname.match(/^\/face\/([a-z0-9-]+)\.(front|back)\.png$/) ?? [];
  if (id === undefined) return text(404, 'There is no such page.');
  const dpi = DPI.find((one) => String(one) === url.searchParams.get('dpi')) ?? 144;
  const picture = await desk.ask('picture', id, side as Side, dpi);
  return found(picture, (body) => ({ status: 200, type: 'image/png', body }));
}

/** `/site` as a folder, so that the links of its pages are right. */
const TO_SITE = '<!doctype html><meta http-equiv="refresh" content="0; url=/site/"><a href="/site/">The catalog</a>';

async function siteReply(pathname: string, { catalog, site }: DevServerOptions): Promise<Reply> {
  // The catalog's own service worker would show yesterday's pages.
  if (pathname === '/worker.js') return text(404, 'Not while you work on the deck.');
  if (pathname.endsWith('/') || pathname.endsWith('.html')) {
    const { ok, problems } = await catalog.fresh();
    if (!ok) return { status: 200, type: 'text/html; charset=utf-8', body: problemPage(problems) };
  }
  return await readSite(site, pathname);
}

function found<T>(value: T | undefined, as: (value: T) => Reply): Reply {
  return value === undefined ? text(404, 'There is no such card.') : as(value);
}

function failure(cause: unknown): Reply {
  if (cause instanceof StudioError) return { ...json({ failed: cause.message }), status: 503 };
  return text(500, cause instanceof Error ? cause.message : String(cause));
}

function json(value: unknown): Reply {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function text(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': POLICY,
  });
  response.end(body);
}
