import { harmless } from './harmless.ts';

/** By this mark at the beginning of a file Excel knows UTF-8; without it, it takes `ä` for `Ã¤`. */
export const UTF8_MARK = '\uFEFF';

/** What stands in a cell. */
type Cell = string | number;

/**
 * A table of comma- or tab-separated values by RFC 4180. A text that would run as a formula is made harmless; a cell with either
 * separator, or a semicolon, is quoted: spreadsheet programs guess which of them a file has.
 */
export function csvText(rows: readonly (readonly Cell[])[], separator: ',' | '\t' = ','): string {
  return rows.map((row) => `${row.map(cellText).join(separator)}\r\n`).join('');
}

function cellText(value: Cell): string {
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return /["\r\n,;\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
