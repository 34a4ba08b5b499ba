// What a room wrote into its worksheets: the file that the catalog exports and imports, and that `prepdeck record` prints.

/** What is written in a field: a text, or true for a tick. What is empty is not in a record. */
export type FieldValue = string | true;

/** One worksheet as it was filled in, once or by one of several groups. */
export interface FilledSheet {
  /** Id of the worksheet. */
  sheet: string;
  /** Whose it is: the name of a table, a team or a recipe; empty where a room fills in one. */
  team: string;
  /** Names of fields, `barriers.1.owner` for a cell → what is written there. */
  fields: Readonly<Record<string, FieldValue>>;
}

/** All that a room wrote. */
export interface RoomRecord {
  /** Name and version of the deck that it was written with. */
  deck: string;
  version: string;
  sheets: readonly FilledSheet[];
}

/** The version of the file's form: a file of a later one is refused, since it may hold what this prepdeck would lose. */
export const RECORD_VERSION = 1;

/** A record as the text of a file. */
export function recordJson({ deck, version, sheets }: RoomRecord): string {
  return `${JSON.stringify({ record: RECORD_VERSION, deck, version, sheets }, null, 2)}\n`;
}

/** A sheet of a record; undefined where nothing is written on it. */
export function sheetIn({ sheets }: RoomRecord, sheet: string, team = ''): FilledSheet | undefined {
  return sheets.find((one) => one.sheet === sheet && one.team === team);
}

/** A record in which a field holds something else; an empty text takes it out, and a sheet without fields with it. */
export function withField(
  record: RoomRecord,
  { sheet, team }: Pick<FilledSheet, 'sheet' | 'team'>,
  name: string,
  value: FieldValue | '',
): RoomRecord {
  const own = sheetIn(record, sheet, team);
  const entries = Object.entries(own?.fields ?? {}).filter(([key]) => key !== name);
  const fields = Object.fromEntries(value === '' ? entries : [...entries, [name, value]]);
  return withSheet(record, { sheet, team, fields });
}

/** A record in which a sheet is as given; one without fields is taken out. */
export function withSheet(record: RoomRecord, given: FilledSheet): RoomRecord {
  const isIt = (one: FilledSheet) => one.sheet === given.sheet && one.team === given.team;
  const gone = Object.keys(given.fields).length === 0;
  if (gone) return { ...record, sheets: record.sheets.filter((one) => !isIt(one)) };
  if (!record.sheets.some(isIt)) return { ...record, sheets: [...record.sheets, given] };
  return { ...record, sheets: record.sheets.map((one) => (isIt(one) ? given : one)) };
}
