import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { agendaText } from '../command/agenda.ts';
import { calendarOf } from '../command/calendar.ts';
import { loadDeck } from '../deck/deck.ts';
import { loadLooks } from '../looks/looks.ts';
import { readTime } from '../model/clock.ts';
import { hasErrors } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { agendaOf } from '../plan/agenda.ts';
import { chainAt } from './chain.ts';
import type { Flags } from './flags.ts';
import { deckCommand } from './options.ts';
import type { Voice } from './voice.ts';

interface AgendaFlags extends Pick<Flags, 'deck'> {
  days: string;
  people: string;
  start?: string;
  break?: string;
  date?: string;
  ics?: string;
}

/** Adds the command for the workshop's times. */
export function addDayCommands(program: Command, voice: Voice): void {
  deckCommand(program, 'agenda', 'say the times of the workshop, and what lies out when')
    .option('--days <number>', 'how many days there are', '1')
    .option('--people <number>', 'how many people come', '12')
    .option('--start <time>', 'when a day begins, e.g. 09:00; default: as the deck says')
    .option('--break <minutes>', 'how long breaks are; default: as the deck says')
    .option('--date <day>', 'the first day, e.g. 2027-01-12: writes a calendar file')
    .option('--ics <file>', 'where to put the calendar file', 'agenda.ics')
    .action((flags: AgendaFlags) => runAgenda(flags, voice));
}

async function runAgenda(flags: AgendaFlags, voice: Voice): Promise<void> {
  const chain = await chainAt(flags);
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts) });
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (!deck) return;
  if (!deck.day) throw new UsageError('this deck has no day.yaml, which says what a workshop is made of');
  const agenda = agendaOf(deck.day, deck.cards, {
    days: whole('--days', flags.days),
    people: whole('--people', flags.people),
    start: flags.start === undefined ? undefined : time(flags.start),
    pause: flags.break === undefined ? undefined : whole('--break', flags.break),
  });
  voice.data(agendaText(agenda, deck));
  if (flags.date === undefined) return;
  const file = flags.ics ?? 'agenda.ics';
  await writeFile(path.resolve(file), calendarOf(agenda, deck, flags.date));
  voice.say(`${file} is for calendars: open it, or send it with the invitation.`);
}

function whole(flag: string, text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new UsageError(`${flag} must be a whole number (got: ${text})`);
  return Number(text);
}

function time(text: string): number {
  const minutes = readTime(text);
  if (minutes === undefined) throw new UsageError(`--start must be a time like 09:00 (got: ${text})`);
  return minutes;
}
