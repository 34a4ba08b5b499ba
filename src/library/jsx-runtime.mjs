import { start } from '../engine.mjs';

// What JSX in layouts is compiled to, for tests of theirs: jsx-runtime.ts, compiled.
export const { Fragment, jsx, jsxs } = await start('src/library/jsx-runtime.ts');
