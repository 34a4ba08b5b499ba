/** Scopes of mutation testing: files that are changed, and the tests that are to see it. CONTRIBUTING.md says how to run one. */
export const SCOPES = {
  // What is left in `impose.ts`, `deal.ts` and `options.ts` changes nothing: a default that stands for any other value, as `'both'` for
  // sides, the same for a page with one card, and what only types ask for.
  imposition: {
    skipStatic: true,
    mutate: ['src/impose/{impose,deal,free-place,bleed,pile-plan,options}.ts'],
    tests: ['tests/impose/{impose,stacks,options,free-place,bleed,pile-plan}.test.ts'],
  },
  tiles: { mutate: ['src/impose/tile.ts'], tests: ['tests/impose/tile.test.ts'] },
  slug: { mutate: ['src/impose/slug.ts'], tests: ['tests/impose/slug.test.ts'] },
  // What is left in `cut-marks.ts` and `press-marks.ts` changes nothing: the order of marks, ranges that are cut off anyway, lengths equal to
  // a micrometer.
  marks: {
    skipStatic: true,
    mutate: ['src/impose/{marks,cut-marks,press-marks}.ts'],
    tests: ['tests/impose/{cut-marks,press-marks}.test.ts'],
  },
  calibration: { mutate: ['src/impose/calibration.ts'], tests: ['tests/impose/calibration.test.ts'] },
  policy: { mutate: ['src/catalog/policy.ts'], tests: ['tests/catalog/document.test.ts'] },
  // What is left changes nothing: defaults of what every request has, a `return undefined` at the end, a `^` where a match begins anyway.
  guard: {
    patience: 3000,
    mutate: ['src/serve/*.ts'],
    tests: ['tests/serve/*.test.ts', 'tests/command/preview.test.ts'],
  },
  cache: { mutate: ['src/write/cache.ts'], tests: ['tests/write/cache.test.ts'] },
  // What is left changes nothing: sorting what is sorted, what is done twice, checks of what another process may do meanwhile, owners of
  // files that only root can change. `crash.test.ts` takes most of the time, and is what sees these files alone.
  output: {
    skipStatic: true,
    mutate: ['src/write/{foreign-files,journal,only-ours,own-paths,recover,swap-folders}.ts'],
    tests: [
      'tests/write/{output,out-error,out-folder,crash,swap-folders,only-ours,own-paths,made,manifest,disk,work-folder}.test.ts',
    ],
  },
  'output-files': {
    skipStatic: true,
    mutate: ['src/write/{disk,made,manifest,out-error,out-folder,output,source-folders,stage,work-folder}.ts'],
    tests: ['tests/write/{output,out-error,out-folder,source-folders,made,manifest,disk,work-folder}.test.ts'],
  },
  hands: { mutate: ['src/catalog/client/hand.ts'], tests: ['tests/catalog/client.test.ts'] },
  queries: {
    mutate: ['src/model/query.ts', 'src/plan/select.ts'],
    tests: ['tests/model/query.test.ts', 'tests/plan/select.test.ts'],
  },
  // What is left changes nothing: shortcuts for words that need not be divided, lengths that are equal to the last digit, which of two
  // equally near fonts is taken (either is said to be missing), what types ask for. No font of the tests moves an accent up alone.
  measuring: {
    skipStatic: true,
    mutate: ['src/font/*.ts'],
    tests: ['tests/font/*.test.ts', 'tests/layouts/parts/broken.test.ts', 'tests/face/stand-ins/divide.test.ts'],
  },
};
