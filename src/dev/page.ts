import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The files of the page, by their address. */
export type PageFiles = Readonly<Record<string, { type: string; body: string | Uint8Array }>>;

/** Reads the page and bundles its script. */
export async function pageFiles(layouts: string): Promise<PageFiles> {
  const dir = path.join(layouts, 'dev');
  const [page, style, script] = await Promise.all([
    readFile(path.join(dir, 'page.html'), 'utf8'),
    readFile(path.join(dir, 'style.css'), 'utf8'),
    bundled(path.join(dir, 'page.ts')),
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
