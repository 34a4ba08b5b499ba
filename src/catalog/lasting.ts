import { createHash } from 'node:crypto';
import type { Output } from '../model/output.ts';

// Pages are written while the files that they name are still being made, and kept where nothing else of them has changed. There a file
// has a name that lasts, the same in every edition, until its own is known.

/** Of a length that no other name has, and no text has by chance. */
const LASTING = /[0-9a-f]{32}/gu;

/** The part of a file's own name that changes with what is in it: see `hashedName`. */
const CHANGING = /\.([0-9a-f]{10})\.[a-z0-9]+$/u;

/** The lasting name of a file that will have one by `hashedName`: `app.js` is `app.f3a1….js`. */
export function lastingName(plain: string): string {
  const digits = createHash('sha256').update(`the file ${plain}`).digest('hex').slice(0, 32);
  return plain.replace(/(\.[a-z0-9]+)$/u, `.${digits}$1`);
}

/**
 * Puts files' own names in the places of lasting ones.
 *
 * @param names those of both kinds; a file that had its own name from the beginning may be among them
 */
export function withNames(
  outputs: readonly Output[],
  names: readonly (readonly [lasting: string, own: string])[],
): Output[] {
  const hashes = new Map<string, string>();
  for (const [lasting, own] of names) {
    const [digits] = lasting.match(LASTING) ?? [];
    const [, hash] = CHANGING.exec(own) ?? [];
    if (digits !== undefined && hash !== undefined) hashes.set(digits, hash);
  }
  return outputs.map((output) => {
    const { buffer, byteOffset, length } = output.bytes;
    // A character a byte: names need no other letters, and to decode and encode those takes as long as all else here.
    const text = Buffer.from(buffer, byteOffset, length).toString('latin1');
    return {
      ...output,
      bytes: Buffer.from(
        text.replace(LASTING, (one) => hashes.get(one) ?? one),
        'latin1',
      ),
    };
  });
}
