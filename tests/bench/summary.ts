/** What one run took. */
export interface Measure {
  /** From the start of the process to its end. */
  seconds: number;
  /** Processor seconds, those of the system too, in all threads; left out where they are not known. */
  cpu?: number;
  /** MB at the most; left out where they are not known. */
  memory?: number;
}

/** What several runs took. */
export interface Summary {
  runs: number;
  /** The median, or another share of the runs that was asked for. */
  seconds: number;
  least: number;
  most: number;
  /** Medians; left out where they are not known. */
  cpu?: number;
  memory?: number;
}

/**
 * The median of some runs, with the fastest and the slowest.
 *
 * @param share which run counts, of those sorted from the fastest on: 0.5 for the median, 0.95 for the one that few are slower than
 */
export function summaryOf(runs: readonly Measure[], share = 0.5): Summary {
  const seconds = runs.map((one) => one.seconds).sort(ascending);
  const [cpu, memory] = (['cpu', 'memory'] as const).map((key) => runs.flatMap((one) => one[key] ?? []));
  return {
    runs: runs.length,
    seconds: quantile(seconds, share),
    least: seconds[0] ?? 0,
    most: seconds.at(-1) ?? 0,
    ...(cpu?.length && { cpu: quantile(cpu.sort(ascending), 0.5) }),
    ...(memory?.length && { memory: quantile(memory.sort(ascending), 0.5) }),
  };
}

/** The value that a share of the others do not exceed; between two of them, one in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

function ascending(a: number, b: number): number {
  return a - b;
}
