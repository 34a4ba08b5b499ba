import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Located } from '../read/yaml.ts';

/** Makes the error about a key of a stock's file. */
export type FaultAt = (key: string, rule: string, message: string) => Problem;

/** Gives errors about keys of a file, each at its key, or at the file's beginning where it has none. */
export function faultAt({ file, keys }: Located): FaultAt {
  return (key, rule, message) =>
    error({ file, place: lookUp(keys, key) ?? { line: 1, column: 1 }, rule: `stock/${rule}`, message });
}
