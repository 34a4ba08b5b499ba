import { start } from './engine.mjs';

// What every thread begins with: the name of its module, and the folder of the engine that started it.
const [, , name, dir] = process.argv;
await start(name, dir);
