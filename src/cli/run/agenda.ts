import { agendaText } from '../../command/agenda.ts';
import { calendarOf, isOurCalendar } from '../../command/calendar.ts';
import { ASSETS } from '../../deck/assets/art.ts';
import { loadDeck } from '../../deck/deck.ts';
import { inLanguage } from '../../deck/languages/in-languages.ts';
import { loadLooks } from '../../looks/looks.ts';
import { readTime } from '../../model/clock.ts';
import { hasErrors } from '../../model/problem.ts';
import { UsageError } from '../../model/usage.ts';
import { agendaOf } from '../../plan/agenda.ts';
import { checkDayTranslated } from '../../plan/day-translated.ts';
import { saveAs } from '../../write/save-as.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import { wholeNumber } from '../options.ts';
import type { Voice } from '../voice.ts';

/** The options of `agenda`. */
export interface AgendaFlags extends Pick<Flags, 'deck' | 'lang'> {
  days: string;
  people: string;
  start?: string;
  break?: string;
  date?: string;
  ics?: string;
}

/** Says the times of a workshop, and writes its calendar file. */
export async function runAgenda(flags: AgendaFlags, voice: Voice): Promise<void> {
  if (flags.ics !== undefined && flags.date === undefined) {
    throw new UsageError('--ics is where a calendar goes: it needs --date, the first day, e.g. --date 2027-01-12');
  }
  const chain = await chainAt(flags);
  const { lang } = flags;
  const languages = lang === undefined ? [] : [lang];
  const loaded = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS, languages });
  const { deck, problems: found } = inLanguage(loaded, lang);
  const problems = [...found, ...(deck ? checkDayTranslated(deck) : [])];
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (!deck) return;
  if (!deck.day) throw new UsageError('this deck has no day.yaml, which says what a workshop is made of');
  const agenda = agendaOf(deck.day, deck.cards, {
    days: wholeNumber('--days', flags.days, 1, 9999),
    people: wholeNumber('--people', flags.people, 1, 9999),
    start: flags.start === undefined ? undefined : time(flags.start),
    pause: flags.break === undefined ? undefined : wholeNumber('--break', flags.break, 0, 999),
  });
  if ([...agenda.before, ...agenda.days.flat(), ...agenda.after].length === 0) {
    throw new UsageError('this deck has no card of an activity in day.yaml: there is nothing to plan');
  }
  const calendar = flags.date === undefined ? undefined : calendarOf(agenda, deck, flags.date);
  voice.data(agendaText(agenda, deck));
  if (calendar === undefined) return;
  const { ics: file = 'agenda.ics' } = flags;
  await saveAs(file, calendar, isOurCalendar);
  voice.say(`${file} is for calendars: open it, or send it with the invitation.`);
}

function time(text: string): number {
  const minutes = readTime(text);
  if (minutes === undefined) throw new UsageError(`--start must be a time like 09:00 (got: ${text})`);
  return minutes;
}
