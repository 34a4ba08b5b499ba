import type { Suit } from '../../model/card.ts';
import { lookUp } from '../../model/look-up.ts';
import { didYouMean } from '../../model/suggest.ts';
import { UsageError } from '../../model/usage.ts';
import { suitNamed } from '../suits.ts';
import { plain } from './columns.ts';
import type { TableMap } from './map-file.ts';
import type { Table } from './table.ts';

/** A table that is imported, and the suit of rows that name none. */
export interface Chosen {
  table: Table;
  /** How the map file calls it. */
  name: string;
  suit: Suit | undefined;
}

/** What the command line says about tables. */
export interface TableChoice {
  /** Id of a suit. */
  suit?: string | undefined;
  /** Name of a sheet. */
  sheet?: string | undefined;
}

/**
 * The tables of a file that are imported: the sheet that was named, else the only one that has rows, else those that the map
 * knows or that are called like a suit.
 *
 * @throws UsageError where that leaves none
 */
export function chosenTables(
  tables: readonly Table[],
  { suit: named, sheet }: TableChoice,
  suits: readonly Suit[],
  map: TableMap,
): { chosen: Chosen[]; left: Table[] } {
  const suit = named === undefined ? undefined : suitNamed(named, suits);
  const full = tables.filter((table) => table.rows.length > 0);
  const names = full.map((table) => table.sheet);
  if (sheet !== undefined && !names.includes(sheet)) {
    throw new UsageError(
      `there is no sheet "${sheet}" with rows.${didYouMean(sheet, names)} Sheets: ${names.join(', ')}`,
    );
  }
  const shown = full.filter((table) => !table.hidden);
  const suitOf = suitsByName(suits);
  const like = (table: Table) => suitOf(table.sheet);
  const isKnown = (table: Table) => Object.hasOwn(map.sheets, tableName(table)) || like(table) !== undefined;
  const wanted =
    sheet !== undefined
      ? full.filter((table) => table.sheet === sheet)
      : shown.length === 1
        ? shown
        : shown.filter(isKnown);
  if (wanted.length === 0) {
    const which =
      full.length === 0
        ? 'the file has no rows'
        : `say which sheet, e.g. --sheet "${names[0]}". Sheets: ${names.join(', ')}`;
    throw new UsageError(which);
  }
  const only = suits.length === 1 ? suits[0] : undefined;
  const known = (table: Table) => suits.find((one) => one.id === lookUp(map.sheets, tableName(table))?.suit);
  const chosen = wanted.map((table) => ({
    table,
    name: tableName(table),
    suit: suit ?? known(table) ?? like(table) ?? only,
  }));
  return { chosen, left: full.filter((table) => !wanted.includes(table)) };
}

/** A sheet’s name in the map; a CSV file has one table and no name for it. */
export function tableName({ sheet }: Table): string {
  return sheet || 'table';
}

/** Gives the suit that a word names: by its id, its name, or what one of its cards is called. */
export function suitsByName(suits: readonly Suit[]): (word: string) => Suit | undefined {
  const ids = new Map(suits.map((suit) => [suit.id, suit]));
  const names = new Map(
    [...suits].reverse().flatMap((suit) => [suit.one, suit.name, suit.id].map((name) => [plain(name), suit])),
  );
  return (word) => ids.get(word) ?? names.get(plain(word));
}
