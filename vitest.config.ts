import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { pictureReporter } from './tests/reporter.ts';

// As users run it: libraries such as the Markdown parser have a second, slow build for development.
process.env.NODE_ENV = 'production';

/** They stand in for modules that other tests load too. */
const MOCKED = [
  'tests/build.test.ts',
  'tests/write/cache.test.ts',
  'tests/write/crash.test.ts',
  'tests/write/out-error.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', pictureReporter],
    // A real build of the real deck and a browser take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // One more than there are cores: tests of the browser wait more than they work.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          // One load of our modules for many files: they keep no state.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/shipped/**', 'tests/long/**', ...MOCKED],
        },
      },
      { extends: true, test: { name: 'mocked', include: MOCKED } },
      {
        // The deck as it is shipped, built once by the command as a user would.
        extends: true,
        test: {
          name: 'shipped',
          isolate: false,
          include: ['tests/shipped/*.test.ts'],
          globalSetup: 'tests/shipped/setup.ts',
        },
      },
    ],
  },
});
