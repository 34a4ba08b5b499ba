import { workerData } from 'node:worker_threads';
import { start } from './engine.mjs';

// What every thread begins with: the name of its module, and the folder of the engine that started it.
const [, , name, dir] = process.argv;
// The engine that has the threads which this one starts: compiled, it is another module than the one above.
const { endThreads } = await start('src/engine.mjs', dir);
const end = async () => {
  await endThreads();
  process.exit();
};
workerData.line.on('message', end).unref();
await start(name, dir);
