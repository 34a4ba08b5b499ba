import { expect, test } from 'vitest';
import { tidier, bytesInUse as used } from '../../src/face/tidy.ts';

/** Uses so many megabytes of the heap, which V8 keeps among what has been there for long. */
function filled(megabytes: number): unknown[] {
  return Array.from({ length: megabytes }, () => new Array(2 ** 17).fill(0.5));
}

test('much that is not used any more is freed, little is not looked for', () => {
  const tidy = tidier();
  tidy();
  const before = used();
  // Beside what other tests of this process have left there.
  const megabytes = 60 + Math.ceil(before / 2_000_000);
  let large: unknown[] | undefined = filled(megabytes);
  expect(large).toHaveLength(megabytes);
  large = undefined;
  expect(used() - before).toBeGreaterThan((megabytes - 10) * 1_000_000);
  tidy();
  expect(used() - before).toBeLessThan(20_000_000);
  const little = used();
  expect(filled(8)).toHaveLength(8);
  tidy();
  expect(used() - little).toBeGreaterThan(6_000_000);
});

test('beside much that is used, more must be gone before it is looked for', () => {
  const tidy = tidier();
  const large = filled(150);
  tidy();
  const before = used();
  let gone: unknown[] | undefined = filled(30);
  expect(gone).toHaveLength(30);
  gone = undefined;
  expect(used() - before).toBeGreaterThan(25_000_000);
  tidy();
  expect(used() - before).toBeGreaterThan(25_000_000);
  expect(large).toHaveLength(150);
});

test('what was in use before the work is not looked through for what the work left', () => {
  const large = filled(150);
  const before = used();
  const tidy = tidier(before);
  let gone: unknown[] | undefined = filled(30);
  expect(gone).toHaveLength(30);
  gone = undefined;
  tidy();
  expect(used() - before).toBeGreaterThan(25_000_000);
  expect(large).toHaveLength(150);
});
