import fc from 'fast-check';
import { runs } from './mutants.ts';

/** How long a reader may take for one input, in ms of this process. */
const LIMIT_MS = 1000;

/**
 * Begins to measure; what it gives throws where more than the limit has been used since. What a busy machine took
 * for other programs does not count, nor what this process did beside on other cores.
 */
export function stopwatch(limit = LIMIT_MS): () => void {
  const [began, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    const took = Math.min((user + system) / 1000, performance.now() - began);
    if (took > limit) throw new Error(`a reader took ${Math.round(took)} ms`);
  };
}

/** Reads so many inputs, each within the limit. `read` throws where it finds a fault. */
export async function holds<Input>(
  inputs: fc.Arbitrary<Input>,
  few: number,
  read: (input: Input) => unknown,
  limit = LIMIT_MS,
): Promise<void> {
  const property = fc.asyncProperty(inputs, async (input) => {
    const stop = stopwatch(limit);
    await read(input);
    stop();
  });
  await fc.assert(property, runs(few));
}
