import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import { expect, test } from 'vitest';
import { BusyError, UsageError } from '../../src/model/usage.ts';
import { listen } from '../../src/serve/listen.ts';

/** A server whose ports the system refuses with a code, and the ports that it was asked for. */
function serverWith(codeOf: (port: number) => string | undefined): { server: Server; tried: number[] } {
  const tried: number[] = [];
  const events = new EventEmitter();
  const server = Object.assign(events, {
    address: () => ({ port: tried.at(-1) }),
    listen: (port: number, _host: string, done: () => void) => {
      tried.push(port);
      const code = codeOf(port);
      queueMicrotask(() => (code ? events.emit('error', Object.assign(new Error(code), { code })) : done()));
    },
  });
  return { server: server as unknown as Server, tried };
}
const busy = () => 'EADDRINUSE';

test('a free port is opened to this machine alone, and is the address', async () => {
  const server = createServer();
  const address = await listen(server, { port: 0 });
  expect(server.address()).toMatchObject({ address: '127.0.0.1', port: Number(new URL(address).port) });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
  server.close();
});

test('one that was asked for and is in use is not replaced', async () => {
  for (const [port, other] of [
    [3000, 3001],
    [65_534, 65_535],
    [65_535, 65_534],
  ] as const) {
    const { server, tried } = serverWith(busy);
    const said = new BusyError(`port ${port} is in use. Take another: --port ${other}`);
    await expect(listen(server, { port })).rejects.toThrow(said);
    expect(tried).toEqual([port]);
  }
});

test('else the next ones are tried, up to the last that there is', async () => {
  const free = serverWith((port) => (port < 3020 ? 'EADDRINUSE' : undefined));
  expect(await listen(free.server, { port: 3000, asked: false })).toBe('http://127.0.0.1:3020/');
  for (const [port, last] of [
    [3000, 3020],
    [65_530, 65_535],
  ] as const) {
    const { server, tried } = serverWith(busy);
    const said = new BusyError(`the ports ${port} to ${last} are in use. Name a free one: --port NUMBER`);
    await expect(listen(server, { port, asked: false })).rejects.toThrow(said);
    expect(tried).toEqual(Array.from({ length: last - port + 1 }, (_, at) => port + at));
  }
});

test('one that this user may not take is said; anything else is thrown as it is', async () => {
  const said = new UsageError('port 80 is not for you. Take one above 1023');
  await expect(listen(serverWith(() => 'EACCES').server, { port: 80 })).rejects.toThrow(said);
  await expect(listen(serverWith(() => 'EMFILE').server, { port: 80 })).rejects.toMatchObject({ code: 'EMFILE' });
});

test('once it is open, its errors are not taken for those of opening it', async () => {
  const { server } = serverWith(() => undefined);
  await listen(server, { port: 3000 });
  expect(server.listenerCount('error')).toBe(0);
});
