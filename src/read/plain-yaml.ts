import type { Place } from '../model/problem.ts';

/** What a text says, and where: see `Located`. */
export interface PlainYaml {
  value: unknown;
  places: Record<string, Place>;
  keys: Record<string, Place>;
}

/** The state of reading a text. */
interface Reading {
  /** Where values stand, and where keys do, as far as it is read. */
  places: Map<string, Place>;
  keys: Map<string, Place>;
  /** Without empty lines and comments; their numbers are from 1. */
  lines: readonly { text: string; number: number }[];
  row: number;
  /** What is left of the line. */
  rest: string;
  /** False after something that the library must read: the rest is not looked at. */
  isPlain: boolean;
}

/** What may be white space, the end of a line or the mark of a file's beginning. */
const OTHER_SPACE = /(?!\n)[\p{Cc}\u2028\u2029\uFEFF]/u;
/** A key and its colon. It begins with a letter or a digit, so that it is no sign of YAML's and not `__proto__`. */
const KEY = /^([a-zA-Z0-9\u00A1-\uFFFF](?:[\w.\u00A1-\uFFFF -]*[\w.\u00A1-\uFFFF-])?):(?: +|$)/;
/** A longer one may be too long for the library. */
const LONGEST_KEY = 100;
const SINGLE_QUOTED = /^'((?:[^']|'')*)'/;
/** Without escapes. */
const DOUBLE_QUOTED = /^"([^"\\]*)"/;
/** Without quotes. It begins with what is surely no sign of YAML's, ends before white space, and has no comment after it. */
const WORDS = /^[a-zA-Z0-9(/$<\u00A1-\uFFFF](?: *(?:[^ :#]|:(?! |$)|(?<! )#))*/;
const WORDS_IN_BRACKETS = /^[a-zA-Z0-9(/$<\u00A1-\uFFFF](?: *(?:[^ :#,[\]{}]|:(?![ ,[\]{}]|$)|(?<! )#))*/;
const NUMBER = /^\d+(?:\.\d+)?$/;
/** What is neither a number nor `true` or `null` in any spelling: what no such has in it, a date, a version. */
const TEXT = /[^\w.+-]|^\d+(?:-\d+)+$|^\d+(?:\.\d+){2,}$|^(?!\d|(?:true|false|null)?$)/i;

/**
 * Reads YAML as most files here are written: keys and items on lines of their own, `[…]` and `{…}` on one, texts with or without quotes.
 *
 * @returns undefined for every other text, right or wrong: what is read here, the library reads the same
 */
export function readPlainYaml(source: string): PlainYaml | undefined {
  if (OTHER_SPACE.test(source)) return undefined;
  const lines = source
    .split('\n')
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => !/^ *(?:#|$)/.test(text));
  const [places, keys] = [new Map<string, Place>(), new Map<string, Place>()];
  const reading: Reading = { places, keys, lines, row: -1, rest: '', isPlain: true };
  toNextLine(reading);
  const value = block('', reading);
  if (!reading.isPlain || reading.row !== lines.length) return undefined;
  return { value, places: Object.fromEntries(places), keys: Object.fromEntries(keys) };
}

/** The list or the group that begins here; its items or keys stand in one column. */
function block(path: string, reading: Reading): unknown {
  const from = column(reading);
  reading.places.set(path, here(reading));
  return isItem(reading) ? list(path, from, reading) : group(path, from, reading);
}

function list(path: string, from: number, reading: Reading): unknown[] {
  const items: unknown[] = [];
  while (reading.isPlain && column(reading) === from && isItem(reading)) {
    take(/^- +/, reading);
    const at = join(path, items.length);
    items.push(KEY.test(reading.rest) ? block(at, reading) : restOfLine(at, reading));
  }
  return items;
}

function group(path: string, from: number, reading: Reading): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  while (reading.isPlain && column(reading) === from) {
    addEntry(entries, path, reading, (at) =>
      reading.rest === '' ? below(at, from, reading) : restOfLine(at, reading),
    );
  }
  return Object.fromEntries(entries);
}

/** The block on the lines after a key, deeper than it; a list may stand in the key's own column. */
function below(path: string, from: number, reading: Reading): unknown {
  toNextLine(reading);
  const depth = column(reading) - from;
  return depth > 0 || (depth === 0 && isItem(reading)) ? block(path, reading) : unplain(reading);
}

/** A value that ends with its line. */
function restOfLine(path: string, reading: Reading): unknown {
  const value = valueHere(path, WORDS, reading);
  take(/^ +/, reading);
  if (reading.rest !== '') return unplain(reading);
  toNextLine(reading);
  return value;
}

/** @param words what a text without quotes is here */
function valueHere(path: string, words: RegExp, reading: Reading): unknown {
  reading.places.set(path, here(reading));
  const [sign] = reading.rest;
  if (sign === '[') return bracketedList(path, reading);
  if (sign === '{') return bracketedGroup(path, reading);
  if (sign === "'") return take(SINGLE_QUOTED, reading)?.[1]?.replaceAll("''", "'");
  if (sign === '"') return take(DOUBLE_QUOTED, reading)?.[1];
  const text = take(words, reading)?.[0] ?? '';
  if (text === 'true' || text === 'false') return text === 'true';
  // Of 1.10 and 007 it is to be told how they are written.
  if (NUMBER.test(text)) return String(Number(text)) === text ? Number(text) : unplain(reading);
  return TEXT.test(text) ? text : unplain(reading);
}

function bracketedList(path: string, reading: Reading): unknown[] {
  const items: unknown[] = [];
  inBrackets(reading, () => items.push(valueHere(join(path, items.length), WORDS_IN_BRACKETS, reading)));
  return items;
}

function bracketedGroup(path: string, reading: Reading): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  inBrackets(reading, () => addEntry(entries, path, reading, (at) => valueHere(at, WORDS_IN_BRACKETS, reading)));
  return Object.fromEntries(entries);
}

/** Reads one thing after the other, up to the bracket that closes. */
function inBrackets(reading: Reading, readOne: () => void): void {
  const end = take(/^[[{] */, reading)?.[0].startsWith('[') ? ']' : '}';
  if (!reading.rest.startsWith(end)) {
    do readOne();
    while (take(/^ *, */, reading) && reading.isPlain);
    take(/^ +/, reading);
  }
  if (reading.rest.startsWith(end)) reading.rest = reading.rest.slice(1);
  else unplain(reading);
}

/** Reads the key that begins here, and its value. */
function addEntry(entries: Map<string, unknown>, path: string, reading: Reading, read: (at: string) => unknown) {
  const place = here(reading);
  const key = take(KEY, reading)?.[1];
  if (key === undefined || key.length > LONGEST_KEY || entries.has(key)) return unplain(reading);
  const at = join(path, key);
  reading.places.set(at, place);
  reading.keys.set(at, place);
  entries.set(key, read(at));
}

/** Passes over what a pattern finds here. */
function take(pattern: RegExp, reading: Reading): RegExpExecArray | null {
  const found = pattern.exec(reading.rest);
  if (found) reading.rest = reading.rest.slice(found[0].length);
  return found;
}

function unplain(reading: Reading): undefined {
  reading.isPlain = false;
}

function toNextLine(reading: Reading): void {
  reading.row += 1;
  reading.rest = reading.lines[reading.row]?.text.replace(/^ +/, '') ?? '';
}

function isItem({ rest }: Reading): boolean {
  return rest.startsWith('- ');
}

/** From 0; -1 after the last line. */
function column({ lines, row, rest }: Reading): number {
  return (lines[row]?.text.length ?? -1) - rest.length;
}

function here(reading: Reading): Place {
  return { line: reading.lines[reading.row]?.number ?? 0, column: column(reading) + 1 };
}

/** `behaviors` and 2 → `behaviors.2`. */
export function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
