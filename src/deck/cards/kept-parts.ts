import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import type { Part } from './parts.ts';

/** Parts of a file as they are kept for the next command. */
export interface KeptParts {
  parts: readonly Omit<Part, 'tree'>[];
  /** Their trees, in bytes: three quarters of all that is kept of cards, and only those of cards that have changed are asked for. */
  trees: Uint8Array;
}

/** Parts to be kept. */
export function packedParts(parts: readonly Part[]): KeptParts {
  return { parts: parts.map(({ tree: _, ...part }) => part), trees: serialize(parts.map(({ tree }) => tree)) };
}

/** Parts that were kept. Their trees are read when the first of them is asked for. */
export function unpackedParts({ parts, trees }: KeptParts): Part[] {
  let read: readonly Root[] | undefined;
  const treeAt = (at: number): Root => {
    read ??= deserialize(trees) as readonly Root[];
    return read[at] as Root;
  };
  return parts.map((part, at) => ({
    ...part,
    get tree() {
      return treeAt(at);
    },
  }));
}
