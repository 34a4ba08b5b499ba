// The Markdown of a section as the text of a cell, and back. In a cell a line is a line, and an entry of a list begins with •,
// which no spreadsheet program takes for a formula; in a file lines of a paragraph run on, and a list begins with -.

import { areCounted, type LineKind } from './counted.ts';
import { asCellText, asText, escaped, unescaped, withPlainNumber } from './signs.ts';

/** An entry of a list, with what stands before its text. */
const BULLET = /^([ \t]*)[-*+•][ \t]+(?=\S)/u;
const ORDERED = /^[ \t]*\d{1,9}[.)][ \t]+(?=\S)/u;
const HEADING = /^ {0,3}#{1,6}[ \t]/u;
/** The line below the header of a table, without its spaces. */
const UNDER_HEADER = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/u;

/** A `\` at the end of a line that no other one escapes: Markdown for a line break. `\\` is a backslash of the text. */
const BACKSLASH = /(?<!\\)(?:\\\\)*\\$/u;

/** The kind of each line. A table goes on up to the next empty line. */
function kindsOf(lines: readonly string[], bullets: string): LineKind[] {
  let inTable = false;
  return lines.map((line, at): LineKind => {
    if (line.trim() === '') inTable = false;
    else inTable ||= line.includes('|') && isUnderHeader(lines[at + 1]);
    if (line.trim() === '') return 'blank';
    if (inTable) return 'table';
    if (HEADING.test(line)) return 'heading';
    if (ORDERED.test(line)) return 'ordered';
    return BULLET.test(line) && bullets.includes(line.trim()[0] ?? '') ? 'bullet' : 'text';
  });
}

/** The kinds of a cell's lines: numbers that Markdown would print as others, or that number nothing (`1. Mai`), begin a text. */
function kindsOfCell(lines: readonly string[]): LineKind[] {
  const kinds = kindsOf(lines, '-*•');
  const counted = areCounted(lines, kinds);
  return kinds.map((kind, at) => (kind === 'ordered' && !counted.has(at) ? 'text' : kind));
}

function isUnderHeader(line: string | undefined): boolean {
  return line?.includes('|') === true && UNDER_HEADER.test(line.replace(/[ \t]+/gu, ''));
}

/** The text of a cell for the Markdown of a section. */
export function cellOfMarkdown(markdown: string): string {
  const lines = markdown.split('\n');
  const kinds = kindsOf(lines, '-*+');
  const out: string[] = [];
  // Whether the next line continues this paragraph, and the indent of lines inside a list item.
  let [goesOn, indent] = [false, ''];
  for (const [at, kind] of kinds.entries()) {
    const line = lines[at] ?? '';
    const runs = kind === 'text' || isEntry(kind);
    const isBroken = runs && kinds[at + 1] === 'text' && (line.endsWith('  ') || BACKSLASH.test(line));
    const words = unescaped(isBroken ? line.trimEnd().replace(/\\$/u, '') : line).trimEnd();
    const start = words.trimStart();
    if (kind === 'text' && goesOn) out.push(`${out.pop()} ${start}`);
    else if (kind === 'text') out.push(indent + asCellText(start));
    else out.push(kind === 'bullet' ? words.replace(BULLET, '$1• ') : words);
    goesOn = runs && !isBroken;
    if (isEntry(kind)) indent = words.slice(0, -start.length) + (kind === 'bullet' ? '  ' : '   ');
    else if (kind !== 'text' && (kind !== 'blank' || !/^[ \t]{2}/u.test(lines[at + 1] ?? ''))) indent = '';
  }
  return withPlainNumbers(out)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Lines of a cell with numbers like `3\. Oktober` as they are printed, unless that would make or break a list. */
function withPlainNumbers(lines: readonly string[]): readonly string[] {
  const plain = lines.map(withPlainNumber);
  const isSame = kindsOfCell(plain).every((kind, at) => (kind === 'ordered') === ORDERED.test(lines[at] ?? ''));
  return isSame ? plain : lines;
}

/** The Markdown of a section for the text of a cell. */
export function markdownOfCell(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const out: string[] = [];
  let last: LineKind = 'blank';
  let inList = false;
  for (const [at, kind] of kindsOfCell(lines).entries()) {
    const line = escaped(lines[at] ?? '');
    const isInside = kind === 'text' && inList && /^[ \t]{2}/u.test(line);
    if (kind === 'text' && (last === 'text' || (isInside && last !== 'blank'))) out.push(`${out.pop()}\\`);
    else if (needsGap(last, kind)) out.push('');
    const start = line.trimStart();
    if (kind === 'text') out.push((isInside ? line.slice(0, -start.length) : '') + asText(start));
    else out.push(kind === 'bullet' ? line.replace(BULLET, '$1- ') : line);
    if (isEntry(kind)) inList = true;
    else if (kind !== 'blank' && !isInside) inList = false;
    last = kind;
  }
  return out
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** An entry of a list. */
function isEntry(kind: LineKind): boolean {
  return kind === 'bullet' || kind === 'ordered';
}

/** Whether an empty line must stand between two kinds of lines. */
function needsGap(last: LineKind, kind: LineKind): boolean {
  if (last === 'blank' || kind === 'blank') return false;
  return last !== kind && !(isEntry(last) && isEntry(kind));
}
