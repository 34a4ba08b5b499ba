import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/record/read.ts';
import { type RoomRecord, recordJson, withField } from '../../src/record/record.ts';

const whole = (sheets: unknown) => JSON.stringify({ record: 1, deck: 'A deck', version: '1.0.0', sheets });

/** Faults of a file as `path: sentence`. */
function faults(text: string): string[] {
  const read = readRecord(text);
  return 'faults' in read ? read.faults.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe('a record', () => {
  test('is read as it was written: letters, line breaks, and names that every object has', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    const fields = fc.dictionary(
      fc.oneof(text, fc.constantFrom('constructor', 'toString', 'plan.1.owner')),
      fc.oneof(text, fc.constant(true as const)),
    );
    const sheets = fc.uniqueArray(fc.record({ sheet: text, team: fc.string(), fields }), {
      maxLength: 4,
      selector: ({ sheet, team }) => JSON.stringify([sheet, team]),
    });
    fc.assert(
      fc.property(fc.record({ deck: fc.string(), version: fc.string(), sheets }), (record: RoomRecord) => {
        expect(readRecord(recordJson(record))).toEqual({ record });
      }),
      { numRuns: 40 },
    );
  });

  test('loses a field that is emptied, and a sheet with its last field', () => {
    const none: RoomRecord = { deck: '', version: '', sheets: [] };
    const own = { sheet: 'plan', team: 'A' };
    const one = withField(none, own, 'who', 'Ann');
    expect(one.sheets).toEqual([{ ...own, fields: { who: 'Ann' } }]);
    expect(withField(one, own, 'who', '').sheets).toEqual([]);
    expect(withField(one, { ...own, team: 'B' }, 'who', '').sheets).toEqual(one.sheets);
  });
});

test('the same sheet of two tables is two sheets; a mark before the first character is no fault', () => {
  const sheets = ['A', 'B'].map((team) => ({ sheet: 'plan', team, fields: { who: 'Ann' } }));
  expect(readRecord(`\ufeff${whole(sheets)}`)).toEqual({ record: { deck: 'A deck', version: '1.0.0', sheets } });
});

describe('a file that is no record is refused, with the place of each fault', () => {
  test.each([
    ['', /^: This is no JSON: /u],
    ['[]', /^: This is no record: a record begins with \{ "record": 1, …$/u],
    ['{"cards":[]}', /^: This is no record/u],
    ['{"record":2}', /^record: This prepdeck reads records of version 1; it is 2\.$/u],
    [JSON.stringify({ record: 1, deck: 1, version: '', sheets: [] }), /^deck: This must be a text; it is 1\.$/u],
    [whole('x'), /^sheets: This must be a list; it is "x"\.$/u],
    [whole([7]), /^sheets\[0\]: This must be a group of keys and values; it is 7\.$/u],
    [
      whole([{ sheet: 'a', fields: [] }]),
      /^sheets\[0\]\.fields: This must be a group of keys and values; it is \[\]\.$/u,
    ],
    [whole([{ fields: {} }]), /^sheets\[0\]\.sheet: This must be a text; it is missing\.$/u],
    [
      whole([
        { sheet: 'a', fields: {} },
        { sheet: 'b', fields: { owner: 7 } },
      ]),
      /^sheets\[1\]\.fields\.owner: This must be a text, or true for a tick; it is 7\.$/u,
    ],
    [whole([{ sheet: 'a', fields: {}, colour: 'red' }]), /^sheets\[0\]\.colour: A record has no key “colour” here/u],
    [
      whole([
        { sheet: 'a', team: 'T', fields: {} },
        { sheet: 'a', team: 'T', fields: {} },
      ]),
      /^sheets\[1\]: The sheet “a” of “T” is there twice\.$/u,
    ],
    [
      JSON.stringify({ record: 1, deck: '', version: '', sheets: [], owner: 'Ann' }),
      /^owner: A record has no key “owner” here/u,
    ],
    [whole('long '.repeat(20)), /^sheets: This must be a list; it is "[long ]{38}…\.$/u],
  ])('%s', (text, message) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test('a file that is too long is not read', () => {
    expect(faults(' '.repeat(5_000_001))).toEqual([': The file has 5000001 characters; a record has 5000000 at most.']);
  });

  test('all faults in one run', () => {
    expect(faults(whole([7, { sheet: 1, fields: { a: null, b: false } }]))).toHaveLength(4);
  });

  test('whatever the text is, nothing is thrown', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readRecord(text)));
    fc.assert(
      fc.property(fc.json(), (text) => void readRecord(`{"record":1,"deck":"","version":"","sheets":${text}}`)),
    );
  });
});
