import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Words } from '../../layouts/words/words.ts';
import { cacheFolder, compiled } from '../engine.mjs';
import type { Output } from '../model.ts';

const LAYOUTS = fileURLToPath(new URL('../../layouts/site/', import.meta.url));

/** Scripts of the site: the one on every page, the one of the tools' pages, and the one loaded for printing. */
const ENTRIES = ['app', 'tools', 'pdf'];
/** The service worker's own code, which is no page's. */
const WORKER = 'worker';

/** Each a classic script that stands alone: modules do not load from `file://`. */
const FOR_BROWSERS: BuildOptions = {
  minify: true,
  format: 'iife',
  target: ['chrome111', 'firefox114', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
};

/** What compiled scripts know their words by. */
const WORDS = '$words';

/** The client scripts with their words in the deck's language. */
export async function scripts(words: Words['scripts']): Promise<Output[]> {
  const said = `const ${WORDS}=${JSON.stringify(words)};`;
  return await Promise.all(
    ENTRIES.map(async (name) => {
      const code = await script(name);
      const whole = code.includes(WORDS) ? `{${said}${code}}\n` : code;
      return { path: `site/${name}.js`, bytes: Buffer.from(`"use strict";${whole}`) };
    }),
  );
}

/** The service worker's own code. */
export async function workerSource(): Promise<string> {
  return await script(WORKER);
}

/** The layouts' own style rules. */
export async function rules(): Promise<string> {
  return await readFile(path.join(LAYOUTS, 'style.css'), 'utf8');
}

/** A compiled script. They do not depend on the deck: to compile them for each build would take a quarter of a second. */
async function script(name: string): Promise<string> {
  const dir = await compiled(await cacheFolder(), {
    name: 'scripts',
    root: path.join(LAYOUTS, 'client'),
    entries: [...ENTRIES, WORKER].map((one) => ({ in: `${one}.ts`, out: one })),
    dirs: [],
    plugins: [wordsLater()],
    how: FOR_BROWSERS,
    settings: JSON.stringify([FOR_BROWSERS, WORDS]),
  });
  return await readFile(path.join(dir, `${name}.js`), 'utf8');
}

/** In the place of the module that scripts take their words from, a name that is given its value when a deck is built. */
function wordsLater(): Plugin {
  return {
    name: 'words later',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]client[\\/]words\.ts$/ }, () => ({ contents: `export const words = ${WORDS};` }));
    },
  };
}
