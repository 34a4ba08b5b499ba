import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The files of the page, by their address. */
export type PageFiles = Readonly<Record<string, { type: string; body: string | Uint8Array }>>;

/** Where the page and its script lie. */
export const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));

/** Reads the page and bundles its script. */
export async function pageFiles(): Promise<PageFiles> {
  const [page, style, script] = await Promise.all([
    readFile(path.join(CLIENT, 'page.html'), 'utf8'),
    readFile(path.join(CLIENT, 'style.css'), 'utf8'),
    bundled(path.join(CLIENT, 'page.ts')),
  ]);
  return {
    '/': { type: 'text/html; charset=utf-8', body: page },
    '/style.css': { type: 'text/css; charset=utf-8', body: style },
    '/page.js': { type: 'text/javascript; charset=utf-8', body: script },
  };
}

async function bundled(file: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
