import { start } from '../engine.mjs';

// jsx-runtime.ts, compiled: the functions that JSX in layouts calls, for programs that test layouts.
export const { Fragment, jsx, jsxs } = await start('src/library/jsx-runtime.ts');
