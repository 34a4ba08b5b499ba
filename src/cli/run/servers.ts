import path from 'node:path';
import { serve } from '../../command/preview.ts';
import type { Port } from '../../serve/listen.ts';
import { deckAt, type Flags, portOf } from '../flags.ts';
import type { Voice } from '../voice.ts';

/** Serves the catalog that a build made, at its usual port or the one that the flags name. */
export async function runPreview(flags: Flags, usual: number, voice: Voice): Promise<void> {
  const out = path.resolve(flags.out);
  const port = portOf(flags, usual);
  const { address } = await serve(path.join(out, 'site'), port);
  sayMoved(address, port, voice);
  voice.say(`The catalog is at ${address}  (Ctrl+C ends it)`);
}

/** Serves each card as it is printed, at its usual port or the one that the flags name. */
export async function runDev(flags: Flags, usual: number, voice: Voice): Promise<void> {
  const { deck, root } = await deckAt(flags);
  const { dev } = await import('../../dev/dev.ts');
  const port = portOf(flags, usual);
  const { address } = await dev({ deck, root, port });
  sayMoved(address, port, voice);
  voice.say(`Your cards are at ${address}  (Ctrl+C ends it)`);
}

/** Says that a server runs at another port than its usual one. */
function sayMoved(address: string, { port }: Port, voice: Voice): void {
  const taken = Number(new URL(address).port);
  if (port !== 0 && taken !== port) voice.say(`Port ${port} is in use: port ${taken} is taken instead.`);
}
