import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellFaults } from '../../../src/deck/table/cell-faults.ts';
import { readTables } from '../../../src/deck/table/read-tables.ts';
import { addressOf, columnOf, letters, type Table } from '../../../src/deck/table/table.ts';
import { unzip, zipOf } from '../../../src/deck/table/zip.ts';
import { said, workbook } from './support.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-table-'));
});
afterAll(() => rm(root, { recursive: true }));

async function read(name: string, content: string | Uint8Array, lang?: string) {
  const file = path.join(root, name);
  await writeFile(file, content);
  const { tables, problems } = await readTables(file, name, lang);
  return { tables, problems: said(problems) };
}

/** The texts of a table’s cells, and their numbers where there are some. */
function texts(table: Table | undefined) {
  return table?.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell.text)]);
}

function faults(table: Table | undefined) {
  if (!table) return [];
  const columns = Array.from({ length: 9 }, (_, column) => ({
    column,
    isNumber: column === 8,
    isText: column !== 4,
  }));
  return said(cellFaults(table, table.rows, columns));
}

/** An OpenDocument spreadsheet with these tags in its body. */
function openDocument(body: string, styles = ''): Buffer {
  const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles>
    <office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf(new Map([['content.xml', Buffer.from(content)]]));
}

/** A time as a workbook has it: the part of a day. */
const NINE_THIRTY = 9.5 / 24;

describe('a workbook', () => {
  const sheet = {
    name: 'Sheet 1',
    rows: [
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      [' One\r\nTwo ', 7, 0.25, new Date(Date.UTC(2026, 2, 4)), true, 'Cafe\u0301', 0.1 + 0.2],
      [null, null, null, null, null, null, null],
      ['hidden', null, 'x!', null, null, '007', new Date(Date.UTC(2026, 2, 4, 13, 30))],
    ],
    cells: new Map([
      ['1,1', { value: 7, style: { numFmt: '000' } }],
      ['1,2', { value: 0.25, style: { numFmt: '0%' } }],
      ['3,2', { formula: 'A2&"!"', formulaResult: 'x!', value: 'x!' }],
    ]),
    rowDefs: new Map([[3, { hidden: true }]]),
  };

  test('gives what its cells show: line breaks, leading zeros, values of formulas, dates, hidden rows', async () => {
    const { tables, problems } = await read(
      'a.xlsx',
      await workbook(sheet, { name: 'B', rows: [['x']], hidden: true }),
    );
    expect(problems).toEqual([]);
    expect(texts(tables[0])).toEqual([
      [1, 'a', 'b', 'c', 'd', 'e', 'f', 'g'],
      [2, 'One\nTwo', '007', '25%', '2026-03-04', 'yes', 'Café', '0.3'],
      [4, 'hidden', '', 'x!', '', '', '007', '2026-03-04 13:30'],
    ]);
    expect(tables.map(({ sheet, hidden, hiddenRows }) => [sheet, hidden, hiddenRows])).toEqual([
      ['Sheet 1', false, [4]],
      ['B', true, []],
    ]);
    expect(faults(tables[0])).toEqual([]);
  });

  /** A sheet of one row of values, each with a format. */
  function shownAs(...cells: readonly (readonly [number | Date, string])[]) {
    const row = cells.map(([value]) => value);
    return workbook({
      name: 'S',
      rows: [row],
      cells: new Map(cells.map(([value, numFmt], at) => [`0,${at}`, { value, style: { numFmt } }])),
    });
  }

  test.each([
    ['de', '2,5', '1.250,50', '25,6%', '09:30'],
    ['fr-FR', '2,5', '1\u00a0250,50', '25,6%', '09:30'],
    ['en-GB', '2.5', '1,250.50', '25.6%', '09:30'],
    ['', '2.5', '1,250.50', '25.6%', '09:30'],
    ['no_code', '2.5', '1,250.50', '25.6%', '09:30'],
  ])('writes numbers as the language %j does, and times as they are shown', async (lang, ...expected) => {
    const book = await shownAs([2.5, 'General'], [1250.5, '#,##0.00'], [0.256, '0.0%'], [NINE_THIRTY, 'hh:mm']);
    const { tables } = await read('a.xlsx', book, lang);
    expect(texts(tables[0])).toEqual([[1, ...expected]]);
    expect(tables[0]?.rows[0]?.cells.map(({ number }) => number)).toEqual([2.5, 1250.5, 0.256, undefined]);
    expect(faults(tables[0])).toEqual([]);
  });

  test('refuses what programs show in ways of their own: truth values, spans of time, the time of the system', async () => {
    const book = await shownAs(
      [NINE_THIRTY, 'h:mm AM/PM'],
      [NINE_THIRTY, '[h]:mm'],
      [NINE_THIRTY, '[$-F400]h:mm:ss AM/PM'],
      [1e-7, 'General'],
      [1.2345e19, 'General'],
    );
    const times = await read('a.xlsx', book);
    expect(texts(times.tables[0])?.[0]?.[1]).toBe('9:30 AM');
    expect(faults(times.tables[0])).toEqual(
      ['B1', 'C1', 'D1', 'E1'].map(
        (cell) => `a.xlsx S!${cell} error table/cell This number is shown in a way that is not known here.`,
      ),
    );
    const words = await read('b.xlsx', await workbook({ name: 'S', rows: [[true, 'a', 'b', 'c', false]] }));
    expect(faults(words.tables[0])).toEqual([
      'b.xlsx S!A1 error table/cell This cell holds a truth value: each program shows it in words of its own language.',
    ]);
  });

  test('says which cells can’t be used', async () => {
    const rows = [
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
      [null, null, 12.5, 'x', 'a\u0007', 'y'.repeat(10_001), null, null, 12.5],
    ];
    const cells = new Map([
      ['1,0', { value: '#DIV/0!', type: 'error' as const }],
      ['1,1', { formula: 'A1' }],
      ['1,2', { value: 12.5, style: { numFmt: '[$€-407] 0.00' } }],
      ['1,8', { value: 12.5, style: { numFmt: '[$€-407] 0.00' } }],
    ]);
    const merges = [{ startRow: 1, startCol: 3, endRow: 2, endCol: 3 }];
    const { tables } = await read('a.xlsx', await workbook({ name: 'S', rows, cells, merges }));
    expect(faults(tables[0])).toEqual([
      'a.xlsx S!D2 error table/merged The cells from here to D3 are merged: only the first of them has a text.',
      'a.xlsx S!A2 error table/cell This cell shows #DIV/0!.',
      'a.xlsx S!B2 error table/cell The value of this formula is not saved in the file.',
      'a.xlsx S!C2 error table/cell This number is shown in a way that is not known here.',
      'a.xlsx S!E2 error table/cell This cell holds the invisible control character U+0007.',
      'a.xlsx S!F2 error table/cell This cell has 10001 characters.',
    ]);
  });
});

