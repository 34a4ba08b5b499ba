import { start } from '../engine.mjs';

await start('src/dev/catalog-thread.ts');
