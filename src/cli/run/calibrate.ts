import path from 'node:path';
import { calibrate } from '../../command/calibrate.ts';
import { hasErrors } from '../../model/problem.ts';
import { type Flags, optionsOf } from '../flags.ts';
import { fromHere } from '../typed.ts';
import type { Voice } from '../voice.ts';

/** Makes the test sheets of a printer, and says how to use them. */
export async function runCalibrate(flags: Flags, voice: Voice): Promise<void> {
  const options = await optionsOf({ ...flags, site: false });
  const result = await calibrate(options);
  voice.report(result.problems);
  voice.exit(hasErrors(result.problems) ? 1 : 0);
  for (const file of result.files) voice.say(`  ${path.join(fromHere(options.out), file)}`);
  if (result.files.length === 0) return;
  voice.say('Print it at Actual size on both sides of one sheet, then do what it says.');
  voice.say(
    'What you read holds for every paper and for both edges: to keep it, write backOffset: { x: 0.5, y: -1 } into deck.yaml.',
  );
  voice.say(
    'If one paper is still out, read its own sheet: backOffset: { x: 0.5, y: -1, for: { letter: { x: 0.4, y: -1 } } }.',
  );
}
