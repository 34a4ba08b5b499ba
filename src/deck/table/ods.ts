import { lookUp } from '../../model/look-up.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_TEXT, MAX_UNPACKED } from './limits.ts';
import { cellOfBoolean, type RawBook, type RawCell, type RawSheet } from './raw-sheet.ts';
import { type XmlToken, xmlTokens } from './xml.ts';
import { refuseStrangeXml, tooManyCells, unzip, ZipFault } from './zip.ts';

// OpenDocument spreadsheets, read here and not by hucre: it tells neither hidden rows and sheets nor what a number shows (007).

/** A sheet while it is read. */
interface OpenSheet extends RawSheet {
  rows: RawCell[][];
  hiddenRows: number[];
  merges: { row: number; column: number; rows: number; columns: number }[];
}

/** The state of the reader. */
interface Reader {
  sheets: OpenSheet[];
  /** Names of styles of sheets that are hidden. */
  hiddenStyles: Set<string>;
  style: string;
  /** The sheet, the row and the cell that are open. */
  sheet?: OpenSheet | undefined;
  row?: { cells: RawCell[]; repeated: number; hidden: boolean } | undefined;
  cell?: { attributes: XmlToken['attributes']; text: string; paragraphs: number } | undefined;
  /** Open tags whose text is no cell's: comments, drawings. */
  aside: number;
  /** How many cells hold something. */
  full: number;
}

/**
 * Reads an OpenDocument spreadsheet.
 *
 * @throws ZipFault for what can't be read, with a sentence why
 */
export function readOpenDocument(bytes: Buffer): RawBook {
  const { names, files } = unzip(bytes, (name) => name === 'content.xml', MAX_UNPACKED);
  const content = files.get('content.xml');
  if (!content) throw new ZipFault('It is no spreadsheet: it has no content.xml inside.');
  refuseStrangeXml(content);
  const reader: Reader = { sheets: [], hiddenStyles: new Set(), style: '', aside: 0, full: 0 };
  for (const token of xmlTokens(content.toString('utf8'))) {
    if (token.kind === 'open') open(reader, token);
    else if (token.kind === 'close') close(reader, token);
    else if (reader.cell && reader.cell.paragraphs > 0 && reader.aside === 0) addText(reader.cell, folded(token.name));
  }
  if (reader.sheets.length === 0) throw new ZipFault('It is no spreadsheet: it has no sheets, or is protected.');
  return { sheets: reader.sheets, pictures: names.filter((name) => /^Pictures\/./u.test(name)).length };
}

/** White space of XML is one space. */
function folded(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, ' ');
}

const ASIDE = /^(?:office:annotation|draw:.*|table:shapes)$/u;

function open(reader: Reader, { name, attributes }: XmlToken): void {
  if (ASIDE.test(name)) reader.aside += 1;
  else if (name === 'style:style') reader.style = attributes['style:name'] ?? '';
  else if (name === 'style:table-properties' && attributes['table:display'] === 'false') {
    reader.hiddenStyles.add(reader.style);
  } else if (reader.aside > 0) return;
  else if (name === 'table:table') openSheet(reader, attributes);
  else if (name === 'table:table-row') {
    const hidden = /^(?:collapse|filter)$/u.test(attributes['table:visibility'] ?? '');
    reader.row = { cells: [], repeated: countOf(attributes['table:number-rows-repeated']), hidden };
  } else if (CELL.test(name)) reader.cell = { attributes, text: '', paragraphs: 0 };
  else if (reader.cell) openText(reader.cell, name, attributes);
}

const CELL = /^table:(?:covered-)?table-cell$/u;

function openSheet(reader: Reader, attributes: XmlToken['attributes']): void {
  if (reader.sheets.length >= MAX_SHEETS) throw new ZipFault(`It has more than ${MAX_SHEETS} sheets.`);
  const hidden = reader.hiddenStyles.has(attributes['table:style-name'] ?? '');
  reader.sheet = { name: attributes['table:name'] ?? '', hidden, rows: [], hiddenRows: [], merges: [] };
  reader.sheets.push(reader.sheet);
}

