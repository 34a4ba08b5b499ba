import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isManifestOurs, manifestText, readManifest } from '../../src/write/manifest.ts';
import { put, withFolder } from './folder.ts';

const NONE = { name: '', version: '', cards: 0, outputs: [] };
const line = (name: string) => ({ path: name, bytes: 3, sha256: '00' });

/** What is read of a manifest, and whether it is ours to replace. */
async function read(text: string): Promise<unknown> {
  let found: unknown;
  await withFolder(async (dir) => {
    await put(dir, { 'manifest.json': text });
    found = [readManifest(dir), isManifestOurs(dir)];
  });
  return found;
}

test('a manifest is read as it was written', () =>
  withFolder(async (dir) => {
    const manifest = { name: 'A', version: '1', cards: 2, outputs: [line('print/a.pdf')] };
    await put(dir, { 'manifest.json': manifestText(manifest) });
    expect([readManifest(dir), isManifestOurs(dir)]).toEqual([manifest, true]);
    expect(readFileSync(path.join(dir, 'manifest.json'), 'utf8')).toMatch(/^\{\n {2}"name": "A",[\s\S]*\}\n$/u);
  }));

test('where there is none, or nothing in it, it may be made', async () => {
  await withFolder(async (dir) => expect([readManifest(dir), isManifestOurs(dir)]).toEqual([NONE, true]));
  for (const text of ['', ' \n', '{}', ' { } \n']) expect(await read(text)).toEqual([NONE, true]);
});

test('one of others is none of ours, and not ours to replace', async () => {
  for (const text of ['{"start_url":"/"}', 'a {}', '{} a', '[]', 'null', '"x"', '{"outputs":"print"}', '{"outputs']) {
    expect(await read(text)).toEqual([NONE, false]);
  }
});

test('files that it lists elsewhere are not ours to remove', async () => {
  const outputs = [line('print/a.pdf'), line('../a'), line('print/../a'), line('mine'), null, { bytes: 1 }];
  expect(await read(JSON.stringify({ name: 'A', outputs }))).toEqual([
    { ...NONE, name: 'A', outputs: [line('print/a.pdf')] },
    true,
  ]);
});
