import { defineConfig } from 'vitest/config';

// `npm run test:long`: what takes minutes and the registry. One after the other, since all install packages. Readers are tried with
// sixty times as many damaged files as in `npm test`, other ones each time.
export default defineConfig({
  test: {
    include: ['tests/long/*.test.ts', 'tests/fuzz/*.test.ts'],
    env: { PREPDECK_FUZZ: '60' },
    testTimeout: 3_600_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
