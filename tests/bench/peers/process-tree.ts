import { readdir, readFile } from 'node:fs/promises';
import type { Measure } from '../summary.ts';

/** Linux counts the time of processes in hundredths of a second (sysconf(_SC_CLK_TCK)). */
const TICKS = 100;

/**
 * What the processes that this one has started have used, and those that they started; of memory the sum of what each used at the most.
 * Nothing where the system does not tell.
 *
 * @param name of their programs
 */
export async function treeUse(name: RegExp): Promise<Omit<Measure, 'seconds'>> {
  const all = await processes();
  const below = (pid: number): Process[] => {
    const own = all.filter((one) => one.parent === pid);
    return [...own, ...own.flatMap((one) => below(one.pid))];
  };
  const found = below(process.pid).filter((one) => name.test(one.name));
  if (found.length === 0) return {};
  const peaks = await Promise.all(found.map(({ pid }) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')));
  const memory = peaks.reduce((sum, text) => sum + Number(/^VmHWM:\s*(\d+) kB/mu.exec(text)?.[1] ?? 0) / 1024, 0);
  return { cpu: found.reduce((sum, one) => sum + one.ticks, 0) / TICKS, memory };
}

interface Process {
  pid: number;
  parent: number;
  name: string;
  /** Of processor time, that of its children who have ended too. */
  ticks: number;
}

async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return stats.flatMap((text) => {
    // pid (name) state ppid … utime stime cutime cstime, the last four from the 14th on (proc_pid_stat(5)).
    const [, pid, name = '', rest = ''] = /^(\d+) \((.*)\) (.*)$/su.exec(text) ?? [];
    const fields = rest.split(' ').map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
    return pid === undefined ? [] : [{ pid: Number(pid), parent: fields[1] ?? 0, name, ticks }];
  });
}
