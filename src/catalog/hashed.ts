import { createHash } from 'node:crypto';

/**
 * A file's name with a part that changes with its content: `app.js` is `app.3f2a1b4c5d.js`. Two editions of a site then lie in one
 * folder without mixing: while one is uploaded over the other, each page finds the files that it was made with.
 */
export function hashedName(path: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return path.replace(/(\.[a-z0-9]+)$/u, `.${hash}$1`);
}
