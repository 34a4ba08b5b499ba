import { z } from 'zod';
import { lookUp } from '../model/look-up.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import type { Report } from './files.ts';
import type { Located } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/**
 * Checks data against a schema. Each fault becomes a problem at its place, with rules `<group>/…`.
 * Returns what the schema makes of the data, or undefined where anything is wrong.
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  source: Located,
  group: string,
  report: Report,
): z.output<Schema> | undefined {
  // Not compiled: to compile a schema takes longer than to check a hundred cards with it (Zod 4; no slower for 3,000).
  const result = schema.safeParse(source.value, { jitless: true });
  const lost = lostKeys(schema, source, group);
  lost.forEach(report);
  if (result.success) return lost.length > 0 ? undefined : result.data;
  const reported = new Set<string>();
  for (const issue of result.error.issues) {
    // For a text in place of a list zod also reports that it is too long: one mistake, reported once.
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys' && reported.has(path)) continue;
    if (issue.code !== 'unrecognized_keys') reported.add(path);
    for (const one of problemsOf(issue, schema, source, group)) report(one);
  }
  return undefined;
}

/** `behaviors.2.tell` → `behaviors 3 › tell`: counted from 1, as people do. */
export function label(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? ` ${key + 1}` : `${i > 0 ? ' › ' : ''}${String(key)}`))
    .join('');
}

/** The place of a path, or of the nearest thing around it that has one. */
export function placeAt(places: Readonly<Record<string, Place>>, path: readonly PropertyKey[]): Place | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = lookUp(places, path.slice(0, length).join('.'));
    if (place) return place;
  }
  return undefined;
}

/** The schema inside `optional()`, `default()`, `transform()` and the like. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def;
  if ('in' in def) return unwrapped(def.in as z.core.$ZodType);
  return 'innerType' in def ? unwrapped(def.innerType as z.core.$ZodType) : schema;
}

/** A key that zod drops without a word from a group whose keys the author chooses. */
const LOST = '__proto__';

function lostKeys(schema: z.ZodType, { file, keys }: Located, group: string): Problem[] {
  const message = `The name "${LOST}" can't be used: take another.`;
  return Object.entries(keys).flatMap(([at, place]) => {
    const path = at.split('.');
    const isLost = path.pop() === LOST && schemaAt(schema, path) instanceof z.ZodRecord;
    return isLost ? [error({ file, place, rule: `${group}/name`, message })] : [];
  });
}

function problemsOf(issue: Issue, schema: z.ZodType, source: Located, group: string): Problem[] {
  const { file } = source;
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const place = placeAt(source.keys, [...issue.path, key]);
      const message = `There is no key "${key}".${didYouMean(key, allowed)}`;
      // `{ about: first, last }` is two keys to YAML.
      const note = key.includes(' ')
        ? `A comma inside { … } ends a value: put the text in 'single quotes'.`
        : undefined;
      return error({ file, place, rule: `${group}/unknown-key`, message, allowed, got: key, note });
    });
  }
  const place = placeAt(source.places, issue.path);
  const got = valueAt(source.value, issue.path);
  const name = `"${label(issue.path)}"`;
  if (issue.path.length === 0 && issue.code === 'invalid_type') {
    const message = `This must be a list of keys and values; it is ${described(got)}.`;
    return [error({ file, place, rule: `${group}/value`, message })];
  }
  if (got === undefined) {
    return [
      error({ file, place, rule: `${group}/missing-key`, message: `${name} is missing.`, ...allowedOf(issue, schema) }),
    ];
  }
  if (got === null) {
    const note = 'Give it a value, or take the line out.';
    return [
      error({ file, place, rule: `${group}/value`, message: `${name} is empty.`, note, ...allowedOf(issue, schema) }),
    ];
  }
  const written = lookUp(source.places, issue.path.join('.'))?.written;
  const message = `${name} ${sentence(issue, got, written)}`;
  return [
    error({ file, place, rule: `${group}/value`, message, got: written ?? plain(got), ...allowedOf(issue, schema) }),
  ];
}

/**
 * The rest of a message after the name of the key: what is wrong.
 *
 * @param written how a number is written, where it is shown otherwise
 */
function sentence(issue: Issue, got: unknown, written?: string): string {
  switch (issue.code) {
    case 'invalid_value':
      return `is ${described(got)}, which is not allowed.${didYouMean(String(got), issue.values.map(String))}`;
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}; it is ${written ?? described(got)}.${formHint(issue.expected, written ?? got)}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty.';
      if (issue.origin === 'array') return `has ${entries(got)}; at least ${issue.minimum}.`;
      return `is ${described(got)}; it must be at least ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `is ${String(got).length} characters; at most ${issue.maximum}.`;
      if (issue.origin === 'array') return `has ${entries(got)}; at most ${issue.maximum}.`;
      return `is ${described(got)}; it must be at most ${issue.maximum}.`;
    case 'invalid_union':
      return `must be ${unionKinds(issue.errors)}; it is ${described(got)}.`;
    case 'custom':
      return `${issue.message}.`;
    case 'invalid_key':
      return `is not a good key: ${issue.issues.map((one) => one.message).join('; ')}.`;
    default:
      return `is ${described(got)}: ${issue.message}.`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys and values',
  record: 'a group of keys and values',
};

/** A hint how to write a value where a text or a list is wanted: to YAML `title: 404` is a number. */
function formHint(expected: string, got: unknown): string {
  if (typeof got === 'object') return '';
  if (expected === 'array') return ` Write [${String(got)}].`;
  return expected === 'string' ? ` Write '${String(got)}' in quotes.` : '';
}

function unionKinds(errors: readonly (readonly Issue[])[]): string {
  const kinds = errors.flatMap((issues) => {
    const first = issues.find((one) => one.path.length === 0 && one.code === 'invalid_type');
    return first?.code === 'invalid_type' ? [KINDS[first.expected] ?? first.expected] : [];
  });
  return kinds.length > 0 ? kinds.join(' or ') : 'different';
}

/** The values, or the keys of the group, that may stand in the place of what is wrong. */
function allowedOf(issue: Issue, schema: z.ZodType): { allowed?: readonly string[] } {
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String) };
  const isGroup = issue.code === 'invalid_type' && issue.expected === 'object';
  return isGroup ? { allowed: keysAt(schema, issue.path) } : {};
}

function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys and values';
  return typeof value === 'string' ? `"${plain(value)}"` : String(value);
}

function entries(value: unknown): string {
  const count = Array.isArray(value) ? value.length : 0;
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

function plain(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The keys of the object that the schema wants at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The schema of the value at a path. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.core.$ZodType {
  let at: z.core.$ZodType = unwrapped(schema);
  for (const key of path) {
    if (at instanceof z.ZodObject) at = unwrapped(lookUp(at.shape, String(key)) ?? z.unknown());
    else if (at instanceof z.ZodArray) at = unwrapped(at.element);
    else if (at instanceof z.ZodRecord) at = unwrapped(at.valueType);
  }
  return at;
}
