import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { error, type Place, warning } from '../model/problem.ts';
import type { Report } from './files.ts';
import { join, readPlainYaml } from './plain-yaml.ts';

/** YAML or JSON as plain data, and where each part of it stands. */
export interface Located {
  /** As shown. */
  file: string;
  value: unknown;
  /** Dotted path → where the value stands; the empty path is the whole. */
  places: Record<string, Place>;
  /** Dotted path → where its key stands. */
  keys: Record<string, Place>;
}

/** The most lines and signs of YAML in a file: the list of an edition of 1,800 cards has as many, all other files far fewer. */
const MAX_SIGNS = 40_000;

/** How many syntax mistakes of one file are reported one by one. */
const MAX_SAID = 20;

/** Reads YAML; undefined after reporting what is wrong with it. No tags, anchors or aliases. */
export function parseYaml(source: string, file: string, report: Report): Located | undefined {
  const tangle = tangleIn(source);
  if (tangle) {
    report(error({ file, rule: 'yaml/tangle', message: tangle }));
    return undefined;
  }
  const plain = readPlainYaml(source);
  return plain ? { file, ...plain } : parseWithLibrary(source, file, report);
}

/** The same of any YAML, and the only one that says what is wrong: what `readPlainYaml` reads, it reads alike. */
export function parseWithLibrary(source: string, file: string, report: Report): Located | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  let whole = true;
  const reading: Reading = {
    source,
    file,
    places: new Map(),
    keys: new Map(),
    at(offset) {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    },
    report(problem) {
      if (problem.fatal) whole = false;
      report(problem);
    },
  };
  reportSyntax([...document.errors, ...document.warnings], reading);
  if (!whole) return undefined;
  const value = dataOf(document.contents, '', reading) ?? {};
  const [places, keys] = [Object.fromEntries(reading.places), Object.fromEntries(reading.keys)];
  return whole ? { file, value, places, keys } : undefined;
}

/** The state of reading a document. */
interface Reading {
  source: string;
  file: string;
  /** Where values stand, and where keys do, as far as it is read: see Located. */
  places: Map<string, Place>;
  keys: Map<string, Place>;
  /** The place of an offset in the source. */
  at(offset: number): Place;
  report: Report;
}

function reportSyntax(broken: readonly YAMLError[], reading: Reading): void {
  for (const one of broken.slice(0, MAX_SAID)) {
    unreadable(one.pos[0], one.message.replace(/(["'])quote/, 'quote ($1)').replace(/\.?$/, '.'), reading);
  }
  const [next] = broken.slice(MAX_SAID);
  if (next) unreadable(next.pos[0], `${broken.length - MAX_SAID} more mistakes follow from here.`, reading);
}

function unreadable(offset: number, why: string, { file, at, report }: Reading): void {
  const isJson = file.endsWith('.json');
  report(
    error({
      file,
      place: at(offset),
      rule: 'yaml/syntax',
      message: `This ${isJson ? 'JSON' : 'YAML'} can't be read: ${why}`,
      note: isJson
        ? 'Look for a comma, colon or quote that is missing, here or on the line above.'
        : `A value that holds ": " or " #", or starts with a special character, needs 'single quotes'.`,
    }),
  );
}

/** The value of a node; notes the places of all its parts. */
function dataOf(node: Node | null, path: string, reading: Reading): unknown {
  const start = node?.range?.[0];
  if (start !== undefined) reading.places.set(path, reading.at(start));
  if (node === null) return null;
  if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) return refuseAlias(node, path, reading);
  if (isSeq<Node>(node)) return node.items.map((item, i) => dataOf(item, join(path, i), reading));
  if (isMap<Node, Node>(node)) return groupOf(node, path, reading);
  if (!isScalar(node)) return refuseAlias(node, path, reading);
  checkComment(node, path, reading);
  if (start !== undefined) noteWritten(node, path, reading);
  return node.value;
}

/**
 * Notes how a number is written where it is shown otherwise: an author who is told to put 1.10 into quotes must not write 1.1. And that
 * `null` is written: a value that is left empty is null, too.
 */
function noteWritten({ value, source = '' }: Scalar, path: string, { places }: Reading): void {
  const place = places.get(path);
  const isOther = value === null ? source !== '' : typeof value !== 'string' && source !== String(value);
  if (place && isOther && source !== '') places.set(path, { ...place, written: source });
}

function groupOf(node: YAMLMap<Node, Node>, path: string, reading: Reading): Record<string, unknown> {
  const known = new Set<string>();
  const entries = node.items.map((pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const child = join(path, key);
    const keyAt = pair.key.range?.[0];
    // Our own check for doubled keys: the parser's compares each key with every other, 24 s for a file of 256 KB.
    if (known.has(key)) unreadable(keyAt ?? 0, 'Map keys must be unique.', reading);
    known.add(key);
    if (keyAt !== undefined) for (const found of [reading.places, reading.keys]) found.set(child, reading.at(keyAt));
    return [key, dataOf(pair.value, child, reading)];
  });
  return Object.fromEntries(entries);
}

function refuseAlias(node: Node, path: string, { file, places, report }: Reading): undefined {
  report(
    error({
      file,
      place: places.get(path),
      rule: 'yaml/alias',
      message: isAlias(node)
        ? 'An alias (*name) is not allowed; write the value out.'
        : 'An anchor (&name) is not allowed; take it out.',
      note: `A text that starts with * or & needs 'single quotes'.`,
    }),
  );
}

/**
 * Reports where YAML takes the rest of a line for a comment: `title: Rule #1` is "Rule", `colour: #1C6580` is empty. After `# ` a
 * comment may be meant; but in a card, whose front matter is printed, that gets a warning.
 */
function checkComment({ type, value, range }: Scalar, path: string, { source, file, at, report }: Reading): void {
  if (type !== 'PLAIN' || !range) return;
  const [line = ''] = source.slice(range[1], range[2]).split('\n');
  const from = line.indexOf('#');
  const isText = typeof value === 'string' || value === null;
  if (from < 0 || !isText) return;
  const isSure = /^#[^\s#]/u.test(line.slice(from));
  if (!isSure && (value === null || !file.endsWith('.mdx'))) return;
  const lost = line.slice(from).trim();
  const left = value === null ? 'nothing' : `"${value}"`;
  const message = `YAML takes "${lost}" for a comment: what is left of "${path}" is ${left}.`;
  const note = isSure
    ? `Put the value in 'single quotes'; a comment begins with # and a space.`
    : `If it belongs to the text, put it all in 'single quotes'; else give the comment a line of its own.`;
  const say = isSure ? error : warning;
  report(say({ file, place: at(range[1] + from), rule: 'yaml/comment', message, note, got: lost }));
}

/** Refuses nesting on which the parser takes seconds, or runs out of stack, which may end the process: `[[[[ …` or `- - - - …`. */
function tangleIn(source: string): string | undefined {
  const signs = source.length > MAX_SIGNS ? source.match(/[\n[\]{},:"'&*!%#?|>`@\\]/g)?.length : 0;
  if (signs && signs > MAX_SIGNS)
    return `This file has more than ${MAX_SIGNS} lines and signs that mean something in YAML.`;
  return isDeep(source) ? 'This YAML is nested more than 50 levels deep.' : undefined;
}

function isDeep(source: string): boolean {
  let depth = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > 50) return true;
  }
  return /(?:[-?:][ \t]+){50}/.test(source);
}
