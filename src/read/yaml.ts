import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { error, type Place } from '../model/problem.ts';
import type { Report } from './files.ts';

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

/** How many lines and signs of YAML a file may have: the list of an edition of 1,800 cards has as many, all else far fewer. */
const MAX_SIGNS = 40_000;

/** After so many mistakes in the syntax of one file the rest are not said one by one. */
const MAX_SAID = 20;

/** Reads YAML; undefined after saying what is wrong with it. No tags, anchors or aliases. */
export function parseYaml(source: string, file: string, report: Report): Located | undefined {
  const tangle = tangleIn(source);
  if (tangle) {
    report(error({ file, rule: 'yaml/tangle', message: tangle }));
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const isJson = file.endsWith('.json');
  const broken = [...document.errors, ...document.warnings];
  const unreadable = (offset: number, why: string) =>
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
  for (const one of broken.slice(0, MAX_SAID)) {
    unreadable(one.pos[0], one.message.replace(/(["'])quote/, 'quote ($1)').replace(/\.?$/, '.'));
  }
  const [next] = broken.slice(MAX_SAID);
  if (next) unreadable(next.pos[0], `${broken.length - MAX_SAID} more mistakes follow from here.`);
  if (broken.length > 0) return undefined;

  const [places, keyPlaces] = [new Map<string, Place>(), new Map<string, Place>()];
  let whole = true;
  const walk = (node: Node | null, path: string): unknown => {
    const start = node?.range?.[0];
    if (start !== undefined) places.set(path, at(start));
    if (isScalar(node) && !node.anchor) return node.value;
    if (isSeq<Node>(node) && !node.anchor) return node.items.map((item, i) => walk(item, join(path, i)));
    if (isMap<Node, Node>(node) && !node.anchor) {
      const keys = new Set<string>();
      return Object.fromEntries(
        node.items.map((pair) => {
          const key = isScalar(pair.key) ? String(pair.key.value) : '';
          const child = join(path, key);
          const keyAt = pair.key.range?.[0];
          // The parser's own check compares each key with each other one: 24 s for a file of 256 KB.
          if (keys.has(key)) {
            whole = false;
            unreadable(keyAt ?? 0, 'Map keys must be unique.');
          }
          keys.add(key);
          if (keyAt !== undefined) for (const found of [places, keyPlaces]) found.set(child, at(keyAt));
          return [key, walk(pair.value, child)];
        }),
      );
    }
    if (node === null) return null;
    whole = false;
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
    return undefined;
  };
  const value = walk(document.contents, '') ?? {};
  return whole ? { file, value, places: Object.fromEntries(places), keys: Object.fromEntries(keyPlaces) } : undefined;
}

/** What the parser runs out of stack on, which may end the process, or takes seconds for: `[[[[ …` or `- - - - …`. */
function tangleIn(source: string): string | undefined {
  const signs = source.match(/[\n[\]{},:"'&*!%#?|>`@]/g)?.length ?? 0;
  if (signs > MAX_SIGNS) return `This file has more than ${MAX_SIGNS} lines and signs that mean something in YAML.`;
  return isDeep(source) ? 'This YAML is nested more than 50 levels deep.' : undefined;
}

function isDeep(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '[' || character === '{') depth += 1;
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
    if (depth > 50) return true;
  }
  return /(?:[-?:][ \t]+){50}/.test(source);
}

/** `behaviors` and 2 → `behaviors.2`. */
function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
