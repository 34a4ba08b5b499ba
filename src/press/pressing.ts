import { checkPress } from './check/check-pdf.ts';
import type { CheckedRule } from './check/facts.ts';
import { packedMemory, pressMemory } from './memory.ts';
import { type PressOptions, toPress } from './press.ts';
import type { Separation } from './separate.ts';

/** A PDF to be written in inks and verified. */
export interface PressOrder {
  pdf: Uint8Array;
  options: PressOptions & { inkLimit: number };
  /** What is remembered of an earlier run with the same options, packed. */
  memory?: Uint8Array | undefined;
}

/** A PDF in inks, with what was verified in it. */
export interface Pressed extends Separation {
  rules: CheckedRule[];
  /** What the next run is to remember. */
  memory: Uint8Array;
}

/**
 * Writes a PDF in inks, and verifies the result.
 *
 * @throws UsageError where the profile is too new for the conformance
 */
export async function pressOne({ pdf, options, memory }: PressOrder): Promise<Pressed> {
  const remembered = pressMemory(memory);
  const made = await toPress(pdf, options, remembered);
  const rules = await checkPress(made.bytes, options, remembered.painted);
  return { ...made, rules, memory: packedMemory(remembered) };
}
