import { type WriteSheet, writeXlsx } from 'hucre';
import { harmless } from '../../model/harmless.ts';
import { headingIn } from './columns.ts';
import type { ExportColumn, ExportTable } from './export-rows.ts';
import { letters } from './table.ts';

// With xlsx.ts, the only two files that use hucre.

/** Dates in the file, so that the same deck gives the same bytes on any day. */
const properties = { created: new Date(Date.UTC(2000, 0, 1)), modified: new Date(Date.UTC(2000, 0, 1)) };

/** How many empty rows below the last card get lists to choose from. */
const ROOM = 500;

/** The bytes of an Excel workbook, a sheet for each table. */
export async function xlsxBytes(tables: readonly ExportTable[]): Promise<Uint8Array> {
  return await writeXlsx({ sheets: tables.map(sheetOf), properties });
}

function sheetOf({ name, columns, rows }: ExportTable): WriteSheet {
  const last = rows.length + ROOM;
  return {
    name,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rows: [
      columns.map(({ header }) => harmless(header)),
      ...rows.map(({ cells }) => cells.map((text, at) => cellOf(text, columns[at]))),
    ],
    cells: new Map([
      ...columns.map(({ header }, at) => [`0,${at}`, { value: harmless(header), style: HEAD }] as const),
      ...rows.flatMap(({ cells }, row) =>
        cells.map((text, at) => [`${row + 1},${at}`, { value: cellOf(text, columns[at]), style: BODY }] as const),
      ),
    ]),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ kind }, at) => {
      const list = kind.is === 'boolean' ? ['yes', 'no'] : kind.is === 'choice' ? kind.values : [];
      // Excel takes no longer list, and no comma in it.
      const fits = list.length > 0 && list.join(',').length <= 255 && list.every((one) => !/[,"]/u.test(one));
      const range = `${letters(at)}2:${letters(at)}${last}`;
      return fits ? [{ type: 'list' as const, values: [...list], range, allowBlank: true }] : [];
    }),
  };
}

const HEAD = { font: { bold: true }, alignment: { vertical: 'top' as const, wrapText: true } };
const BODY = { alignment: { vertical: 'top' as const, wrapText: true } };

/** Numbers are numbers, unless they would lose a digit. */
function cellOf(text: string, column: ExportColumn | undefined): string | number | null {
  if (text === '') return null;
  const isNumber = column?.kind.is === 'number' && String(Number(text)) === text;
  return isNumber ? Number(text) : harmless(text);
}

/** In characters. */
function widthOf({ target, kind }: ExportColumn): number {
  if (kind.is === 'number' || kind.is === 'boolean') return 9;
  if (headingIn(target) !== undefined) return 42;
  return target === 'title' || target === 'gist' || target === 'id' ? 26 : 16;
}
