import { start } from '../engine.mjs';

await start('src/raster/painter.ts');
