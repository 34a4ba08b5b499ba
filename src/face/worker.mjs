import { start } from '../engine.mjs';

await start('src/face/worker.ts');
