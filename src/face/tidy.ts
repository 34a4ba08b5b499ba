import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much more than was in use after the last time, in bytes, is worth the 50 to 100 ms that it takes: what a document leaves behind. */
const WORTH = 12_000_000;
/** With more in use, as of a large deck, it takes longer, and is worth it for this share of that. */
const SHARE = 1 / 3;

/**
 * A function that frees what is not used any more, where there is much of it: a call of it after each document. V8 lets the heap of each
 * thread grow to several times what it uses before it looks, in three of them at once: 60 MB for 279 cards, hundreds for ten times as many.
 *
 * @param before bytes that were in use before the work began, and will be after it: to look through all of a process that lives long
 * takes longer than to draw a small deck
 */
export function tidier(before = 0): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let last = before;
  return () => {
    if (bytesInUse() - last < Math.max(WORTH, last * SHARE)) return;
    collect();
    last = bytesInUse();
  };
}

/** Bytes of this thread's heap that are in use, or not yet freed. */
export function bytesInUse(): number {
  return getHeapStatistics().used_heap_size;
}
