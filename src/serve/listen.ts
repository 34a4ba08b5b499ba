import type { Server } from 'node:http';
import { BusyError, UsageError } from '../model/usage.ts';

/** How many ports are tried where none was asked for. */
const TRIES = 20;

/** The port of a server. */
export interface Port {
  /** 0 for any free one. */
  port: number;
  /** True where the user named it: then no other port is tried. */
  asked?: boolean;
}

/**
 * Opens a server's port on 127.0.0.1: the given one, or, where the user did not name it, the next free one after it.
 *
 * @returns the address
 * @throws BusyError where it is in use, UsageError where this user may not take it
 */
export async function listen(server: Server, { port, asked = true }: Port): Promise<string> {
  const last = asked ? port : Math.min(port + TRIES, 65_535);
  for (let next = port; next <= last; next += 1) {
    if (await opens(server, next)) return addressOf(server);
  }
  throw new BusyError(
    asked
      ? `port ${port} is in use. Take another: --port ${port < 65_535 ? port + 1 : port - 1}`
      : `the ports ${port} to ${last} are in use. Name a free one: --port NUMBER`,
  );
}

/** False where the port is in use. */
async function opens(server: Server, port: number): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve(false);
      else if (cause.code === 'EACCES') reject(new UsageError(`port ${port} is not for you. Take one above 1023`));
      else reject(cause);
    };
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}
