import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { init } from '../src/command/init.ts';
import type { DevEvent, ItemView } from '../src/dev/views.ts';
import { read } from './press/readers.ts';

// People start a variant of a deck by copying last year's folder: what they change in the copy must be what is printed, and shown.

const clone = path.resolve(import.meta.dirname, '..');
let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-copy-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A checkout with a small deck. Its packages are links, so that copying it is quick; its cache is its own. */
async function checkout(dir: string): Promise<void> {
  await init({ dir, template: 'blank', date: '2026-11-28' });
  for (const name of ['src', 'layouts', 'package.json']) {
    await cp(path.join(clone, name), path.join(dir, name), { recursive: true });
  }
  await mkdir(path.join(dir, 'node_modules'));
  for (const name of await readdir(path.join(clone, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    await symlink(path.join(clone, 'node_modules', name), path.join(dir, 'node_modules', name));
  }
  await mkdir(path.join(dir, 'acme/deck'), { recursive: true });
  await writeFile(path.join(dir, 'acme/deck/deck.yaml'), 'extends: prepdeck\nname: Acme\nversion: 1.0.0\n');
}

/** What the command says; `within` is the folder in the checkout that it is called in. */
async function run(dir: string, within: string, ...args: string[]): Promise<string> {
  const bin = path.join(dir, 'src/bin.mjs');
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', CI: '1' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [bin, ...args], {
    cwd: path.join(dir, within),
    env,
  });
  return `${stdout}${stderr}`;
}

async function build(dir: string) {
  const said = await run(dir, '.', 'build', '--stock', 'a4', '--only', 'id:friday-list', '--no-site');
  const [page] = await read(new Uint8Array(await readFile(path.join(dir, 'dist/print/a4--id-friday-list.pdf'))));
  return { said, text: page?.text ?? '' };
}

/** Changes the one place below a folder where a text stands, whatever its file is called. */
async function change(dir: string, from: string, to: string): Promise<void> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  const having = texts.filter(([, text]) => text.includes(from));
  expect(having, `${from} in ${dir}`).toHaveLength(1);
  for (const [file, text] of having) await writeFile(file, text.replace(from, to));
}

test('a copy of a checkout runs its own code, looks, stocks and deck, and the original its own', async () => {
  const [original, copy] = [path.join(root, 'original'), path.join(root, 'copy')];
  await checkout(original);
  const before = await build(original);
  expect(before.said).toContain('A4, 9 cards: print at Actual size, on both sides');
  expect(before.text).not.toContain('C O P I E D');

  await cp(original, copy, { recursive: true, preserveTimestamps: true });
  await change(path.join(copy, 'layouts/faces'), '.filter(Boolean).join', ".filter(Boolean).concat('Copied').join");
  await change(path.join(copy, 'layouts/stocks'), 'name: A4, {count} cards\n', 'name: Copied paper\n');
  await change(path.join(copy, 'src'), 'print at Actual size, on both sides', 'copied words');
  await change(path.join(copy, 'deck'), 'title: Friday List', 'title: Copied List');

  const after = await build(copy);
  expect(after.said).toContain('Copied paper: copied words, flip');
  expect(after.text).toContain('C O P I E D');
  expect(await run(copy, 'acme', 'list')).toContain('Copied List');

  expect(await run(original, 'acme', 'list')).toContain('Friday List');
}, 180_000);

/** A tag that needs the setting of the text around it, which our layouts give. */
const COST = `
import { Text, useSetting, z } from 'prepdeck/layout';
export default {
  Cost: {
    attributes: { of: z.string() },
    cardIds: [],
    text: ({ of }) => of,
    Print: ({ attributes }) => <Text style={{ color: useSetting().accent }}>{attributes.of}</Text>,
    Web: ({ attributes }) => <b>{attributes.of}</b>,
  },
};
`;

/** What `prepdeck dev` shows of a card in a folder, and again after each change to its files; and the catalog's page for printing after all of them. */
async function shownAfter(dir: string, card: string, changes: readonly (() => Promise<void>)[]) {
  const bin = path.join(path.dirname(dir), 'src/bin.mjs');
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [bin, 'dev', '--port', '0'], {
    cwd: dir,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve) =>
    child.stderr.on('data', (data: Buffer) => /http:\S+/u.exec(data.toString())?.forEach(resolve)),
  );
  const stream = (await fetch(`${address}events`)).body?.pipeThrough(new TextDecoderStream()).getReader();
  const shown = async () => {
    const { problems }: ItemView = await (await fetch(`${address}item/${card}.json`)).json();
    const sides = ['front', 'back'].map((side) => fetch(`${address}picture/${card}.${side}.png`));
    const pictures = await Promise.all(sides.map(async (one) => Buffer.from(await (await one).arrayBuffer())));
    return {
      picture: Buffer.concat(pictures).toString('base64'),
      problems: problems.map(({ at, message }) => `${at} ${message}`),
    };
  };
  const all = [await shown()];
  for (const change of changes) {
    await change();
    let event: DevEvent | undefined;
    while (event?.kind !== 'changed') {
      const { value = '' } = (await stream?.read()) ?? {};
      if (value.startsWith('data: ')) event = JSON.parse(value.slice(6));
    }
    all.push(await shown());
  }
  const print = await (await fetch(`${address}site/print.html`)).text();
  child.kill();
  return { all, print };
}

test('a layout of ours that is saved while dev runs is shown, also by layouts of others, and a mistake in it is said', async () => {
  const original = path.join(root, 'original');
  const acme = path.join(original, 'acme');
  const [layout, habits] = [path.join(original, 'layouts/faces/general.tsx'), path.join(acme, 'deck/cards/habits')];
  await mkdir(habits, { recursive: true });
  const text = await readFile(path.join(original, 'deck/cards/habits/friday-list.mdx'), 'utf8');
  const other = text.replace('number: 2', 'number: 9').replace('gist: End', 'gist: Please end');
  const priced = other.replace('On Friday', 'For <Cost of="nothing" />. On Friday');
  await writeFile(path.join(habits, 'priced.mdx'), priced);
  await mkdir(path.join(acme, 'layouts'));
  await writeFile(path.join(acme, 'layouts/elements.tsx'), COST);

  const code = await readFile(layout, 'utf8');
  const saving = (changed: string) => async () => await writeFile(layout, changed);
  const page = path.join(original, 'layouts/site/print.tsx');
  const withMark = (await readFile(page, 'utf8')).replace('<h1>', '<h1 id="saved">');
  const { all, print } = await shownAfter(acme, 'priced', [
    saving(code.replace('.filter(Boolean).join', ".filter(Boolean).concat('Copied').join")),
    saving(code.replace('.filter(Boolean).join', '.filter(Boolean).nothing()')),
    async () => await writeFile(page, withMark),
    saving(code),
  ]);
  const [first, changed, wrong, stillWrong, mended] = all;
  expect(first?.problems).toEqual([]);
  expect(changed?.problems).toEqual([]);
  expect(changed?.picture).not.toBe(first?.picture);
  const line = code.split('.filter(Boolean).join')[0]?.split('\n').length;
  expect(wrong?.problems).toEqual([expect.stringContaining(`layouts/faces/general.tsx:${line}:`)]);
  expect(wrong?.picture).toBe(changed?.picture);
  expect(stillWrong).toEqual(wrong);
  expect(mended).toEqual(first);
  expect(print).toContain('<h1 id="saved">');
}, 180_000);
