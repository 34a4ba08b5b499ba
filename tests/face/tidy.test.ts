import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { tidier } from '../../src/face/tidy.ts';

const used = () => getHeapStatistics().used_heap_size;

/** Uses so many megabytes of the heap, which V8 keeps among what has been there for long. */
function filled(megabytes: number): unknown[] {
  return Array.from({ length: megabytes }, () => new Array(2 ** 17).fill(0.5));
}

test('much that is not used any more is freed, little is not looked for', () => {
  const tidy = tidier();
  tidy();
  const before = used();
  let large: unknown[] | undefined = filled(60);
  expect(large).toHaveLength(60);
  large = undefined;
  expect(used() - before).toBeGreaterThan(50_000_000);
  tidy();
  expect(used() - before).toBeLessThan(20_000_000);
  const little = used();
  expect(filled(8)).toHaveLength(8);
  tidy();
  expect(used() - little).toBeGreaterThan(6_000_000);
});
