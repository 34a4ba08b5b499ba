import { type FilledSheet, type RoomRecord, sheetIn, withSheet } from './record.ts';

/** The sheets that both records have and that are not the same in them. */
export function sheetsThatDiffer(own: RoomRecord, other: RoomRecord): FilledSheet[] {
  return other.sheets.filter((one) => {
    const mine = sheetIn(own, one.sheet, one.team);
    return mine !== undefined && !same(mine, one);
  });
}

/** A record with the sheets of another one added; where both have a sheet, it is the other's. */
export function merged(own: RoomRecord, other: RoomRecord): RoomRecord {
  return other.sheets.reduce(withSheet, own);
}

function same(a: FilledSheet, b: FilledSheet): boolean {
  const texts = ({ fields }: FilledSheet) => JSON.stringify(Object.entries(fields).sort());
  return texts(a) === texts(b);
}
