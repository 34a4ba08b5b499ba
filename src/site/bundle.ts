import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Words } from '../../layouts/words/words.ts';
import type { Output } from '../model.ts';

const LAYOUTS = new URL('../../layouts/site/', import.meta.url);

/** Scripts of the site: the one on every page, the one of the tools' pages, and the one loaded for printing. */
const ENTRIES = ['app', 'tools', 'pdf'];

/** The client scripts with their words in the deck's language, each a classic script that stands alone: modules do not load from `file://`. */
export async function scripts(words: Words['scripts']): Promise<Output[]> {
  const made = await bundle(ENTRIES, [sayIn(words)]);
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

/** Puts words in the place of the module that the scripts take them from. */
function sayIn(words: Words['scripts']): Plugin {
  return {
    name: 'words',
    setup({ onLoad }) {
      const contents = `export const words = ${JSON.stringify(words)};`;
      onLoad({ filter: /[\\/]client[\\/]words\.ts$/ }, () => ({ contents }));
    },
  };
}

async function bundle(names: readonly string[], plugins: Plugin[] = []): Promise<Uint8Array[]> {
  const made = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`client/${name}.ts`, LAYOUTS))),
    outdir: 'site',
    bundle: true,
    plugins,
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
