import path from 'node:path';
import type { Command } from 'commander';
import { serve } from '../command/preview.ts';
import type { Port } from '../serve/listen.ts';
import { deckAt, type Flags, portOf } from './flags.ts';
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
    .action((flags: Flags) => runPreview(flags, voice));

  deckCommand(program, 'dev', 'show each card as it is printed, anew whenever you save a file')
    .option('--port <number>', `the port; default: ${DEV_PORT}, or the next free one`)
    .action((flags: Flags) => runDev(flags, voice));
}

async function runPreview(flags: Flags, voice: Voice): Promise<void> {
  const out = path.resolve(flags.out);
  const port = portOf(flags, PREVIEW_PORT);
  const { address } = await serve(path.join(out, 'site'), port);
  sayMoved(address, port, voice);
  voice.say(`The catalog is at ${address}  (Ctrl+C ends it)`);
}

async function runDev(flags: Flags, voice: Voice): Promise<void> {
  const { deck, root } = await deckAt(flags);
  const { dev } = await import('../dev/dev.ts');
  const port = portOf(flags, DEV_PORT);
  const { address } = await dev({ deck, root, port });
  sayMoved(address, port, voice);
  voice.say(`Your cards are at ${address}  (Ctrl+C ends it)`);
}

/** Says that a server runs at another port than its usual one. */
function sayMoved(address: string, { port }: Port, voice: Voice): void {
  const taken = Number(new URL(address).port);
  if (port !== 0 && taken !== port) voice.say(`Port ${port} is in use: port ${taken} is taken instead.`);
}
