import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemText } from '../../src/cli/report.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { loadDeck } from '../../src/deck/deck.ts';
import { openMemory } from '../../src/read/memory.ts';
import { withDeck } from '../fixtures/deck.ts';
import { looks } from '../fixtures/looks.ts';
import { holds, stopwatch } from './limit.ts';
import { byteMutants, mutants } from './mutants.ts';

// Every file of a deck, damaged in any way, is read by the real loader: it says what is wrong, and neither throws nor writes.

const MORE = {
  'retired.yaml': 'old-row: because-you-row\ngone:\n',
  'locales/de/ui.yaml': 'sections: { Signals: Zeichen }\nsuits: { level: { name: Stufen, one: Stufe } }\n',
  'locales/de/feature.mdx': '---\ntitle: Merkmal\ngist: Mehrere Antworten\nsource: x\n---\n\n## Definition\n\nEtwas.\n',
  'boards/gap.mdx':
    '---\ntitle: Gap\nlead: Fill it in.\nsize: a3\nlook: gap\ncolour: ink\n---\n\n## Now\n\n<Box id="now" label="Now" lines="3" />\n',
  'guide/why.mdx': '---\ntitle: Why\norder: 1\nlead: Because.\n---\n\n## One\n\nText with <Card id="feature" />.\n',
  'day.yaml': 'groups: { teams: { 12: 4 } }\nactivities: {}\n',
  'art/glyphs/eye.svg': '<svg viewBox="0 0 24 24"><path d="M4 6h16M4 12a5 5 0 0 1 9 3z"/></svg>\n',
};

/** Files to damage: what `good/` has, and these. */
const FILES = [
  ...[
    'deck.yaml',
    'suits.yaml',
    'tokens.json',
    'cards/patterns/rec/because-you-row.mdx',
    'cards/extras/how-to-play.mdx',
  ],
  ...Object.keys(MORE),
];
const BYTES = ['fonts/AtkinsonHyperlegibleNext-Regular.ttf', 'art/shelf.png'];

let root = '';
let done: (() => void) | undefined;
const memory = openMemory();

beforeAll(async () => {
  await new Promise<void>((ready) => {
    const work = withDeck(MORE, async (dir) => {
      root = dir;
      ready();
      await new Promise<void>((resolve) => {
        done = resolve;
      });
    });
    work.catch(() => undefined);
  });
  await mkdir(path.join(root, 'outside'));
  await load();
});
afterAll(() => done?.());

async function load(): Promise<string[]> {
  const chain = await openChain({ dir: path.join(root, 'deck'), root, memory });
  const loaded = await loadDeck(chain, { looks, languages: 'all' });
  return [...loaded.problems, ...loaded.further.flatMap((one) => one.problems)].map((one) =>
    problemText(one, { colour: false }),
  );
}

/** Loads the deck with one file damaged; the file is as it was afterwards. */
async function loadWith(name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(root, 'deck', name);
  const before = await readFile(file);
  const there = await everything();
  try {
    await writeFile(file, content);
    for (const said of await load()) {
      expect(said).toMatch(/^[^:]+.*(error|warning|accepted) {2}.* {2}[a-z]+\/[a-z-]+/u);
      expect(said).not.toMatch(/undefined|\[object|\n\s+at /u);
    }
  } finally {
    await writeFile(file, before);
  }
  expect(await everything()).toEqual(there);
}

async function everything(): Promise<string[]> {
  return (await readdir(root, { recursive: true })).sort();
}

describe('a damaged file of a deck is refused or read, with problems alone', () => {
  test.each(FILES)('%s', async (name) => {
    const text = await readFile(path.join(root, 'deck', name), 'utf8');
    await holds(mutants(text), 5, (content) => loadWith(name, content));
  });

  test.each(BYTES)('%s', async (name) => {
    const bytes = await readFile(path.join(root, 'deck', name));
    await holds(byteMutants(bytes), 4, (content) => loadWith(name, content));
  });
});

describe('found cases stay found', async () => {
  const dir = path.join(import.meta.dirname, 'found');
  const found = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  test.each(found.map((one) => path.relative(dir, path.join(one.parentPath, one.name))))('%s', async (name) => {
    // `found/<case>/<file in the deck>`.
    const file = name.split(path.sep).slice(1).join('/');
    const content = await readFile(path.join(dir, name));
    const stop = stopwatch();
    await loadWith(file, content);
    stop();
  });
});
