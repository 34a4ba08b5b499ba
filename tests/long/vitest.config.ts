import { defineConfig } from 'vitest/config';

// `npm run test:long`: what takes minutes and the registry. One after the other, since all install packages.
export default defineConfig({
  test: { include: ['tests/long/*.test.ts'], testTimeout: 900_000, hookTimeout: 900_000, fileParallelism: false },
});