describe('an OpenDocument spreadsheet', () => {
  test('gives what its cells show', async () => {
    const body = `<table:table table:name="S"><table:table-row>
      <table:table-cell office:value-type="string"><text:p>One &amp; <text:span>two</text:span><text:s text:c="2"/>x</text:p><text:p>Three</text:p>
        <office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>
      <table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2026-03-04"><text:p>4.3.26</text:p></table:table-cell>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2"><text:p>r</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16378"/></table:table-row>
      <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell><text:p>h</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table><table:table table:name="T" table:style-name="ta2"><table:table-row><table:table-cell table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell table:formula="of:=#REF!" office:value-type="string" calcext:value-type="error"><text:p>#¡REF!</text:p></table:table-cell></table:table-row></table:table>`;
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const { tables, problems } = await read('a.ods', openDocument(body, styles));
    expect(problems).toEqual([]);
    expect(texts(tables[0])?.map((row) => row.slice(0, 7))).toEqual([
      [1, 'One & two  x\nThree', '007', '2026-03-04', 'yes', 'r', 'r'],
      [2, 'h'],
      [3, 'h'],
    ]);
    expect(tables[0]?.rows[0]?.cells[1]?.number).toBe(7);
    expect(tables.map(({ hidden, hiddenRows }) => [hidden, hiddenRows.slice(0, 3)])).toEqual([
      [false, [2, 3]],
      [true, []],
    ]);
    expect(faults(tables[1])).toEqual([
      'a.ods T!A1 error table/cell This cell shows #DIV/0!.',
      'a.ods T!B1 error table/cell This cell shows #¡REF!.',
    ]);
  });
});

