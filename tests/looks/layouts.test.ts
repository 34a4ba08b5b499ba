import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { blankDeck } from '../fixtures/blank.ts';
import { put } from '../fixtures/files.ts';
import { read } from '../press/readers.ts';

const clone = path.resolve(import.meta.dirname, '../..');
const command = path.join(clone, 'src/bin.mjs');

/** A slot with all that a layout may use: a hook of React's, the renderer, our parts, a module of its own. */
const FOOTER = `
import { Text } from '@react-pdf/renderer';
import { useState } from 'react';
import { At } from 'prepdeck/layout';
import { maker } from '../../lib/maker.ts';

export default function Footer({ deck }) {
  const [year] = useState(2026);
  const style = { fontFamily: deck.theme.font.text, fontSize: 6 };
  return <At x={5} y={60} w={40}><Text style={style}>{maker} {year}</Text></At>;
}
`;

let root = '';

async function build(card = 'friday-list'): Promise<{ code: number; said: string; text: string }> {
  const args = [command, 'build', '--stock', 'shop', '--only', `id:${card}`, '--no-site', '--quiet'];
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, _, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stderr });
    });
  });
  const pdf = await readFile(path.join(root, `dist/print/shop--id-${card}.pdf`)).catch(() => undefined);
  const pages = pdf ? await read(new Uint8Array(pdf)) : [];
  return { code, said, text: pages.map((page) => page.text).join(' ') };
}

afterEach(async () => {
  await rm(root, { recursive: true });
});

const write = (name: string, text: string) => put(path.join(root, name), text);

/** A folder with a deck of five cards, and no package. */
async function smallDeck(): Promise<void> {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  await blankDeck(root);
  await withFooter();
}

/** Gives the deck a footer of its own. */
async function withFooter(): Promise<void> {
  await write('layouts/slots/footer.tsx', FOOTER);
  await write('lib/maker.ts', "export const maker: string = 'Acme Kitchens';\n");
  // Results are kept in it: what is built again must not come from there.
  await mkdir(path.join(root, 'node_modules/.cache/prepdeck'), { recursive: true });
}

test('an organization’s layout runs in a folder without a package, with the React of prepdeck', async () => {
  await smallDeck();
  const first = await build();
  expect(first).toMatchObject({ code: 0, said: '' });
  expect(first.text).toContain('Acme Kitchens 2026');

  // Not done again, and compiled anew when what it imports has changed.
  expect(await build()).toEqual(first);
  await write('lib/maker.ts', "export const maker: string = 'Zenith Kitchens';\n");
  expect((await build()).text).toContain('Zenith Kitchens 2026');

  await write('layouts/slots/footer.tsx', FOOTER.replace('return <At', 'return <<At'));
  const broken = await build();
  expect(broken.code).toBe(1);
  expect(broken.said).toBe(
    'layouts/slots/footer.tsx:10:10  error  Unexpected "<<"  layout/fails\n1 error, 0 warnings\n',
  );
  expect(broken.text).toContain('Zenith Kitchens 2026');
});

test('what a layout does wrong is said once, at its own line, however many faces it draws', async () => {
  await smallDeck();
  await write('layouts/slots/footer.tsx', FOOTER.replace('return <At', 'undefinedThing();\n  return <At'));
  const { code, said } = await build();
  expect(said).toBe(
    [
      'layouts/slots/footer.tsx:10:3  error  undefinedThing is not defined  layout/fails',
      '    It draws HAB 2 Friday List, front, and 1 more.',
      '1 error, 0 warnings\n',
    ].join('\n'),
  );
  expect(code).toBe(1);

  // Before a face is drawn, and in two of them: every one is said.
  await write('layouts/slots/footer.tsx', `undefinedThing();\n${FOOTER}`);
  await write('layouts/faces/pattern.tsx', 'export default {};\n');
  expect((await build()).said).toBe(
    [
      'layouts/faces/pattern.tsx:1:1  error  This is no face layout: its default export must have fields, budgets, Front and Back.  layout/fails',
      'layouts/slots/footer.tsx:1:1  error  undefinedThing is not defined  layout/fails',
      '2 errors, 0 warnings\n',
    ].join('\n'),
  );
});

test('a layout is told what it may import from this package', async () => {
  await smallDeck();
  await write('layouts/slots/footer.tsx', FOOTER.replace('prepdeck/layout', 'prepdeck/layouts/parts/base.tsx'));
  expect((await build()).said).toContain(
    'layouts/slots/footer.tsx:4:20  error  layouts import from prepdeck/layout or prepdeck/target (got: prepdeck/layouts/parts/base.tsx)',
  );
});

test('so does that of a deck which extends ours, and was started inside a clone', async () => {
  root = await mkdtemp(path.join(clone, 'prepdeck-'));
  await write('deck/deck.yaml', 'name: Ours\nversion: 3.0.0\nextends: prepdeck\n');
  await withFooter();
  const text = expect.stringContaining('Acme Kitchens 2026');
  expect(await build('blank-pattern')).toMatchObject({ code: 0, said: '', text });
});
