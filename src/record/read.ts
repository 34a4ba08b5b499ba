import { lookUp } from '../model/look-up.ts';
import { type FieldValue, type FilledSheet, RECORD_VERSION, type RoomRecord } from './record.ts';

/** What is wrong with a record's file: where in it, and a sentence. */
export interface RecordFault {
  /** `sheets[2].fields.owner`; empty for the whole file. */
  path: string;
  message: string;
}

/** The largest file that is read, in characters: a room of twenty writes some fifty thousand in two days. */
const MOST = 5_000_000;

/** Reads a record from a file's text. Returns every fault; a file with faults gives no record. */
export function readRecord(text: string): { record: RoomRecord } | { faults: RecordFault[] } {
  const faults: RecordFault[] = [];
  const data = text.length > MOST ? tooLong(text, faults) : parsed(text, faults);
  if (faults.length > 0) return { faults };
  if (!isGroup(data) || !('record' in data)) {
    return { faults: [{ path: '', message: 'This is no record: a record begins with { "record": 1, …' }] };
  }
  if (data.record !== RECORD_VERSION) {
    const message = `This prepdeck reads records of version ${RECORD_VERSION}; it is ${shown(data.record)}.`;
    return { faults: [{ path: 'record', message }] };
  }
  for (const key of unknownKeys(data, ['record', 'deck', 'version', 'sheets'])) faults.push(noKey(key, key));
  const [deck, version] = [textAt(data, 'deck', '', faults), textAt(data, 'version', '', faults)];
  const sheets = sheetsOf(data.sheets, faults);
  return faults.length > 0 ? { faults } : { record: { deck, version, sheets } };
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tooLong({ length }: string, faults: RecordFault[]): undefined {
  faults.push({ path: '', message: `The file has ${length} characters; a record has ${MOST} at most.` });
}

function parsed(text: string, faults: RecordFault[]): unknown {
  try {
    // Some editors put a mark before the first character of a file.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    faults.push({ path: '', message: `This is no JSON: ${why}.` });
    return undefined;
  }
}

function sheetsOf(value: unknown, faults: RecordFault[]): FilledSheet[] {
  if (!Array.isArray(value)) {
    faults.push({ path: 'sheets', message: `This must be a list; it is ${shown(value)}.` });
    return [];
  }
  const known = new Set<string>();
  return value.flatMap((one: unknown, at) => {
    const path = `sheets[${at}]`;
    if (!isGroup(one)) {
      faults.push({ path, message: `This must be a group of keys and values; it is ${shown(one)}.` });
      return [];
    }
    const sheet = sheetOf(one, path, faults);
    const key = JSON.stringify([sheet.sheet, sheet.team]);
    if (known.has(key)) {
      const whose = sheet.team === '' ? '' : ` of “${sheet.team}”`;
      faults.push({ path, message: `The sheet “${sheet.sheet}”${whose} is there twice.` });
    }
    known.add(key);
    return [sheet];
  });
}

function sheetOf(given: Group, path: string, faults: RecordFault[]): FilledSheet {
  for (const key of unknownKeys(given, ['sheet', 'team', 'fields'])) faults.push(noKey(`${path}.${key}`, key));
  const sheet = textAt(given, 'sheet', path, faults);
  const team = 'team' in given ? textAt(given, 'team', path, faults) : '';
  if (!isGroup(given.fields)) {
    const message = `This must be a group of keys and values; it is ${shown(given.fields)}.`;
    faults.push({ path: `${path}.fields`, message });
    return { sheet, team, fields: {} };
  }
  const fields = Object.entries(given.fields).flatMap(([name, value]): [string, FieldValue][] => {
    if (typeof value === 'string' || value === true) return value === '' ? [] : [[name, value]];
    const message = `This must be a text, or true for a tick; it is ${shown(value)}.`;
    faults.push({ path: `${path}.fields.${name}`, message });
    return [];
  });
  return { sheet, team, fields: Object.fromEntries(fields) };
}

function textAt(group: Group, key: string, path: string, faults: RecordFault[]): string {
  const value = lookUp(group, key);
  if (typeof value === 'string') return value;
  faults.push({ path: path === '' ? key : `${path}.${key}`, message: `This must be a text; it is ${shown(value)}.` });
  return '';
}

function unknownKeys(group: Group, known: readonly string[]): string[] {
  return Object.keys(group).filter((key) => !known.includes(key));
}

function noKey(path: string, key: string): RecordFault {
  return {
    path,
    message: `A record has no key “${key}” here: take it out, or the tool that wrote it is newer than this one.`,
  };
}

/** A value in a sentence, short. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
