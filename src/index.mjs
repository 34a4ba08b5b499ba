import { start } from './engine.mjs';

// The library as programs import it: index.ts, compiled.
export const { build, check, hasErrors, list, loadDeck, UsageError } = await start('src/index.ts');