describe('comma-separated values', () => {
  test.each<[string, string | Uint8Array]>([
    ['commas', 'a,b\r\n"x, ""y""\nz",2\r\n'],
    ['semicolons', 'a;b\n"x, ""y""\nz";2\n'],
    ['tabs', 'a\tb\n"x, ""y""\nz"\t2\n'],
    ['line ends of several systems', 'a;b\r\n"x, ""y""\nz";2\n'],
    ['line ends of old Macs', 'a;b\r"x, ""y""\rz";2\r'],
    ['a line for Excel', 'sep=;\r\na;b\r\n"x, ""y""\nz";2'],
    ['a mark of UTF-8', '\uFEFFa,b\n"x, ""y""\nz",2\n'],
    ['UTF-16', Buffer.from('\uFEFFa\tb\r\n"x, ""y""\nz"\t2\r\n', 'utf16le')],
  ])('with %s', async (_, content) => {
    const { tables, problems } = await read('a.csv', content);
    expect(problems).toEqual([]);
    expect(texts(tables[0])).toEqual([
      [1, 'a', 'b'],
      [2, 'x, "y"\nz', '2'],
    ]);
  });

  test('are parted by what gives most rows as many cells as the first has', async () => {
    const { tables } = await read('a.csv', 'Title, short;Ask, long\r\nA;x, y, z\nB;"x;\ny"\n');
    expect(texts(tables[0])).toEqual([
      [1, 'Title, short', 'Ask, long'],
      [2, 'A', 'x, y, z'],
      [3, 'B', 'x;\ny'],
    ]);
    expect(texts((await read('b.csv', 'a,b;c\n1,2\n')).tables[0])?.[1]).toEqual([2, '1', '2']);
  });

  test('may have empty cells behind those of the first row', async () => {
    const { tables, problems } = await read('a.csv', 'a,b\nx,2,, \n');
    expect(problems).toEqual([]);
    expect(texts(tables[0])?.[1]?.slice(0, 3)).toEqual([2, 'x', '2']);
  });

  test('that are not UTF-8 are read, and said', async () => {
    const { tables, problems } = await read('a.csv', Buffer.from('a\ncaf\xe9 \x93x\x94\n', 'latin1'));
    expect(problems).toEqual(['a.csv warning table/encoding This file is not UTF-8: it is read as Windows-1252.']);
    expect(texts(tables[0])?.[1]).toEqual([2, 'café “x”']);
  });

  test.each([
    ['pl', 'Windows-1250', [0x8f, 0x9f, 0xb3], 'Źźł'],
    ['uk-UA', 'Windows-1251', [0xbf, 0xba], 'їє'],
    ['el', 'Windows-1253', [0xdf, 0xe1], 'ία'],
    ['tr', 'Windows-1254', [0xfd, 0xfe], 'ış'],
  ])('of the language %s are read as %s', async (lang, page, bytes, text) => {
    const { tables, problems } = await read('a.csv', Buffer.from([0x61, 0x0a, ...bytes, 0x0a]), lang);
    expect(problems).toEqual([`a.csv warning table/encoding This file is not UTF-8: it is read as ${page}.`]);
    expect(texts(tables[0])?.[1]).toEqual([2, text]);
  });

  test.each([
    ['a,b\n"x,2\ny,3\n', 'a.csv:3:1 error table/csv Row 2: a quotation mark (") that begins a cell is never closed.'],
    ['\na,b\nx, y,2\n', 'a.csv C3 error table/csv This row has 3 cells, and the first row 2: the rest would be lost.'],
    ['a,b\n"x" y,2\n', 'a.csv:2:1 error table/csv Row 2: text stands after the quotation mark that ends a cell.'],
    [
      'a,b\n5" x,2\n',
      'a.csv:2:1 error table/csv Row 2: a quotation mark (") stands in a cell that does not begin with one.',
    ],
  ])('%j', async (content, message) => {
    expect((await read('a.csv', content)).problems).toEqual([message]);
  });
});

