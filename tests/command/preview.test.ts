import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../src/command/preview.ts';

// What the guard of both servers does, seen through the simpler one.

let root = '';
let served: Served;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-preview-'));
  const site = path.join(root, 'site');
  await mkdir(path.join(site, 'c'), { recursive: true });
  await writeFile(path.join(site, 'index.html'), '<h1>Home</h1>');
  await writeFile(path.join(site, '404.html'), 'No such page');
  await writeFile(path.join(site, 'c/a card.html'), '<h1>A card</h1>');
  await writeFile(path.join(site, 'x.constructor'), 'x');
  await writeFile(path.join(root, 'secret.txt'), 'secret');
  await symlink(path.join(root, 'secret.txt'), path.join(site, 'secret.txt'));
  await symlink(root, path.join(site, 'up'));
  await symlink(path.join(site, 'c'), path.join(site, 'cards'));
  served = await serve(site, { port: 0 });
});
afterAll(async () => {
  await served.close();
  await rm(root, { recursive: true });
});

interface Got {
  status: number | undefined;
  body: string;
  headers: IncomingMessage['headers'];
}

/** A request as a browser would not send it. */
function raw(target: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Got> {
  const { port, host } = new URL(served.address);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: target, method, headers: { host, ...headers } }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      const whole = Buffer.concat(parts);
      const body = response.headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole;
      resolve({ status: response.statusCode, body: body.toString(), headers: response.headers });
    }).on('error', reject);
  });
}

/** The first line of what comes back for bytes that no client of HTTP would send. */
function sent(text: string): Promise<string> {
  const { port } = new URL(served.address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
    let all = '';
    socket.on('data', (data) => {
      all += data.toString('latin1');
    });
    socket.on('close', () => resolve(all.split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
  });
}

test('pages, packed for who takes it; its own page for what is not there', async () => {
  expect(await raw('/')).toMatchObject({ status: 200, body: '<h1>Home</h1>' });
  expect(await raw('/c/a%20card.html?q=1')).toMatchObject({ status: 200, body: '<h1>A card</h1>' });
  const packed = await raw('/', { 'accept-encoding': 'br, gzip' });
  expect(packed).toMatchObject({ status: 200, body: '<h1>Home</h1>', headers: { 'content-encoding': 'gzip' } });
  expect(await raw('/nowhere.html')).toMatchObject({ status: 404, body: 'No such page' });
  expect((await raw('/x.constructor')).headers['content-type']).toBe('application/octet-stream');
  expect(await raw('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

describe('a request that is none is refused, and the server goes on', () => {
  test.each([
    ['//', 404],
    ['//a:b', 404],
    ['//evil.example/index.html', 404],
    ['/\\', 404],
    ['/%5c', 404],
    ['/%00', 404],
    ['/c/%0a', 404],
    ['/%', 400],
    ['/%ff%fe', 400],
    ['/c/%E0%A4', 400],
    ['*', 400],
    ['http://evil.example/', 400],
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/c/..%2f..%2fsecret.txt', 404],
  ])('%s', async (target, status) => {
    expect((await raw(target)).status).toBe(status);
    expect((await raw('/')).status).toBe(200);
  });

  test('one of 12,000 characters', async () => {
    expect((await raw(`/${'a'.repeat(12_000)}`)).status).toBe(414);
    expect((await raw(`/?hand=${'a'.repeat(11_000)}`)).status).toBe(200);
  });

  test('bytes that are no HTTP', async () => {
    const { host } = new URL(served.address);
    expect(await sent('\0\0\0')).toBe('HTTP/1.1 400 Bad Request');
    expect(await sent('GET / HTTP/1.1\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
    expect(await sent('GET / HTTP/1.0\r\n\r\n')).toBe('HTTP/1.1 403 Forbidden');
    expect(await sent(`CONNECT evil.example:80 HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe('');
    expect((await raw('/')).status).toBe(200);
  });

  test('whatever the path', async () => {
    const part = fc.constantFrom('/', '\\', '..', '.', '%', '%2e', '%00', ':', '@', '?', '#', 'c', 'index.html', '~');
    const targets = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
    await fc.assert(
      fc.asyncProperty(targets, async (target) => {
        const { status, body } = await raw(target);
        expect([200, 400, 404]).toContain(status);
        expect(body).not.toContain('secret');
      }),
      { numRuns: 200 },
    );
  });
});

test('no link leads out of the folder; one within it does', async () => {
  for (const target of ['/secret.txt', '/up/secret.txt', '/up/']) {
    expect(await raw(target)).toMatchObject({ status: 404, body: 'No such page' });
  }
  expect((await raw('/cards/a%20card.html')).status).toBe(200);
});

test('only by this machine’s own name, and port', async () => {
  const { port } = new URL(served.address);
  expect((await raw('/', { host: `LOCALHOST:${port}` })).status).toBe(200);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
    expect(await raw('/', { host })).toMatchObject({ status: 403, body: `Open this page at 127.0.0.1:${port}.` });
  }
});

test('pages of other sites get nothing; a link in one may be followed', async () => {
  const own = new URL(served.address).origin;
  expect((await raw('/', { origin: own, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await raw('/', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).status).toBe(200);
  const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await raw('/', followed)).status).toBe(200);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: own.replace(/\d+$/u, '3000') },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { ...followed, 'sec-fetch-dest': 'iframe' },
    { ...followed, origin: 'https://evil.example' },
  ]) {
    expect((await raw('/', headers)).status).toBe(403);
  }
  const { headers } = await raw('/');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(headers).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('nothing but GET and HEAD', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
    expect(await raw('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  }
});

describe('the port', () => {
  test('one that was asked for and is in use is not replaced', async () => {
    const port = Number(new URL(served.address).port);
    const busy = serve(path.join(root, 'site'), { port });
    await expect(busy).rejects.toThrow(`port ${port} is in use. Take another: --port ${port + 1}`);
  });

  test('else the next free one is taken', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const other = await serve(path.join(root, 'site'), { port, asked: false });
    expect(Number(new URL(other.address).port)).toBeGreaterThan(port);
    expect((await fetch(other.address)).status).toBe(200);
    await other.close();
    blocker.close();
  });
});
