import { Document, isCollection, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { lookUp } from '../../model/look-up.ts';
import type { Part } from '../cards/parts.ts';
import { withValueAt } from './card-cells.ts';
import { headingIn } from './columns.ts';
import type { CardCell, CardRow } from './rows.ts';

/** The keys that are written before, and after, those of a look. */
const FIRST = ['suit', 'face', 'number', 'title', 'gist', 'glyph', 'image'];
const LAST = ['related', 'sources', 'copies', 'blank', 'alt'];
const YAML = { lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;

/** Front matter as plain data. */
export type FrontData = Readonly<Record<string, unknown>>;

/** The front matter of a card after its row; keys whose cells are empty are gone. */
export function frontAfter(front: FrontData, row: CardRow, changes: readonly CardCell[], isNew: boolean): FrontData {
  let after: Record<string, unknown> = { ...front };
  for (const { target, value } of changes.filter((one) => headingIn(one.target) === undefined)) {
    const path = target.split('.');
    const made = withValueAt(after, path, value);
    after = typeof made === 'object' && made !== null ? { ...made } : {};
  }
  const whole = new Map(Object.entries(after));
  for (const [key, value] of whole) {
    if (Array.isArray(value))
      whole.set(
        key,
        value.filter((one) => one !== undefined),
      );
  }
  if (after.blank === true) return after;
  // A required list may be empty: an empty cell then means [].
  for (const [key, { kind, required }] of Object.entries(row.rules)) {
    const isList = kind.is === 'list' || kind.is === 'groups';
    const isWanted = isNew || changes.some(({ target }) => target.split('.')[0] === key);
    if (required && isList && isWanted && whole.get(key) === undefined) whole.set(key, []);
  }
  return Object.fromEntries(whole);
}

/** The text of a new card. */
export function newText(front: FrontData, sections: ReadonlyMap<string, string>): string {
  const document = new Document({});
  const keys = Object.keys(front);
  const between = keys.filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  for (const key of [...FIRST, ...between, ...LAST].filter((one) => keys.includes(one))) {
    document.set(key, nodeOf(document, lookUp(front, key)));
  }
  const body = [...sections].map(([heading, markdown]) => `## ${heading}\n\n${markdown}\n`);
  return [`---\n${document.toString(YAML)}---\n`, ...body].join('\n');
}

/** The text of a card’s file after a change; what does not change stays as it is written. */
export function changedText(text: string, before: FrontData, after: FrontData, parts: readonly Part[]): string {
  const [, yaml = '', rest = ''] = /^---[^\n]*\n([\s\S]*?\n)?---[^\n]*(?:\n|$)([\s\S]*)$/u.exec(text) ?? [];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(lookUp(before, key)) !== JSON.stringify(lookUp(after, key)));
  const body = parts.map((part) => part.text.trimEnd()).join('\n\n');
  const front = changed.length === 0 ? yaml : yamlAfter(yaml, after, changed);
  return `---\n${front}---\n${/^\s*/u.exec(rest)?.[0] || '\n'}${body}${body === '' ? '' : '\n'}`;
}

function yamlAfter(yaml: string, after: FrontData, keys: readonly string[]): string {
  const document = parseDocument(yaml);
  for (const key of keys) {
    const old = document.get(key, true);
    const value = lookUp(after, key);
    if (value === undefined) document.delete(key);
    else if (isScalar(old) && typeof value === typeof old.value) old.value = value;
    else {
      const node = nodeOf(document, value);
      if (isCollection(node) && isCollection(old)) node.flow = old.flow === true;
      document.set(key, node);
    }
  }
  return document.toString(YAML);
}

/** A value as YAML; a list of short words is written on one line. */
function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value);
  if (isSeq(node) && Array.isArray(value)) {
    node.flow = value.every((one) => typeof one !== 'object' && /^[\w.-]*$/u.test(String(one)));
  }
  return node;
}

/** The parts of a card after its row: those that change take the place of the old, new ones stand where the look wants them. */
export function partsAfter(
  parts: readonly Part[],
  changes: readonly CardCell[],
  order: readonly string[],
  partsFor: (heading: string, entry: CardCell) => readonly Part[],
): Part[] {
  const after = [...parts];
  for (const entry of changes) {
    const heading = headingIn(entry.target);
    if (heading === undefined) continue;
    const at = after.findIndex((part) => part.heading === heading);
    if (entry.value === undefined) after.splice(at, at < 0 ? 0 : 1);
    else if (at >= 0) after.splice(at, 1, ...partsFor(heading, entry));
    else after.splice(placeFor(heading, after, order), 0, ...partsFor(heading, entry));
  }
  return after;
}

/** The index for a new section: after the last of those that come before it in the look's order. */
function placeFor(heading: string, parts: readonly Part[], order: readonly string[]): number {
  const before = order.slice(0, Math.max(0, order.indexOf(heading)));
  const last = parts.findLastIndex((part) => before.includes(part.heading));
  if (last >= 0) return last + 1;
  const first = parts.findIndex((part) => part.heading !== '');
  return order.includes(heading) && first >= 0 ? first : parts.length;
}
