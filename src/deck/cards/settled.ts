import type { Report } from '../../read/files.ts';
import type { Readings } from '../../read/readings.ts';

/** What an earlier command made of the texts of one deck. */
export interface Settled {
  readings: Readings;
  /** Absolute path of the deck. */
  dir: string;
}

/**
 * What an earlier command made of a text, or what is made of it now; undefined where it has mistakes, which are reported.
 *
 * @param source its file as shown, and all that it is made from as a text. Looks and elements are named at most: whoever keeps
 * something keeps it for one version of them
 */
export function settledOnce<Made>(
  { readings, dir }: Settled,
  source: { file: string; text: string },
  report: Report,
  make: (say: Report) => Made | undefined,
): Made | undefined {
  return readings.of(source, `texts of ${dir}`, report, { make, isWhole: (made) => made !== undefined });
}
