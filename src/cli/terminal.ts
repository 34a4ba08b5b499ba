import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Ask } from '../command/init-questions.ts';
import { StoppedError } from '../model/usage.ts';

/**
 * Asks on a terminal; `close` gives the keyboard back. Lines that come before their question, pasted or from a pipe, are kept for
 * it. An answer that never comes (Ctrl+C, Ctrl+D, the pipe's end) is a StoppedError.
 */
export function askOnTerminal(
  input: Readable = process.stdin,
  output: Writable = process.stderr,
): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input, output });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question, usual) {
      terminal.setPrompt(`${question} [${usual}] `);
      terminal.prompt();
      const { value, done } = await lines.next();
      if (done) throw new StoppedError('no answer');
      return value.trim() || usual;
    },
    close: () => terminal.close(),
  };
}
