import type { Command } from 'commander';
import { UsageError } from '../model/usage.ts';

/** Adds a command for one deck, whose folder its user may name. */
export function deckCommand(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).option('--deck <dir>', 'the deck’s folder', 'deck');
}

/** Collects all values of an option that may be given several times. */
export function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

/** Puts the values of an option that is given several times into one text: `--skip 1 --skip 4-6` is `1,4-6`. */
export function joinedBy(mark: string): (value: string, earlier: string | undefined) => string {
  return (value, earlier) => (earlier === undefined ? value : `${earlier}${mark}${value}`);
}

/**
 * Refuses a second value for options of which one value counts: commander takes the last, and nobody would see that half of what was
 * asked for is not printed. Options whose values add up are named; where a deck is, the last one says.
 */
export function refuseTwice(command: Command, addingUp: readonly string[]): Command {
  const single = command.options.filter((option) => option.required && ![...addingUp, 'deck'].includes(option.name()));
  for (const name of single.map((option) => option.name())) {
    let first: string | undefined;
    command.on(`option:${name}`, (value: string) => {
      if (first !== undefined && first !== value) {
        throw new UsageError(`--${name} is given twice, with “${first}” and “${value}”: give it once`);
      }
      first = value;
    });
  }
  return command;
}

/** @throws UsageError for anything but a whole number in a range */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${flag} takes a whole number from ${least} to ${most} (got: ${text})`);
}
