import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Reply } from './requests.ts';

const HTML = 'text/html; charset=utf-8';

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '.html': HTML,
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.webmanifest': 'application/manifest+json',
    '.csv': 'text/csv; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.xml': 'application/xml; charset=utf-8',
    '.webp': 'image/webp',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg',
    '.svg': 'image/svg+xml',
    '.ttf': 'font/ttf',
    '.woff2': 'font/woff2',
    '.pdf': 'application/pdf',
  }),
);

/**
 * A file of a site as a server answers with it: the site's own 404 page where there is no such file, the way to a folder's first page
 * where its name lacks the `/` at its end; nothing outside the folder, not even through a symbolic link.
 *
 * @param dir absolute path
 * @param name the path that was asked for, decoded; begins with `/`
 */
export async function readSite(dir: string, name: string): Promise<Reply> {
  const file = path.join(dir, name.endsWith('/') ? `${name}index.html` : name);
  const body = await readWithin(dir, file);
  if (body) return { status: 200, type: typeOf(file), body };
  if (await readWithin(dir, path.join(file, 'index.html'))) return moved(`${encodeURIComponent(path.basename(name))}/`);
  const missing = (await readWithin(dir, path.join(dir, '404.html'))) ?? Buffer.from('Not found');
  return { status: 404, type: HTML, body: missing };
}

/** An answer that sends a browser to another address, from the one that it asked for. */
function moved(location: string): Reply {
  return { status: 308, type: 'text/plain; charset=utf-8', body: location, headers: { location } };
}

/** A file that lies in a folder once all links are followed; undefined for others, for folders, and for pipes, which never end. */
async function readWithin(dir: string, file: string): Promise<Buffer | undefined> {
  try {
    const [home, real] = await Promise.all([realpath(dir), realpath(file)]);
    if (!real.startsWith(home + path.sep) || !(await stat(real)).isFile()) return undefined;
    return await readFile(real);
  } catch {
    return undefined;
  }
}

/** The media type of a file by its name. */
function typeOf(file: string): string {
  return TYPES.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream';
}
