import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Report } from './files.ts';

/** Results of a load's steps, kept for the next load: `prepdeck dev` loads the same deck after every save. */
export interface Memory {
  /**
   * The result of `make`, or the last one where all sources are the same (`===`). The problems that came with it
   * are reported again. An unchanged result is the same object, so that it can be a source of another step.
   *
   * @param name of the step and its subject, e.g. `card deck/cards/a.mdx`
   * @param sources everything that the result depends on
   */
  recall<T>(name: string, sources: readonly unknown[], report: Report, make: (report: Report) => T): T;
}

interface Kept {
  sources: readonly unknown[];
  result: unknown;
  problems: Problem[];
}

/** An empty memory: the first load fills it. */
export function openMemory(): Memory {
  const kept = new Map<string, Kept>();
  return {
    recall<T>(name: string, sources: readonly unknown[], report: Report, make: (report: Report) => T): T {
      const last = kept.get(name);
      if (last && isSame(last.sources, sources)) {
        last.problems.forEach(report);
        return last.result as T;
      }
      const problems: Problem[] = [];
      const result = make((problem) => {
        problems.push(problem);
        report(problem);
      });
      kept.set(name, { sources, result, problems });
      return result;
    },
  };
}

/** A memory whose names all begin with `name`: two languages of a card must not take each other's results. */
export function within(name: string, memory: Memory): Memory {
  return { recall: (step, sources, report, make) => memory.recall(`${name} ${step}`, sources, report, make) };
}

/** Changes whenever a file does, also where an editor puts a new file in its place. Empty where there is none. */
export function stampOf(file: string): string {
  // Hundreds of files at once: without waiting for each it takes 2 ms instead of 25.
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : '';
}

/** Changes whenever a file in a folder does, or in a folder in it. */
export async function stampOfFolder(dir: string): Promise<string> {
  const names = (await readdir(dir, { recursive: true }).catch(() => [])).sort();
  return names.map((name) => `${name} ${stampOf(path.join(dir, name))}`).join('\n');
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
