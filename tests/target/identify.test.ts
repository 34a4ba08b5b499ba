import { expect, test } from 'vitest';
import { identify } from '../../src/target/identify.ts';

test('32 hexadecimal digits, others for other bytes', () => {
  const ids = [[[1, 2], [3]], [[1, 2], [4]], [[1, 3], [3]], [[1, 2]]].map((parts) =>
    identify(parts.map((one) => Uint8Array.from(one))),
  );
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/u);
  expect(new Set(ids).size).toBe(4);
});
