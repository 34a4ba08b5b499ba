import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { agendaText } from '../command/agenda.ts';
import { calendarOf } from '../command/calendar.ts';
import { packText } from '../command/pack.ts';
import { ASSETS } from '../deck/assets/art.ts';
import { loadDeck } from '../deck/deck.ts';
import { loadLooks } from '../looks/looks.ts';
import { readTime } from '../model/clock.ts';
import { howMany } from '../model/how-many.ts';
import { hasErrors } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { agendaOf } from '../plan/agenda.ts';
import { openOffer } from '../plan/offer.ts';
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

/** Adds the command that says what a workshop needs, before anything is printed. */
export function addPackCommand(program: Command, voice: Voice): void {
  deckCommand(program, 'pack', 'say what a workshop needs: cards, boards, worksheets, and how much paper')
    .option('--people <number>', 'how many people come', '12')
    .option('--days <number>', 'how many days there are', '1')
    .option('--set <name>', 'the set of cards to print, e.g. one-day')
    .option('--stock <id>', 'what the cards are printed on', 'a4')
    .action((flags: PackFlags) => runPack(flags, voice));
}

interface PackFlags extends Pick<Flags, 'deck' | 'set'> {
  people: string;
  days: string;
  stock: string;
}

async function runPack({ people, days, set, stock, ...flags }: PackFlags, voice: Voice): Promise<void> {
  const { offer, problems } = await openOffer(await chainAt(flags), ASSETS);
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  const wish = { people: whole('--people', people), days: whole('--days', days), set, stock };
  if (offer) voice.data(packText(offer, wish));
}

/** Adds the command for what the room wrote. */
export function addRecordCommand(program: Command, voice: Voice): void {
  deckCommand(program, 'record', 'print what a room wrote in the catalog’s worksheets, with places to sign')
    .argument('<file>', 'the record that the catalog saved, e.g. record.json')
    .option('--out <file>', 'where to put the PDF; default: beside the file')
    .option('--lang <language>', 'the deck’s language to print it in, e.g. de')
    .action((file: string, flags: RecordFlags) => runRecord(file, flags, voice));
}

interface RecordFlags extends Pick<Flags, 'deck' | 'lang'> {
  out?: string;
}

async function runRecord(file: string, { out, lang, ...flags }: RecordFlags, voice: Voice): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`${file} is not there, or can’t be read`);
  const to = out ?? file.replace(/(\.json)?$/iu, '.pdf');
  if (path.resolve(to) === path.resolve(file)) throw new UsageError('--out must be another file than the record');
  const { printRecord } = await import('../command/record.ts');
  const { problems, pdf, sheets, cards } = await printRecord({ chain: await chainAt(flags), text, file, lang });
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (!pdf) return;
  await writeFile(path.resolve(to), pdf);
  const made = cards === 0 ? '' : `, and ${howMany(cards, 'card')} to cut out`;
  voice.say(`${to} has ${howMany(sheets, 'sheet')}${made}: print it at Actual size.`);
}

async function runAgenda(flags: AgendaFlags, voice: Voice): Promise<void> {
  const chain = await chainAt(flags);
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS });
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
