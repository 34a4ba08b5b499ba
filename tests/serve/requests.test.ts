import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { listen } from '../../src/serve/listen.ts';
import { type Answerer, guardedServer, textReply } from '../../src/serve/requests.ts';

interface Got {
  status: number | undefined;
  body: string;
  headers: IncomingMessage['headers'];
}
type Ask = (target: string, headers?: OutgoingHttpHeaders, method?: string) => Promise<Got>;

/** Lets `work` ask a server that answers so. */
async function withServer(answer: Answerer, work: (ask: Ask) => Promise<void>): Promise<void> {
  const server = guardedServer(answer);
  try {
    const { hostname, host, port } = new URL(await listen(server, { port: 0 }));
    await work(
      (target, headers = {}, method = 'GET') =>
        new Promise((resolve, reject) => {
          const request = { hostname, port, path: target, method, headers: { host, ...headers } };
          get(request, async (response) => {
            const parts: Buffer[] = [];
            try {
              for await (const part of response) parts.push(part as Buffer);
              resolve({
                status: response.statusCode,
                body: Buffer.concat(parts).toString(),
                headers: response.headers,
              });
            } catch (cause) {
              reject(cause);
            }
          }).on('error', reject);
        }),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const echo: Answerer = async ({ path, query, gzip }) =>
  textReply(200, JSON.stringify([path, Object.fromEntries(query), gzip]));

test('what is asked for is passed on, decoded', () =>
  withServer(echo, async (ask) => {
    const asked = async (target: string, headers = {}) => JSON.parse((await ask(target, headers)).body);
    expect(await asked('/c/a%20b.html')).toEqual(['/c/a b.html', {}, false]);
    expect(await asked('/a?hand=one.two&q=%C3%A9#?x=1')).toEqual(['/a', { hand: 'one.two', q: 'é' }, false]);
    expect(await asked('/a#b?c=d')).toEqual(['/a', {}, false]);
    expect(await asked('/a..b/.c/...')).toEqual(['/a..b/.c/...', {}, false]);
    expect(await asked('/', { 'accept-encoding': 'br, gzip;q=0.5' })).toEqual(['/', {}, true]);
    expect(await asked('/', { 'accept-encoding': 'xgzipx' })).toEqual(['/', {}, false]);
    expect((await asked(`/?${'a'.repeat(11_998)}`))[0]).toBe('/');
  }));

describe('what is refused never reaches who answers, and is said in plain words', () => {
  const navigated = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' };
  test.each([
    [403, 'Pages of other sites get nothing here.', '/', { origin: 'http://evil.example' }],
    [403, 'Pages of other sites get nothing here.', '/', { ...navigated, 'sec-fetch-mode': 'no-cors' }],
    [414, 'This address is too long.', `/?${'a'.repeat(11_999)}`, {}],
    [400, 'This is no address of a page.', '*', {}],
    [400, 'This is no address of a page.', '/%', {}],
    [404, 'There is no such page.', '//', {}],
    [404, 'There is no such page.', '/..', {}],
    [404, 'There is no such page.', '/.', {}],
    [404, 'There is no such page.', '/a/../b', {}],
    [404, 'There is no such page.', '/a/%2e%2e', {}],
    [404, 'There is no such page.', '/a%5cb', {}],
    [404, 'There is no such page.', '/a%7f', {}],
  ] as [number, string, string, OutgoingHttpHeaders][])('%d %s: %.20s', (status, body, target, headers) =>
    withServer(echo, async (ask) => {
      const got = await ask(target, headers);
      expect(got).toMatchObject({ status, body, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    }),
  );

  test('a method; the connection ends, since a body may follow', () =>
    withServer(echo, async (ask) => {
      const headers = { allow: 'GET, HEAD', connection: 'close' };
      expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405, body: 'Only GET and HEAD.', headers });
    }));
});

describe('an answer that fails', () => {
  test.each([new Error('no such deck'), 'no such deck'])('is said: %o', (cause) =>
    withServer(
      () => Promise.reject(cause),
      async (ask) => {
        const body = "This can't be answered: no such deck";
        expect(await ask('/')).toMatchObject({ status: 500, body });
        expect(await ask('/')).toMatchObject({ status: 500, body });
      },
    ),
  );

  test('after it has begun breaks off, so that nobody takes it for whole', () =>
    withServer(
      async (_, response) => {
        response.writeHead(200);
        response.write('half');
        throw new Error('no more');
      },
      async (ask) => {
        await expect(ask('/')).rejects.toThrow('aborted');
        await expect(ask('/')).rejects.toThrow('aborted');
      },
    ));
});

test('an answer that is written as it comes, as an event stream, is left alone', () =>
  withServer(
    async (_, response) => {
      setImmediate(() => response.writeHead(200).end('later'));
      return undefined;
    },
    async (ask) => {
      expect(await ask('/')).toMatchObject({ status: 200, body: 'later' });
    },
  ));
