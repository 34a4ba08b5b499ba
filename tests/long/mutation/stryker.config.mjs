import { SCOPES } from './scopes.mjs';

// Changes each line of one scope in small ways and tells which changes no test sees: CONTRIBUTING says how it is run.
const name = process.env.SCOPE ?? '';
const scope = SCOPES[name];
if (!scope) throw new Error(`SCOPE is one of ${Object.keys(SCOPES).join(', ')}`);

export default {
  mutate: scope.mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/long/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // A change of what runs when a module is loaded runs all tests anew.
  ignoreStatic: scope.skipStatic ?? false,
  // One after the other: some tests use the whole machine.
  concurrency: 1,
  // TypeScript 7 is not known to it, and it needs no types.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'compiled', 'reports'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${name}.json` },
  // A change that leaves a request without an answer is seen when nothing has come for so long.
  timeoutMS: scope.patience ?? 20_000,
  tempDirName: '.stryker-tmp',
};
