import { start } from '../engine.mjs';

await start('src/dev/thread.ts');
