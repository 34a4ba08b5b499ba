import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
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

/** V8's collector comes less often than in a process that saves memory. Not --single-threaded-gc, which would save more: with it Node 20 crashed in threads. */
const COLLECTOR = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** Work that many tests would do again is shared by those of one process, as `prepdeck dev` shares it: what stands in for which module where. */
const SHARED = [
  { module: '/engine.mjs', in: 'src/face/threads.ts', is: 'tests/fixtures/warm-threads.ts' },
  { module: '/engine.mjs', in: 'src/face/drawer.ts', is: 'tests/fixtures/warm-threads.ts' },
  { module: '/read/readings.ts', in: 'src/deck/chain/chain.ts', is: 'tests/fixtures/shared-readings.ts' },
  { module: '/deck/deck.ts', in: 'src/load.ts', is: 'tests/fixtures/shared-loads.ts' },
  { module: '/deck/deck.ts', in: 'src/plan/offer.ts', is: 'tests/fixtures/shared-loads.ts' },
];
const shared: Plugin = {
  name: 'shared-work',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const found = SHARED.find((one) => source.endsWith(one.module) && importer.endsWith(one.in));
    return found && path.resolve(import.meta.dirname, found.is);
  },
};

export default defineConfig({
  test: {
    // What V8 is told for the command: a test is over as soon as a build.
    execArgv: ['--import', path.resolve(import.meta.dirname, 'src/patient.mjs'), ...COLLECTOR],
    // Modules as vitest compiled them for the last run, by what stands in them: that takes as long as many tests.
    experimental: { fsModuleCache: true },
    reporters: ['default', pictureReporter],
    setupFiles: [path.resolve(import.meta.dirname, 'tests/fixtures/equal-bytes.ts')],
    // A real build of the real deck and a browser take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // One more than there are cores: tests of the browser wait more than they work.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        plugins: [shared],
        test: {
          name: 'parts',
          // One load of our modules for many files: they keep no state.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/shipped/**', 'tests/long/**', ...MOCKED],
        },
      },
      { extends: true, test: { name: 'alone', include: [...MOCKED] } },
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