describe('a file of a stranger’s', () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, '<c r="A1"><v>1</v></c>'), { level: 9 });

  /** A zip with one packed file, which says that it is `size` bytes. */
  function packed(name: string, data: Buffer, size: number): Buffer {
    const zip = Buffer.concat([zipOf(new Map([[name, data]]))]);
    const central = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    for (const [at, header] of [
      [0, 8],
      [central, 10],
    ] as const)
      zip.writeUInt16LE(8, at + header);
    zip.writeUInt32LE(size, 22);
    zip.writeUInt32LE(size, central + 24);
    return zip;
  }

  const far =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
  const NOT_READ = 'error table/file This spreadsheet is not read.';

  test.each<[string, string, () => Buffer, string]>([
    [
      'is a bomb that says so',
      'xlsx',
      () => packed('xl/worksheets/sheet1.xml', bomb, 64 * 1024 * 1024),
      'Unpacked it is larger than 8 MB.',
    ],
    [
      'is a bomb that denies it',
      'xlsx',
      () => packed('xl/worksheets/sheet1.xml', bomb, 1000),
      'It says that it is smaller than it is.',
    ],
    [
      'is a bomb that is stored',
      'ods',
      () => packed('content.xml', bomb, 64 * 1024 * 1024),
      'Unpacked it is larger than 8 MB.',
    ],
    ['is empty', 'xlsx', () => Buffer.alloc(0), 'It is damaged or not a spreadsheet: the end of the file is missing.'],
    [
      'is something else',
      'xlsx',
      () => Buffer.from('Hello, '.repeat(99)),
      'It is damaged or not a spreadsheet: the end of the file is missing.',
    ],
    [
      'is a zip of something else',
      'ods',
      () => zipOf(new Map([['a.txt', Buffer.from('a')]])),
      'It is no spreadsheet: it has no content.xml inside.',
    ],
    [
      'has a cell at the end of the world',
      'xlsx',
      () => zipOf(new Map([['xl/worksheets/sheet1.xml', Buffer.from(far)]])),
      'A sheet of it has more than 5000 rows, 200 columns or 100000 cells with something in them.',
    ],
    [
      'repeats a row a million times',
      'ods',
      () =>
        openDocument(
          '<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        ),
      'A sheet of it has more than 5000 rows, 200 columns or 100000 cells with something in them.',
    ],
    [
      'defines entities',
      'ods',
      () => zipOf(new Map([['content.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')]])),
      'It can’t be read: its XML has a document type.',
    ],
    [
      'ends in the middle of a tag',
      'ods',
      () => openDocument('<table:table table:name="S'),
      'It can’t be read: a tag of its XML has no end.',
    ],
  ])('%s', async (_, kind, make, why) => {
    expect((await read(`a.${kind}`, make())).problems).toEqual([`a.${kind} ${NOT_READ} ${why}`]);
  });

  test('is cut short or damaged: said, wherever it is', async () => {
    const whole = Buffer.from(await workbook({ name: 'S', rows: [['title'], ['x']] }));
    for (const at of [10, whole.length / 2, whole.length - 30, whole.length - 5].map(Math.floor)) {
      const { problems } = await read('a.xlsx', whole.subarray(0, at));
      expect(problems[0]).toContain(NOT_READ);
    }
    for (let at = 0; at < whole.length; at += 97) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const { tables, problems } = await read('a.xlsx', broken);
      expect(tables.length + problems.length).toBeGreaterThan(0);
    }
  });

  test('is protected', async () => {
    const { problems } = await read('a.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect(problems).toEqual(['a.xlsx error table/file This file is protected by a password, or an old .xls.']);
  });
});

test('a zip is written so that it is read', () => {
  const files = new Map([
    ['a.xml', Buffer.from('one')],
    ['b/c.xml', Buffer.from('')],
  ]);
  expect(unzip(zipOf(files), () => true, 10)).toEqual({ names: ['a.xml', 'b/c.xml'], files });
});

test('cells are called as in a spreadsheet program', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(['A', 'Z', 'AA', 'AAA'].map(columnOf)).toEqual([0, 25, 26, 702]);
  const at = { row: 14, column: 2 };
  expect(addressOf({ file: 'c.xlsx', sheet: 'Sheet1' }, at)).toBe('c.xlsx Sheet1!C14');
  expect(addressOf({ file: 'c.xlsx', sheet: 'Bob’s 1' }, at)).toBe("c.xlsx 'Bob’s 1'!C14");
  expect(addressOf({ file: 'c.csv', sheet: '' }, at)).toBe('c.csv C14');
});
