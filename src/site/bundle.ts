import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Output } from '../model.ts';

const LAYOUTS = new URL('../../layouts/site/', import.meta.url);

/** Scripts of the site: the one on every page, the one of the tools' pages, and the one loaded for printing. */
const ENTRIES = ['app', 'tools', 'pdf'];

/** The client scripts, each a classic script that stands alone: modules do not load from `file://`. */
export async function scripts(): Promise<Output[]> {
  const made = await bundle(ENTRIES);
  return made.map((bytes, i) => ({ path: `site/${ENTRIES[i]}.js`, bytes }));
}

/** The service worker's own code. */
export async function workerSource(): Promise<string> {
  const [bytes] = await bundle(['worker']);
  return Buffer.from(bytes ?? []).toString('utf8');
}

/** The layouts' own style rules. */
export async function rules(): Promise<string> {
  return readFile(new URL('style.css', LAYOUTS), 'utf8');
}

async function bundle(names: readonly string[]): Promise<Uint8Array[]> {
  const made = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`client/${name}.ts`, LAYOUTS))),
    outdir: 'site',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return made.outputFiles.map((file) => file.contents);
}
