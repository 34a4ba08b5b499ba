import type { SheetShape } from './shape.ts';

// What a room decided while the catalog led it through the day is a part of its record, as if the day were a worksheet.

/** The day's name in a record. No worksheet has it: the name of a file holds no colon. */
export const DAY_SHEET = 'run:day';

/** The field of an activity's votes; what was decided is in the field of the activity's own id. */
export function votesField(id: string): string {
  return `votes:${id}`;
}

/** The day as a record needs it: for each activity what was decided, and its votes. */
export function dayShape(
  activities: readonly { id: string; title: string }[],
  words: { runDay: string; decided: string; votes: string },
): SheetShape {
  const field = (id: string, label: string, section: string) => ({ id, label, section, columns: [], rows: [] });
  return {
    id: DAY_SHEET,
    title: words.runDay,
    fields: [
      ...activities.map(({ id, title }) => field(id, title, words.decided)),
      ...activities.map(({ id, title }) => field(votesField(id), title, words.votes)),
    ],
  };
}
