import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compiled, type Wanted } from '../engine.mjs';
import { home } from '../home.mjs';

/** The files of the page, by their address. */
export type PageFiles = Readonly<Record<string, { type: string; body: string | Uint8Array }>>;

/** The folder of the page and its script. */
export const CLIENT = path.join(home, 'src/dev/client');

/** Reads the page and bundles its script. */
export async function pageFiles(): Promise<PageFiles> {
  const [page, style, script] = await Promise.all([
    readFile(path.join(CLIENT, 'page.html'), 'utf8'),
    readFile(path.join(CLIENT, 'style.css'), 'utf8'),
    readFile(path.join(await compiled(pageScript()), 'page.js')),
  ]);
  return {
    '/': { type: 'text/html; charset=utf-8', body: page },
    '/style.css': { type: 'text/css; charset=utf-8', body: style },
    '/page.js': { type: 'text/javascript; charset=utf-8', body: script },
  };
}

/** How to compile the page's script. */
export function pageScript(): Wanted {
  return {
    name: 'scripts-dev',
    root: CLIENT,
    entries: ['page.ts'],
    dirs: [],
    how: { format: 'esm', target: 'es2022', charset: 'utf8' },
  };
}
