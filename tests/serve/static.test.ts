import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from '../../src/serve/static.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-static-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

// A browser that is told not to guess runs no script and applies no style of another type.
test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.webmanifest', 'application/manifest+json'],
  ['a.csv', 'text/csv; charset=utf-8'],
  ['a.txt', 'text/plain; charset=utf-8'],
  ['a.xml', 'application/xml; charset=utf-8'],
  ['a.webp', 'image/webp'],
  ['a.jpg', 'image/jpeg'],
  ['a.png', 'image/png'],
  ['a.svg', 'image/svg+xml'],
  ['a.ttf', 'font/ttf'],
  ['a.woff2', 'font/woff2'],
  ['a.pdf', 'application/pdf'],
  ['a.PDF', 'application/pdf'],
  ['a.exe', 'application/octet-stream'],
  ['pdf', 'application/octet-stream'],
])('%s is %s', async (name, type) => {
  await writeFile(path.join(dir, name), name);
  expect(await readSite(dir, `/${name}`)).toEqual({ status: 200, type, body: Buffer.from(name) });
});

test('a page that is not there is said, also where a site has no page of its own for that', async () => {
  const missing = { status: 404, type: 'text/html; charset=utf-8' };
  expect(await readSite(dir, '/no.css')).toEqual({ ...missing, body: Buffer.from('Not found') });
  await writeFile(path.join(dir, '404.html'), 'Own');
  expect(await readSite(dir, '/no.css')).toEqual({ ...missing, body: Buffer.from('Own') });
});

test('the name of a folder without a stroke at its end leads to its first page, as on other servers', async () => {
  await mkdir(path.join(dir, 'a b'));
  await writeFile(path.join(dir, 'a b/index.html'), 'Folder');
  expect(await readSite(dir, '/a b')).toMatchObject({ status: 308, headers: { location: 'a%20b/' } });
  expect(await readSite(dir, '/a b/')).toMatchObject({ status: 200, body: Buffer.from('Folder') });
  await mkdir(path.join(dir, 'bare'));
  expect(await readSite(dir, '/bare')).toMatchObject({ status: 404 });
  expect(await readSite(dir, '/')).toMatchObject({ status: 404 });
});
