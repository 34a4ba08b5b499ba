import { type Cell as BookCell, type CellValue, EncryptedFileError, formatValue, HucreError, readXlsx } from 'hucre';
import { MAX_CELLS, MAX_COLUMNS, MAX_MERGED, MAX_ROWS, MAX_SHEETS, MAX_STYLES, MAX_UNPACKED } from './limits.ts';
import { cellOfBoolean, dateOf, decimal, type RawBook, type RawCell } from './raw-sheet.ts';
import { columnOf, letters } from './table.ts';
import { refuseStrangeXml, tooManyCells, unzip, ZipFault, zipOf } from './zip.ts';

// With write-xlsx.ts, the only two files that use hucre.

/** The parts of a workbook that are read: none with links, drawings, macros or other files. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/u;

/**
 * Reads an Excel workbook.
 *
 * @param lang the language of its numbers: 2,5 in German
 * @throws ZipFault for what can't be read, with a sentence why
 */
export async function readWorkbook(bytes: Buffer, lang: string): Promise<RawBook> {
  const separators = separatorsOf(lang);
  const { names, files } = unzip(bytes, (name) => PARTS.test(name), MAX_UNPACKED);
  for (const xml of files.values()) {
    refuseStrangeXml(xml);
    if (isTooLarge(xml.toString('latin1'))) throw tooManyCells();
  }
  const { sheets } = await opened(zipOf(files));
  return {
    pictures: names.filter((name) => name.startsWith('xl/media/')).length,
    sheets: sheets.map(({ name, rows, cells, rowDefs, merges, hidden, veryHidden }) => ({
      name,
      hidden: hidden === true || veryHidden === true,
      rows: rows.map((row, r) => row.map((value, c) => cellOf(value, cells?.get(`${r},${c}`), separators))),
      hiddenRows: [...(rowDefs ?? [])].filter(([, row]) => row.hidden).map(([r]) => r + 1),
      merges: (merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        row: startRow + 1,
        column: startCol,
        rows: endRow - startRow + 1,
        columns: endCol - startCol + 1,
      })),
    })),
  };
}

async function opened(zip: Buffer) {
  try {
    // One row and one column more than are allowed, so that a cell there is seen and refused.
    const book = await readXlsx(zip, { readStyles: true, range: `A1:${letters(MAX_COLUMNS)}${MAX_ROWS + 1}` });
    const isFull = (row: readonly CellValue[], at: number) => row.slice(at < MAX_ROWS ? MAX_COLUMNS : 0).some(isFilled);
    if (book.sheets.some(({ rows }) => rows.some(isFull))) throw tooManyCells();
    return book;
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new ZipFault('It is protected by a password.');
    if (cause instanceof HucreError) throw new ZipFault(`It can’t be read: ${cause.message.replace(/\.$/u, '')}.`);
    throw cause;
  }
}

function isFilled(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

/**
 * Whether a sheet has a cell with something in it beyond the limits (one at XFD1048576 makes a table of 17 billion), or too
 * many. The lengths are bounded, so that `<c <c <c …` takes no longer than it is long.
 */
function isTooLarge(xml: string): boolean {
  const most = { '<mergeCell ': MAX_MERGED, '<c>': MAX_CELLS, '<sheet ': MAX_SHEETS, '<xf ': MAX_STYLES };
  if (Object.entries(most).some(([tag, limit]) => countOf(xml, tag) > limit)) return true;
  let count = 0;
  const cells = xml.matchAll(/<c\s[^<>]{0,60}?\br="([A-Z]{1,9})(\d{1,9})"(?:[^<>]{0,120}?[^/<>])?>/gu);
  for (const [, column = '', row = ''] of cells) {
    count += 1;
    if (Number(row) > MAX_ROWS || columnOf(column) >= MAX_COLUMNS || count > MAX_CELLS) return true;
  }
  return false;
}

function countOf(xml: string, tag: string): number {
  let count = 0;
  for (let at = xml.indexOf(tag); at >= 0; at = xml.indexOf(tag, at + 1)) count += 1;
  return count;
}

function cellOf(value: CellValue, cell: BookCell | undefined, separators: Separators): RawCell {
  if (cell?.type === 'error') return { text: '', fault: { kind: 'error', got: String(value) } };
  if (cell?.formula !== undefined && value === null) {
    return { text: '', fault: { kind: 'formula', got: `=${cell.formula}` } };
  }
  const format = cell?.style?.numFmt ?? 'General';
  if (typeof value === 'number') return cellOfNumber(value, format, separators);
  if (typeof value === 'boolean') return cellOfBoolean(value);
  return value instanceof Date ? cellOfDate(value, format) : { text: value ?? '' };
}

/** A number as it is shown, with the decimal sign of the language: a workbook does not say with which its author sees it. */
function cellOfNumber(value: number, format: string, separators: Separators): RawCell {
  const plain = decimal(value);
  const unknown: RawCell = {
    text: plain,
    number: value,
    fault: { kind: 'format', got: format === 'General' ? plain : format },
  };
  // Of more than 15 digits the last are lost already, and the cell shows 1.2E+19.
  const isLong = plain.includes('e') || Math.abs(value) >= 1e15;
  if (format === 'General') return isLong ? unknown : { text: separated(plain, separators), number: value };
  const isKnown = KNOWN_FORMAT.test(format) && (separated('.,', separators) === '.,' || !LITERAL_SIGN.test(format));
  return isKnown ? { text: separated(formatValue(value, format).trim(), separators), number: value } : unknown;
}

/** Number formats that are understood whole; of `[$€-407] 0.00` the euro would be lost. */
const KNOWN_FORMAT = /^(?:[0#?.,%@\s;()+-]|"[^"]*"|\\.|_.)*$/u;

/** A point or comma of a number's format that is printed as it is. */
const LITERAL_SIGN = /"[^"]*[.,][^"]*"|\\[.,]/u;

/** The signs inside numbers. */
interface Separators {
  decimal: string;
  group: string;
}

/** The signs inside numbers of a language; of none, and of a text that is no language code, those of English. */
function separatorsOf(lang: string): Separators {
  const [code] = /^[a-z]{2,3}(?:-[A-Z]{2})?(?=-|$)/u.exec(lang) ?? ['en'];
  const parts = new Intl.NumberFormat(code, { numberingSystem: 'latn' }).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  // French has U+202F between thousands, which few fonts have; a no-break space stands for it.
  return { decimal: sign('decimal') ?? '.', group: (sign('group') ?? ',').replace(/\s/u, '\u00a0') };
}

function separated(text: string, { decimal: point, group }: Separators): string {
  return text.replace(/[.,]/gu, (sign) => (sign === '.' ? point : group));
}

/** A date as `dateOf` writes it; a time of a day as it is shown. */
function cellOfDate(value: Date, format: string): RawCell {
  const signs = format.replace(/"[^"]*"|\\./gu, '');
  const isTime = /[hs]|\[m+\]/iu.test(signs) && !/[dy]/iu.test(signs.replace(/\[[^\]]*\]/gu, ''));
  if (!isTime) return { text: dateOf(value) };
  if (KNOWN_TIME.test(format)) return { text: formatValue(value, format).trim() };
  return { text: dateOf(value), fault: { kind: 'format', got: format } };
}

/** Formats of times that are understood whole: no spans of hours (`[h]:mm`), nor the time as the system shows it (`[$-F400]`). */
const KNOWN_TIME = /^(?:\[\$-[0-9A-E][0-9A-F]*\])?(?:[hms:\s;@]|AM\/PM|"[^"]*"|\\.)*$/iu;
