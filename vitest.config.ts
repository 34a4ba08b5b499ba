import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { pictureReporter } from './tests/reporter.ts';

export default defineConfig({
  test: {
    reporters: ['default', pictureReporter],
    // A real build of the real deck and a browser take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // On two cores vitest would run one file at a time, and the other core would stand idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/shipped/**', 'tests/long/**'] },
      },
      {
        // The deck as it is shipped, built once by the command as a user would.
        extends: true,
        test: { name: 'shipped', include: ['tests/shipped/*.test.ts'], globalSetup: 'tests/shipped/setup.ts' },
      },
    ],
  },
});
