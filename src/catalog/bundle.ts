import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { ToolWords } from '../../layouts/words/words.ts';
import { compiled, type Wanted } from '../engine.mjs';
import { home } from '../home.mjs';
import type { Deck } from '../model/deck.ts';

const LAYOUTS = path.join(home, 'layouts/site');
/** The application that runs in the browser. */
const CLIENT = path.join(home, 'src/catalog/client');

/**
 * The site's own code by what runs it: every page, the tools' pages, the composer, worksheets and their record, the day, remote
 * rooms, who prints, the service worker, and the page for addresses that are not there.
 */
export type Scripts = Record<(typeof ENTRIES)[number], string>;

const ENTRIES = ['app', 'tools', 'compose', 'forms', 'run', 'remote', 'pdf', 'worker', 'find-root'] as const;

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
 * for each build that would take a quarter of a second. Each says its language: were those of two languages alike, as where one has no words
 * of its own, so would be their names, and the page for an address that is not there would take one catalog for the other.
 */
export async function wordedScripts(
  { scripts: words, compose, run, remote }: ToolWords,
  lang: string,
): Promise<Scripts> {
  const dir = await compiled(clientScripts());
  const script = async (name: string, said: object) => {
    const code = await readFile(path.join(dir, `${name}.js`), 'utf8');
    const declaration = `const ${WORDS}=${JSON.stringify({ lang, ...said })};`;
    return `"use strict";${code.includes(WORDS) ? `{${declaration}${code}}\n` : code}`;
  };
  const further: Readonly<Partial<Record<(typeof ENTRIES)[number], object>>> = { compose, run, remote };
  const made = await Promise.all(
    ENTRIES.map(async (name) => [name, await script(name, { ...words, ...further[name] })] as const),
  );
  return Object.fromEntries(made) as Scripts;
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

/** The layouts' own style rules; those of the composer and of the day for a deck that has them. */
export async function rules({ compose, run }: Pick<Deck, 'compose' | 'run'>): Promise<string> {
  const files = ['style.css', ...(compose ? ['compose.css'] : []), ...(run ? ['run.css'] : [])];
  return (await Promise.all(files.map((file) => readFile(path.join(LAYOUTS, file), 'utf8')))).join('\n');
}

/** Stands in for the module of words: scripts refer to a global name, and each build sets it to the words of its deck. */
function wordsLater(): Plugin {
  return {
    name: 'words later',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]client[\\/](compose-|run-|remote-)?words\.ts$/ }, () => ({
        contents: `export const words = ${WORDS};`,
      }));
    },
  };
}
