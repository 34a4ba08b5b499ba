import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../model/problem.ts';
import type { Report } from './files.ts';
import { noReadings, type Readings } from './readings.ts';

/** Results of the steps of loading a deck, kept for the next load: `prepdeck dev` loads the same deck after every save. */
export interface Memory {
  /**
   * The result of `make`, or the last one where all sources are the same (`===`). The problems that came with it
   * are reported again. An unchanged result is the same object, so that it can be a source of another step.
   *
   * @param name of the step and its subject, e.g. `card deck/cards/a.mdx`
   * @param sources everything that the result depends on
   */
  recall<T>(name: string, sources: readonly unknown[], report: Report, make: (report: Report) => T): T;
  /**
   * A result, or that of before where the two are equal: what depends on it need not be made again then.
   *
   * @param name of the step and its subject
   * @param result plain data
   */
  same<T>(name: string, result: T): T;
  /** Files as an earlier command parsed them. */
  readings: Readings;
}

interface Kept {
  sources: readonly unknown[];
  result: unknown;
  problems: Problem[];
}

/** An empty memory: the first load fills it. */
export function openMemory(readings: Readings = noReadings): Memory {
  const kept = new Map<string, Kept>();
  const equal = new Map<string, unknown>();
  return {
    readings,
    same<T>(name: string, result: T): T {
      const last = equal.get(name);
      if (isDeepStrictEqual(last, result)) return last as T;
      equal.set(name, result);
      return result;
    },
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
  return {
    ...memory,
    recall: (step, sources, report, make) => memory.recall(`${name} ${step}`, sources, report, make),
    same: (step, result) => memory.same(`${name} ${step}`, result),
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
