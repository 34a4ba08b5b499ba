import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // A real build of the real deck and a browser take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
