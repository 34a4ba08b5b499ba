import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { UsageError } from './usage.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/**
 * Serves a folder on 127.0.0.1, and nothing outside it.
 *
 * @param dir absolute path
 * @param port 0 for any free one
 * @returns the address
 * @throws UsageError where the folder holds no catalog or the port is in use
 */
export async function serve(dir: string, port: number): Promise<string> {
  await readFile(path.join(dir, 'index.html')).catch(() => {
    throw new UsageError(`there is no catalog in ${dir}. Make it first: prepdeck build`);
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const { status, type, body } = await readSite(dir, pathname);
    const packed = /\bgzip\b/u.test(String(request.headers['accept-encoding'])) && isText(type);
    response.writeHead(status, {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      ...(packed && { 'content-encoding': 'gzip' }),
    });
    response.end(packed ? gzipSync(body) : body);
  });
  await listen(server, port);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`;
}

/** A file of a site as a server answers with it: its own 404 page where there is none; nothing outside the folder. */
export async function readSite(dir: string, pathname: string): Promise<{ status: number; type: string; body: Buffer }> {
  const name = safely(() => decodeURIComponent(pathname)) ?? '/';
  const file = path.join(dir, name.endsWith('/') ? `${name}index.html` : name);
  const body = file.startsWith(dir + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (body) return { status: 200, type: typeOf(file), body };
  const missing = await readFile(path.join(dir, '404.html')).catch(() => Buffer.from('Not found'));
  return { status: 404, type: typeOf('.html'), body: missing };
}

/** True for what packing makes smaller, as every web host does it. */
function isText(type: string): boolean {
  return /^text\/|json|javascript|xml|font\/ttf/u.test(type);
}

/** The media type of a file by its name. */
export function typeOf(file: string): string {
  return types[path.extname(file) || file] ?? 'application/octet-stream';
}

/**
 * Opens a server's port on 127.0.0.1.
 *
 * @throws UsageError where it is in use
 */
export async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const busy = new UsageError(`port ${port} is in use: try --port ${port + 1}`);
      reject(cause.code === 'EADDRINUSE' ? busy : cause);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
