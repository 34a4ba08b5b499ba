import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { endKilled } from '../command/end-killed.ts';
import { endThreads } from '../engine.mjs';
import { LayoutError, layoutProblems } from '../looks/mistake.ts';
import { BusyError, StoppedError, UsageError } from '../model/usage.ts';
import { packageVersion } from '../read/package.ts';
import { addBuildCommands, addCacheCommand } from './build-commands.ts';
import { addDayCommands, addPackCommand, addRecordCommand } from './day-commands.ts';
import { addDeckCommands } from './deck-commands.ts';
import { diskTrouble } from './disk-trouble.ts';
import { addLayerCommands } from './layer-commands.ts';
import { addServerCommands } from './server-commands.ts';
import { addInit, addNew } from './start-commands.ts';
import { addTableCommands } from './table-commands.ts';
import { voice } from './voice.ts';

// Exit codes: 0 no errors, 1 errors in the deck, a port in use or a disk that refuses, 2 usage or our own fault, 130 interrupted.

const program = new Command('prepdeck')
  .description('Turns a folder of MDX cards into print-ready PDF sheets and a browsable catalog.')
  .version(await packageVersion())
  .exitOverride()
  .showHelpAfterError('Run npx prepdeck --help for the commands and options.');

// In the order in which the help lists them.
addBuildCommands(program, voice);
addDeckCommands(program, voice);
addNew(program, voice);
addServerCommands(program, voice);
addInit(program, voice);
addLayerCommands(program, voice);
addTableCommands(program, voice);
addDayCommands(program, voice);
addPackCommand(program, voice);
addRecordCommand(program, voice);
addCacheCommand(program, voice);

program.hook('preAction', async (_program, command) => {
  const { out = 'dist' } = command.opts<{ out?: string }>();
  await endKilled(path.resolve(out));
});

/** Nobody waits longer for a command that is stopped. */
const STOPPING_MS = 500;

// Ends by `exit`, not by the signal: only then are temporary files removed, e.g. an engine compiled where no cache can be written.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => void endThreads(STOPPING_MS).then(() => process.exit(code)));
}
await program.parseAsync().catch((cause) => voice.exit(explained(cause)));

/** Says why a command failed. Returns the code to end with. */
function explained(cause: unknown): number {
  // commander has printed its message already: the help that was asked for, or what is wrong with an option.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof StoppedError) {
    voice.say('\nStopped: nothing was written.');
    return 130;
  }
  if (cause instanceof BusyError) {
    voice.say(`prepdeck: ${cause.message}`);
    return 1;
  }
  if (cause instanceof LayoutError) {
    voice.report(layoutProblems(cause, process.cwd()));
    return 1;
  }
  const trouble = diskTrouble(cause);
  if (trouble !== undefined) {
    voice.say(`prepdeck: ${trouble}`);
    return 1;
  }
  voice.say(cause instanceof UsageError ? `prepdeck: ${cause.message}` : `prepdeck failed: ${stackOf(cause)}`);
  return 2;
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
