import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { UsageError } from '../model/usage.ts';
import { listen, type Port } from '../serve/listen.ts';
import { guardedServer, type Reply } from '../serve/requests.ts';
import { readSite } from '../serve/static.ts';

/** A running server. */
export interface Served {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on 127.0.0.1, and nothing outside it.
 *
 * @param dir absolute path
 * @throws UsageError where the folder holds no catalog, BusyError where the port is in use
 */
export async function serve(dir: string, port: Port): Promise<Served> {
  await readFile(path.join(dir, 'index.html')).catch(() => {
    throw new UsageError(`there is no catalog in ${dir}. Make it first: npx prepdeck build`);
  });
  const server = guardedServer(async ({ path: name, gzip }) => {
    const reply = await readSite(dir, name);
    return gzip && isText(reply.type) ? packed(reply) : reply;
  });
  return {
    address: await listen(server, port),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function packed(reply: Reply): Reply {
  return { ...reply, body: gzipSync(reply.body), headers: { ...reply.headers, 'content-encoding': 'gzip' } };
}

/** Whether gzip makes a file of this type smaller; web hosts pack these too, so the preview is as fast as they are. */
function isText(type: string): boolean {
  return /^text\/|json|javascript|xml|font\/ttf/u.test(type);
}
