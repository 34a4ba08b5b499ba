import { createInterface } from 'node:readline/promises';
import type { Ask } from './questions.ts';

/** Asks on the terminal; `close` gives the keyboard back. */
export function askOnTerminal(): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    ask: async (question, usual) => (await terminal.question(`${question} [${usual}] `)).trim() || usual,
    close: () => terminal.close(),
  };
}
