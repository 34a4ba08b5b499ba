import { ICalCalendar } from 'ical-generator';
import type { Deck } from '../model/deck.ts';
import { UsageError } from '../model/usage.ts';
import type { Agenda } from '../plan/agenda.ts';

/** Who makes it, as it is written in the file. */
const MAKER = 'prepdeck';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** A day such as `2027-01-12`, in milliseconds since 1970; undefined where there is no such day. */
export function readDate(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // JavaScript reads `2027-02-30` as a day of March.
  return new Date(time || Number.NaN).getTime() === time && new Date(time).toISOString().startsWith(text)
    ? time
    : undefined;
}

/**
 * The activities of an agenda as an iCalendar file (RFC 5545), for people to take into their calendars. Days follow each other but for
 * weekends. Times are those of the room, whatever its zone; the same agenda gives the same bytes.
 *
 * @param first the first day, as `2027-01-12`
 * @throws UsageError for a day that does not exist
 */
export function calendarOf(agenda: Agenda, deck: Pick<Deck, 'name' | 'version' | 'date'>, first: string): string {
  const start = readDate(first);
  if (start === undefined) throw new UsageError(`--date must be a day like 2027-01-12 (got: ${first})`);
  const calendar = new ICalCalendar({ name: deck.name, prodId: { company: MAKER, product: deck.name } });
  let day = start;
  for (const entries of agenda.days) {
    while (isWeekend(day)) day += DAY;
    for (const entry of entries) {
      if (entry.kind !== 'activity') continue;
      const { id, card, out } = entry.activity;
      calendar.createEvent({
        id: `${id}-${new Date(day).toISOString().slice(0, 10)}@prepdeck`,
        start: new Date(day + entry.start * MINUTE),
        end: new Date(day + entry.end * MINUTE),
        floating: true,
        summary: card.title,
        description: [card.gist, ...out.map((one) => `→ ${one}`)].join('\n'),
        stamp: new Date(`${deck.date}T00:00:00Z`),
      });
    }
    day += DAY;
  }
  return `${calendar.toString()}\r\n`;
}

/** Whether a file is a calendar that was made here. */
export function isOurCalendar(bytes: Buffer): boolean {
  return bytes.includes(`PRODID:-//${MAKER}//`);
}

function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
