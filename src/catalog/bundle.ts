import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Words } from '../../layouts/words/words.ts';
import { compiled, type Wanted } from '../engine.mjs';
import { home } from '../home.mjs';

const LAYOUTS = path.join(home, 'layouts/site');
/** The application that runs in the browser. */
const CLIENT = path.join(home, 'src/catalog/client');

/** The site's own code by what runs it: every page, the tools' pages, the composer, who prints, and the service worker. */
export type Scripts = Record<(typeof ENTRIES)[number], string>;

const ENTRIES = ['app', 'tools', 'compose', 'pdf', 'worker'] as const;

/** Each a classic script that stands alone: modules do not load from `file://`. */
const FOR_BROWSERS: BuildOptions = {
  minify: true,
  format: 'iife',
  target: ['chrome111', 'firefox114', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
};

/** The name under which compiled scripts find their words. */
const WORDS = '$words';

/**
 * The client scripts with their words in the deck's language. They are compiled without words, so only when they have changed:
 * for each build that would take a quarter of a second.
 */
export async function wordedScripts(words: Words['scripts']): Promise<Scripts> {
  const dir = await compiled(clientScripts());
  const declaration = `const ${WORDS}=${JSON.stringify(words)};`;
  const script = async (name: string) => {
    const code = await readFile(path.join(dir, `${name}.js`), 'utf8');
    return `"use strict";${code.includes(WORDS) ? `{${declaration}${code}}\n` : code}`;
  };
  const [app, tools, compose, pdf, worker] = await Promise.all([
    script('app'),
    script('tools'),
    script('compose'),
    script('pdf'),
    script('worker'),
  ]);
  return { app, tools, compose, pdf, worker };
}

/** What to compile for the browser, and how. */
export function clientScripts(): Wanted {
  return {
    name: 'scripts',
    root: CLIENT,
    entries: ENTRIES.map((one) => `${one}.ts`),
    dirs: [],
    plugins: [wordsLater()],
    how: FOR_BROWSERS,
    settings: JSON.stringify([FOR_BROWSERS, WORDS]),
  };
}

/** The layouts' own style rules. */
export async function rules(): Promise<string> {
  return await readFile(path.join(LAYOUTS, 'style.css'), 'utf8');
}

/** Stands in for the module of words: scripts refer to a global name, and each build sets it to the words of its deck. */
function wordsLater(): Plugin {
  return {
    name: 'words later',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]client[\\/]words\.ts$/ }, () => ({ contents: `export const words = ${WORDS};` }));
    },
  };
}
