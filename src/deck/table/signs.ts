// Signs that mean something in Markdown, but in a cell are signs like others.

/** A number that would begin a list: `3. Oktober`. */
const NUMBER = /^(\d{1,9})([.)])(?=[ \t]|$)/u;

/** A line that would begin a list or underline a heading. */
const BEGINS = /^(?:\+(?:[ \t]|$)|\*$|-+$|=+$)/u;

/** A line of text as Markdown: escaped where it would begin a list or underline a heading; of `\•`, which `asCellText` wrote, a `•`. */
export function asText(line: string): string {
  if (BEGINS.test(line)) return `\\${line}`;
  return line.replace(NUMBER, '$1\\$2').replace(/^\\(?=\\*•)/u, '');
}

/** The opposite of `asText`; numbers stay escaped. */
export function asCellText(line: string): string {
  const plain = BEGINS.test(line.slice(1)) ? line.replace(/^\\/u, '') : line;
  return plain.replace(/^(?=\\*•)/u, '\\');
}

/** A line whose number was escaped, as it is printed. */
export function withPlainNumber(line: string): string {
  return line.replace(/^([ \t]*\d{1,9})\\([.)])(?=[ \t]|$)/u, '$1$2');
}

/**
 * What begins code (`{`), a tag (`<`) or the name of a sign (`&amp;`). Tags that are whole stay.
 */
const SIGN = String.raw`\{|<(?![A-Za-z/!?$_])|&(?=(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)`;
const PLAIN_SIGN = new RegExp(String.raw`(?<!\\)((?:\\\\)*)(${SIGN})`, 'gu');
const ESCAPED_SIGN = new RegExp(String.raw`(?<!\\)((?:\\\\)*)\\(${SIGN})`, 'gu');

/** A star inside a word or a number, as in `Kolleg*innen` and `2*3*4`: of two of them Markdown makes emphasis. An address stays whole. */
const PLAIN_STAR = /(?:https?:\/\/|www\.)\S+|(?<=[\p{L}\p{M}\p{N}])\*(?=[\p{L}\p{N}])/giu;
const ESCAPED_STAR = /(?<=[\p{L}\p{M}\p{N}])\\\*(?=[\p{L}\p{N}])/gu;

/** A line of a cell with a `\` before signs that Markdown would take for its own. */
export function escaped(line: string): string {
  return line.replace(PLAIN_SIGN, '$1\\$2').replace(PLAIN_STAR, (found) => (found === '*' ? '\\*' : found));
}

/** The opposite of `escaped`; a sign that Markdown names, such as `&nbsp;`, is itself. */
export function unescaped(line: string): string {
  return line
    .replace(
      /(?<!\\)((?:\\\\)*)&(nbsp|shy|amp|ndash|mdash|hellip|times);/gu,
      (_, before: string, name) => before + NAMED[name as keyof typeof NAMED],
    )
    .replace(ESCAPED_SIGN, '$1$2')
    .replace(ESCAPED_STAR, '*');
}

const NAMED = {
  nbsp: '\u00a0',
  shy: '\u00ad',
  amp: '&',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  times: '×',
} as const;
