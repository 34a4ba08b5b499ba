import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Output } from '../../src/model/output.ts';
import { put } from '../fixtures/files.ts';

/** A built site on disk, and the same site served under a sub-path. */
export interface ServedSite {
  dir: string;
  /** Ends in `/`. */
  http: string;
  /** Ends in `/`. */
  file: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Writes outputs to a folder of their own and serves it, as a project page is served: below a path.
 *
 * @param cache what browsers are told of keeping files that are no pages: `max-age=3600`; empty for nothing
 */
export async function serveSite(outputs: readonly Output[], { cache = '' } = {}): Promise<ServedSite> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'prepdeck-site-'));
  for (const { path: name, bytes } of outputs) {
    const file = path.join(dir, name);
    await put(file, bytes);
  }
  const root = path.join(dir, 'site');
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/^\/deck\//, '');
    const bytes = await readFile(path.join(root, path.join('/', name || 'index.html'))).catch(() => undefined);
    const page = bytes ?? (await readFile(path.join(root, '404.html')));
    const type = TYPES[path.extname(name)] ?? TYPES['.html'];
    const told = cache !== '' && type !== TYPES['.html'];
    response.writeHead(bytes ? 200 : 404, {
      'content-type': type,
      ...(told && { 'cache-control': cache }),
    });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    dir: root,
    http: `http://127.0.0.1:${port}/deck/`,
    file: `${pathToFileURL(root).href}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true, force: true });
    },
  };
}
