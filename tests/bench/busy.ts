import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Ends by itself where the bench was killed: then it has another parent. */
const LOOP = 'const parent = process.ppid; while (process.ppid === parent);';

/** As much other work as there are processors, until the function that it returns is called: each command then gets about half of its time. */
export function busyHour(): () => void {
  const others = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', LOOP], { stdio: 'ignore' }),
  );
  return () => {
    for (const other of others) other.kill();
  };
}