function openText(cell: NonNullable<Reader['cell']>, name: string, attributes: XmlToken['attributes']): void {
  if (name === 'text:p') {
    if (cell.paragraphs > 0) addText(cell, '\n');
    cell.paragraphs += 1;
  } else if (name === 'text:line-break') addText(cell, '\n');
  else if (name === 'text:tab') addText(cell, '\t');
  else if (name === 'text:s') addText(cell, ' '.repeat(Math.min(countOf(attributes['text:c']), 1000)));
}

/** Adds text to a cell, up to just over the limit: one that is too long is refused anyway. */
function addText(cell: NonNullable<Reader['cell']>, text: string): void {
  if (cell.text.length <= MAX_TEXT) cell.text += text;
}

function close(reader: Reader, { name }: XmlToken): void {
  if (ASIDE.test(name)) reader.aside -= 1;
  else if (reader.aside > 0) return;
  else if (CELL.test(name)) closeCell(reader);
  else if (name === 'table:table-row') closeRow(reader);
  else if (name === 'table:table') reader.sheet = undefined;
}

function closeCell(reader: Reader): void {
  const { cell, row, sheet } = reader;
  reader.cell = undefined;
  if (!cell || !row || !sheet) return;
  const { attributes } = cell;
  const value = shownBy(cell.attributes, cell.text.trim());
  const repeated = countOf(attributes['table:number-columns-repeated']);
  const isFull = value.text !== '' || value.fault !== undefined;
  if (isFull && row.cells.length + repeated > MAX_COLUMNS) throw tooManyCells();
  const [columns, rows] = ['columns', 'rows'].map((what) =>
    countOf(lookUp(attributes, `table:number-${what}-spanned`)),
  );
  if (columns !== undefined && rows !== undefined && columns * rows > 1) {
    sheet.merges.push({ row: sheet.rows.length + 1, column: row.cells.length, rows, columns });
  }
  for (let i = 0; i < repeated && row.cells.length <= MAX_COLUMNS; i += 1) row.cells.push(value);
}

function closeRow(reader: Reader): void {
  const { row, sheet } = reader;
  if (!row || !sheet) return;
  const full = row.cells.filter(({ text, fault }) => text !== '' || fault !== undefined).length;
  const isFull = full > 0;
  reader.full += full * row.repeated;
  if (reader.full > MAX_CELLS || (isFull && sheet.rows.length + row.repeated > MAX_ROWS)) throw tooManyCells();
  for (let i = 0; i < row.repeated && sheet.rows.length < MAX_ROWS; i += 1) {
    sheet.rows.push(isFull ? row.cells : []);
    if (row.hidden) sheet.hiddenRows.push(sheet.rows.length);
  }
  reader.row = undefined;
}

/** What a cell shows; of a date its ISO form: nobody can tell 3/4/26 from 4/3/26. */
function shownBy(attributes: XmlToken['attributes'], text: string): RawCell {
  const formula = attributes['table:formula'];
  if (attributes['calcext:value-type'] === 'error') return { text: '', fault: { kind: 'error', got: text } };
  if (formula !== undefined && /^(?:#[A-Z0-9/!?]+|Err:\d+)$/u.test(text)) {
    return { text: '', fault: { kind: 'error', got: text } };
  }
  const type = attributes['office:value-type'];
  if (formula !== undefined && type === undefined && text === '') {
    return { text: '', fault: { kind: 'formula', got: formula } };
  }
  if (type === 'date') return { text: (attributes['office:date-value'] ?? text).replace('T', ' ').slice(0, 16) };
  if (type === 'boolean') return cellOfBoolean(attributes['office:boolean-value'] === 'true');
  const value = Number(attributes['office:value'] ?? Number.NaN);
  return Number.isFinite(value) ? { text, number: value } : { text };
}

function countOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Math.max(1, Number(text)) : 1;
}
