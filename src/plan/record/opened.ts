import { error, type Place, type Problem } from '../../model/problem.ts';
import { ignored } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import { type Located, parseYaml } from '../../read/yaml.ts';
import { readRecord } from '../../record/read.ts';
import type { RoomRecord } from '../../record/record.ts';

/** A record's file, read. */
export interface OpenedRecord {
  /** As shown. */
  file: string;
  /** Absent where the file has faults. */
  record?: RoomRecord;
  problems: Problem[];
  /** Where a part of the file stands, by its path: `sheets[2].fields.owner`; a part that is not there is what is around it. */
  placeOf(path: string): Place | undefined;
}

/** Reads a record's file. Each fault is an error that says where in the file it is. */
export function openedRecord(text: string, file: string): OpenedRecord {
  // JSON is YAML, whose reader knows where each part stands. What it can't read has no places.
  const located: Located | undefined = parseYaml(text, file, ignored);
  const placeOf = (at: string) => located && placeAt(located.places, at.replace(/\[(\d+)\]/gu, '.$1').split('.'));
  const read = readRecord(text);
  if ('record' in read) return { file, record: read.record, problems: [], placeOf };
  const problems = read.faults.map(({ path, message }) =>
    error({
      ...{ file, place: path === '' ? undefined : placeOf(path), rule: 'record/fault' },
      message: path === '' ? message : `${path}: ${message}`,
    }),
  );
  return { file, problems, placeOf };
}
