// Loaded before the command under test: says on file descriptor 3 what its process used.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Says what the process used, once: each of its threads loads this, too, and ends before it. */
function sayAtTheEnd() {
  // `dev` runs until it is told to end.
  process.once('SIGTERM', () => process.exit(0));
  process.on('exit', () => {
    const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify({ memory: maxRSS / 1024, cpu: (systemCPUTime + userCPUTime) / 1e6 }));
  });
}

if (isMainThread) sayAtTheEnd();
