import { readRecord } from '../../record/read.ts';
import {
  type FieldValue,
  type FilledSheet,
  type RoomRecord,
  recordJson,
  sheetIn,
  withField,
} from '../../record/record.ts';
import { keep, onOtherTab, recall } from './store.ts';

// What the room wrote, in this browser. Nothing of it leaves the browser but by a button that somebody presses.

/** The name under which the record is kept. */
const KEPT = 'record';

const NONE: RoomRecord = { deck: '', version: '', sheets: [] };

/** All that was written in this browser. It is read anew each time, since other tabs write too. */
export function myRecord(): RoomRecord {
  const text = recall(KEPT);
  const read = text === '' ? { record: NONE } : readRecord(text);
  return 'record' in read ? read.record : NONE;
}

/** A worksheet as it was filled in here; undefined where nothing is written on it. */
export function mySheet(sheet: string, team = ''): FilledSheet | undefined {
  return sheetIn(myRecord(), sheet, team);
}

/** Keeps a record in place of the one that is there. False where storage is closed or full: then it lasts until the page is left. */
export function keepRecord(record: RoomRecord): boolean {
  saveUnread();
  const kept = keep(KEPT, record.sheets.length === 0 ? '' : recordJson(record));
  document.dispatchEvent(new Event(KEPT));
  return kept;
}

/** Writes into a field; an empty text takes it out. False as for `keepRecord`. */
export function writeField(sheet: Pick<FilledSheet, 'sheet' | 'team'>, name: string, value: FieldValue | ''): boolean {
  return keepRecord(withField(myRecord(), sheet, name, value));
}

/** Calls `act` when the record changes, here or in another tab. */
export function onRecord(act: () => void): void {
  document.addEventListener(KEPT, act);
  onOtherTab([KEPT], act);
}

/** Keeps aside what this edition can't read, e.g. what a later one wrote: it would be overwritten. */
function saveUnread(): void {
  const text = recall(KEPT);
  if (text !== '' && 'faults' in readRecord(text)) keep(`${KEPT} unread`, text);
}
