import type { Command } from 'commander';

/** Adds a command for one deck, whose folder its user may name. */
export function deckCommand(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).option('--deck <dir>', 'the deck’s folder', 'deck');
}

/** Collects all values of an option that may be given several times. */
export function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
