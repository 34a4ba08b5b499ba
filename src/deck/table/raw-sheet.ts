// What the readers of files give: values as they are stored, not yet checked.

/** A sheet as it is stored in a workbook. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  /** From row 1 and column A. */
  rows: readonly (readonly RawCell[])[];
  /** Numbers of rows that are hidden, from 1. */
  hiddenRows: readonly number[];
  /** Merged cells. */
  merges: readonly { row: number; column: number; rows: number; columns: number }[];
}

/** What a cell holds and shows. */
export interface RawCell {
  text: string;
  number?: number | undefined;
  /**
   * `#REF!`; a formula whose value was not saved; a format of a number that is not known; a truth value, which each program shows in words of
   * its own language.
   */
  fault?: { kind: 'error' | 'formula' | 'format' | 'boolean'; got: string } | undefined;
}

/** What a file of a spreadsheet program holds. */
export interface RawBook {
  sheets: readonly RawSheet[];
  /** How many pictures lie in it: they are not read. */
  pictures: number;
}

/** `2026-03-04`, with the time where there is one: nobody can tell 3/4/26 from 4/3/26. */
export function dateOf(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}

/** A truth value: fit for keys like `blank`, no text to print. */
export function cellOfBoolean(value: boolean): RawCell {
  return { text: value ? 'yes' : 'no', fault: { kind: 'boolean', got: value ? 'TRUE' : 'FALSE' } };
}

/** A number as spreadsheet programs show it, in 15 digits: 0.1 + 0.2 is 0.3. */
export function decimal(value: number): string {
  return String(Number(value.toPrecision(15)));
}
