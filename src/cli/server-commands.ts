import type { Command } from 'commander';
import type { Flags } from './flags.ts';
import { deckCommand } from './options.ts';
import type { Voice } from './voice.ts';

/** Where the servers are if nobody names a port. */
const [PREVIEW_PORT, DEV_PORT] = [4173, 4174];

/** Adds the commands that serve pages on this machine: `preview` and `dev`. */
export function addServerCommands(program: Command, voice: Voice): void {
  program
    .command('preview')
    .description('show the catalog at an address on this machine')
    .option('--out <dir>', 'what a build made', 'dist')
    .option('--port <number>', `the port; default: ${PREVIEW_PORT}, or the next free one`)
    .action(async (flags: Flags) => {
      const { runPreview } = await import('./run/servers.ts');
      await runPreview(flags, PREVIEW_PORT, voice);
    });

  deckCommand(program, 'dev', 'show each card as it is printed, anew whenever you save a file')
    .option('--port <number>', `the port; default: ${DEV_PORT}, or the next free one`)
    .action(async (flags: Flags) => {
      const { runDev } = await import('./run/servers.ts');
      await runDev(flags, DEV_PORT, voice);
    });
}
