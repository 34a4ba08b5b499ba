/** Scopes of mutation testing: files that are changed, and the tests that are to see it. CONTRIBUTING.md says how to run one. */
export const SCOPES = {
  imposition: {
    mutate: ['src/impose/{impose,deal,free-place,bleed,pile-plan,tile,slug,options}.ts'],
    tests: ['tests/impose/*.test.ts', 'tests/stock/sheets.test.ts'],
  },
  marks: {
    mutate: ['src/impose/{marks,cut-marks,press-marks,calibration}.ts'],
    tests: ['tests/impose/*.test.ts', 'tests/stock/sheets.test.ts', 'tests/cut/cut.test.ts'],
  },
  policy: { mutate: ['src/catalog/policy.ts'], tests: ['tests/catalog/document.test.ts'] },
  guard: { mutate: ['src/serve/*.ts'], tests: ['tests/command/preview.test.ts'] },
  cache: { mutate: ['src/write/cache.ts'], tests: ['tests/write/cache.test.ts'] },
  output: {
    mutate: ['src/write/*.ts', '!src/write/cache.ts'],
    tests: ['tests/write/{output,out-error,crash,source-folders}.test.ts'],
  },
  hands: { mutate: ['src/catalog/client/hand.ts'], tests: ['tests/catalog/client.test.ts'] },
  queries: {
    mutate: ['src/model/query.ts', 'src/plan/select.ts'],
    tests: ['tests/model/query.test.ts', 'tests/plan/select.test.ts'],
  },
  measuring: {
    mutate: ['src/font/*.ts'],
    tests: ['tests/font/*.test.ts', 'tests/layouts/parts/broken.test.ts', 'tests/face/stand-ins/divide.test.ts'],
  },
};
