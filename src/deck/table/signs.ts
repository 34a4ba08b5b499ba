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

/** What begins code (`{`), a tag (`<`) or the name of a sign (`&amp;`). Tags that are whole stay. */
const SIGN = String.raw`\{|<(?![A-Za-z/!?$_])|&(?=(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)`;

/** What a `\` stands before to make a sign of Markdown plain, in cells too: `\*`. */
const ESCAPABLE = String.raw`*_\x60[\]~|<#!+\-=.)>:@•`;

/** An address; backslashes before a sign that is itself in a cell; backslashes before anything that needs none. */
const BACKSLASHES = new RegExp(
  String.raw`(?:https?:\/\/|www\.)\S+|(\\*)(${SIGN})|(\\+)(?![\\${ESCAPABLE}])(?=([!-\/:-@[-\x60{-~])?)`,
  'giu',
);

/** A star inside a word or a number, as in `Kolleg*innen` and `2*3*4`: of two of them Markdown makes emphasis. An address stays whole. */
const PLAIN_STAR = /(?:https?:\/\/|www\.)\S+|(?<=[\p{L}\p{M}\p{N}])\*(?=[\p{L}\p{N}])/giu;
const ESCAPED_STAR = /(?<=[\p{L}\p{M}\p{N}])\\\*(?=[\p{L}\p{N}])/gu;

/** A line of a cell with a `\` before signs that Markdown would take for its own. Of two backslashes it would print one. */
export function escaped(line: string): string {
  return line
    .replace(BACKSLASHES, (found, before = '', sign = '', run = '') => {
      if (sign !== '') return `${before}${before}\\${sign}`;
      return run === '' ? found : run + run;
    })
    .replace(PLAIN_STAR, (found) => (found === '*' ? '\\*' : found));
}

/** The opposite of `escaped`; a sign that Markdown names, such as `&nbsp;`, is itself. */
export function unescaped(line: string): string {
  return line
    .replace(
      /(?<!\\)((?:\\\\)*)&(nbsp|shy|amp|ndash|mdash|hellip|times);/gu,
      (_, before: string, name) => before + NAMED[name as keyof typeof NAMED],
    )
    .replace(BACKSLASHES, (found, ...[before = '', sign, run, mark]: (string | undefined)[]) => {
      if (sign !== undefined) return half(before, false) + sign;
      return run === undefined ? found : half(run, typeof mark !== 'string');
    })
    .replace(ESCAPED_STAR, '*');
}

/** Backslashes of Markdown as they are printed: each second one. A last single one is printed too, unless it stands before a mark. */
function half(run: string, isLastPrinted: boolean): string {
  const count = run.length / 2;
  return '\\'.repeat(isLastPrinted ? Math.ceil(count) : Math.floor(count));
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
