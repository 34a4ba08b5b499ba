import type { BuildOutcome } from '../../build.ts';
import { hasErrors, isWarning } from '../../model/problem.ts';
import type { BuildRequest } from '../../plan/options.ts';
import { holdYoung } from '../../young.mjs';
import { type Flags, optionsOf } from '../flags.ts';
import { type CommandResult, onlyOnce, type Work } from '../only-once.ts';
import { progress } from '../progress.ts';
import { doneText, json } from '../report.ts';
import type { Voice } from '../voice.ts';

// What builds is loaded only where there is something to do: where nothing has changed, that would take longer than to find so.

/** Makes the print files and the catalog, and says what was made. */
export async function runBuild(flags: Flags, voice: Voice): Promise<void> {
  const started = performance.now();
  const options = await optionsOf(flags);
  const result = await onlyOnce(options, () => builtWork(options, flags), { makesFiles: true });
  finish(result, flags, { voice, started });
  if (flags.quiet || flags.json || result.done === '') return;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  voice.say(`${result.done} in ${seconds} s${result.again ? ', as they were: nothing has changed' : ''}`);
  for (const line of result.lines) voice.say(line);
}

async function builtWork(options: BuildRequest, flags: Flags): Promise<Work> {
  const meter = progress(isSilent(flags));
  const { build } = await import('../../build.ts');
  holdYoung();
  const result = await build({ ...options, onProgress: meter.step }).finally(meter.end);
  const { problems, manifest, deck, sources } = result;
  const done = manifest ? `${deck?.name} ${deck?.version}: ${countOf(result)}` : '';
  const outputs = manifest?.outputs ?? [];
  return { result: { problems, version: deck?.version, outputs, done, lines: doneText(result, options.out) }, sources };
}

/** `276 cards`, or `27 of 276 cards`. */
function countOf({ printed, manifest }: BuildOutcome): string {
  const all = manifest?.cards ?? 0;
  return printed === undefined || printed === all ? `${all} cards` : `${printed} of ${all} cards`;
}

/** Finds every problem of a deck, and writes nothing. */
export async function runCheck(flags: Flags, voice: Voice): Promise<void> {
  const started = performance.now();
  const options = await optionsOf({ ...flags, out: 'dist', site: true });
  const result = await onlyOnce(options, () => checkedWork(options, flags));
  finish(result, flags, { voice, started });
  if (flags.quiet || flags.json) return;
  for (const line of result.lines) voice.say(line);
}

async function checkedWork(options: BuildRequest, flags: Flags): Promise<Work> {
  const meter = progress(isSilent(flags));
  const [{ checkAndDraw }, { sourceDirs }] = await Promise.all([
    import('../../build.ts'),
    import('../../deck/chain/chain.ts'),
  ]);
  holdYoung();
  const { checked, problems } = await checkAndDraw({ ...options, onProgress: meter.step }).finally(meter.end);
  const [first] = checked;
  const lines = checked.map(
    ({ deck, selection }) => `${deck.name}: ${selection.cards.length} cards are ready to print`,
  );
  const sources = first && {
    dirs: sourceDirs({ dir: options.deck, layers: first.project.loaded.layers }),
    layouts: first.project.layouts,
  };
  return { result: { problems, version: first?.deck.version, outputs: [], done: '', lines }, sources };
}

function isSilent({ quiet, json: asJson }: Flags): boolean {
  return quiet === true || asJson === true;
}

/** Prints the problems, or the JSON object, and sets the exit code. */
function finish(result: CommandResult, flags: Flags, { voice, started }: { voice: Voice; started: number }): void {
  if (flags.json) voice.data(`${json(result, Math.round(performance.now() - started))}\n`);
  else voice.report(result.problems);
  const failed = hasErrors(result.problems) || (flags.strict === true && result.problems.some(isWarning));
  voice.exit(failed ? 1 : 0);
}
