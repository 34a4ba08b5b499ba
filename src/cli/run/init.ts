import path from 'node:path';
import { init } from '../../command/init.ts';
import { askOnTerminal } from '../terminal.ts';
import { asTyped } from '../typed.ts';
import type { Voice } from '../voice.ts';

/** The options of `init`. */
export interface InitFlags {
  template?: string;
  yes?: boolean;
}

/** Starts a deck in a new folder. */
export async function runInit(folder: string, flags: InitFlags, voice: Voice): Promise<void> {
  const terminal = flags.yes ? undefined : askOnTerminal();
  const date = new Date().toISOString().slice(0, 10);
  const made = await init({
    dir: path.resolve(folder),
    date,
    ...(flags.template && { template: flags.template }),
    ...(terminal && { ask: terminal.ask }),
  }).finally(() => terminal?.close());
  voice.say(`${made.name} is in ${folder}. Next: cd ${asTyped(folder)} && npm install && npm run dev`);
}
