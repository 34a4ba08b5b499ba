import { createHash } from 'node:crypto';

/**
 * A file's name with a part that changes with its content: `app.js` is `app.3f2a1b4c5d.js`. Two editions of a site then lie in one
 * folder without mixing: while one is uploaded over the other, each page finds the files that it was made with.
 */
export function hashedName(path: string, bytes: Uint8Array): string {
  return path.replace(/(\.[a-z0-9]+)$/u, `.${hashOf(bytes)}$1`);
}

/**
 * The address of a file that people save, and that therefore keeps its name: `print/a4.pdf?3f2a1b4c5d`. Servers and folders leave what
 * follows the `?` out of account; a browser that still has the file of an edition before asks for it anew.
 */
export function versionedAddress(path: string, bytes: Uint8Array): string {
  return `${path}?${hashOf(bytes)}`;
}

/** The same digits as client/worker.ts works out of a file that it was given. */
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
