/** What a line of Markdown, or of a cell, is. */
export type LineKind = 'blank' | 'table' | 'heading' | 'bullet' | 'ordered' | 'text';

/** A line that begins with a number. */
interface Numbered {
  at: number;
  indent: number;
  number: number;
  /** `.` or `)`. */
  sign: string;
}

/**
 * The lines of a cell that Markdown may take for entries of numbered lists, by their index: it numbers a list on from its first entry,
 * and so `3. Oktober` above `25. Dezember` would be 3 and 4. Entries count on from one another, or are all 1; one alone is no list.
 */
export function areCounted(lines: readonly string[], kinds: readonly LineKind[]): ReadonlySet<number> {
  const numbered = lines.flatMap((line, at) => (kinds[at] === 'ordered' ? numberedLine(line, at) : []));
  const indents = [...new Set(numbered.map(({ indent }) => indent))];
  const counted = indents.flatMap((indent) => {
    const entries = numbered.filter((one) => one.indent === indent);
    const isWrong = entries.some((entry, i) => {
      const before = entries[i - 1];
      return before !== undefined && !goesOn(before, entry) && isOneList(before, entry, { lines, kinds });
    });
    return isWrong ? [] : entries.filter((_, i) => hasNeighbour(entries, i)).map(({ at }) => at);
  });
  return new Set(counted);
}

function numberedLine(line: string, at: number): Numbered[] {
  const [, space = '', digits, sign = ''] = /^([ \t]*)(\d{1,9})([.)])/u.exec(line) ?? [];
  return digits === undefined ? [] : [{ at, indent: space.length, number: Number(digits), sign }];
}

function goesOn(before: Numbered | undefined, entry: Numbered | undefined): boolean {
  if (!before || !entry) return false;
  return entry.number === before.number + 1 || (entry.number === 1 && before.number === 1);
}

function hasNeighbour(entries: readonly Numbered[], i: number): boolean {
  return goesOn(entries[i - 1], entries[i]) || goesOn(entries[i], entries[i + 1]);
}

/** Whether Markdown takes two entries for one list: nothing but empty and indented lines stands between them. */
function isOneList(
  before: Numbered,
  entry: Numbered,
  { lines, kinds }: { lines: readonly string[]; kinds: readonly LineKind[] },
): boolean {
  const between = lines.slice(before.at + 1, entry.at);
  const isInside = (line: string, i: number) => kinds[before.at + 1 + i] === 'blank' || indentOf(line) > entry.indent;
  return before.sign === entry.sign && between.every(isInside);
}

function indentOf(line: string): number {
  return /^[ \t]*/u.exec(line)?.[0].length ?? 0;
}
