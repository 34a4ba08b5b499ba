import type { Command } from 'commander';
import { deckCommand } from './options.ts';
import type { AgendaFlags } from './run/agenda.ts';
import type { PackFlags } from './run/pack.ts';
import type { RecordFlags } from './run/record.ts';
import type { Voice } from './voice.ts';

/** Adds the command for the workshop's times. */
export function addDayCommands(program: Command, voice: Voice): void {
  deckCommand(program, 'agenda', 'say the times of the workshop, and what lies out when')
    .option('--days <number>', 'how many days there are', '1')
    .option('--people <number>', 'how many people come', '12')
    .option('--start <time>', 'when a day begins, e.g. 09:00; default: as the deck says')
    .option('--break <minutes>', 'how long breaks are; default: as the deck says')
    .option('--date <day>', 'the first day, e.g. 2027-01-12: writes a calendar file')
    .option('--lang <language>', 'the deck’s language to say it in, e.g. de; default: its first')
    .option('--ics <file>', 'with --date: where to put the calendar file; default: agenda.ics')
    .action(async (flags: AgendaFlags) => {
      const { runAgenda } = await import('./run/agenda.ts');
      await runAgenda(flags, voice);
    });
}

/** Adds the command that says what a workshop needs, before anything is printed. */
export function addPackCommand(program: Command, voice: Voice): void {
  deckCommand(program, 'pack', 'say what a workshop needs: cards, boards, worksheets, and how much paper')
    .option('--people <number>', 'how many people come', '12')
    .option('--days <number>', 'how many days there are', '1')
    .option('--set <name>', 'the set of cards to print, e.g. one-day')
    .option('--lang <language>', 'the deck’s language to say it in, and to print, e.g. de; default: its first')
    .option('--stock <id>', 'what the cards are printed on; default: the first sheet of cards that deck.yaml prints')
    .action(async (flags: PackFlags) => {
      const { runPack } = await import('./run/pack.ts');
      await runPack(flags, voice);
    });
}

/** Adds the command for what the room wrote. */
export function addRecordCommand(program: Command, voice: Voice): void {
  deckCommand(program, 'record', 'print what a room wrote in the catalog’s worksheets, with places to sign')
    .argument('<file>', 'the record that the catalog saved, e.g. record.json')
    .option('--out <file>', 'where to put the PDF; default: beside the file')
    .option('--lang <language>', 'the deck’s language to print it in, e.g. de; default: its first')
    .action(async (file: string, flags: RecordFlags) => {
      const { runRecord } = await import('./run/record.ts');
      await runRecord(file, flags, voice);
    });
}
