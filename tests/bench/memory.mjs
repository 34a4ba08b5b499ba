// Loaded before the command under test: says on file descriptor 3 how much memory it took at most, in KB.
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
