import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardsNamed } from '../../src/record/cards-named.ts';
import { sheetCsv } from '../../src/record/csv.ts';
import { filledPages } from '../../src/record/filled.ts';
import { recordMarkdown } from '../../src/record/markdown.ts';
import { merged, sheetsThatDiffer } from '../../src/record/merge.ts';
import type { RoomRecord } from '../../src/record/record.ts';
import type { SheetShape } from '../../src/record/shape.ts';

const plan: SheetShape = {
  id: 'plan',
  title: 'Plan',
  fields: [
    { id: 'who', label: 'Who', section: 'People', columns: [], rows: [] },
    { id: 'sure', label: 'Sure', section: 'People', columns: [], rows: [] },
    {
      ...{ id: 'tasks', label: '', section: 'Tasks', rows: [{ id: '1', label: '' }] },
      columns: [
        { id: 'task', label: 'Task' },
        { id: 'done', label: 'Done' },
      ],
    },
    {
      id: 'law',
      label: 'Law',
      section: 'Tasks',
      columns: [{ id: 'why', label: 'Why' }],
      rows: [{ id: 'eu', label: 'EU' }],
    },
  ],
};

function record(fields: RoomRecord['sheets'][number]['fields'], sheet = 'plan', team = ''): RoomRecord {
  return { deck: '', version: '', sheets: [{ sheet, team, fields }] };
}

const full = record({
  ...{ 'tasks.12.task': 'late', 'tasks.1.task': '=1+1', 'tasks.1.done': true, who: 'Ann | *Bob*\nand Cy' },
  ...{ sure: true, 'law.eu.why': 'consent', 'law.us.why': 'no such row', gone: 'an older field' },
});

test('a sheet is read under its headings, rows that somebody added by number, and what it does not have last', () => {
  expect(filledPages(full, [plan], 'yes')).toEqual([
    {
      ...{ sheet: 'plan', team: '', title: 'Plan', known: true },
      parts: [
        {
          heading: 'People',
          entries: [
            { kind: 'text', label: 'Who', value: 'Ann | *Bob*\nand Cy' },
            { kind: 'text', label: 'Sure', value: 'yes' },
          ],
        },
        {
          heading: 'Tasks',
          entries: [
            {
              ...{ kind: 'table', label: '', head: ['Task', 'Done'] },
              rows: [
                ['=1+1', 'yes'],
                ['late', ''],
              ],
            },
            { kind: 'table', label: 'Law', head: ['', 'Why'], rows: [['EU', 'consent']] },
          ],
        },
        {
          heading: '',
          entries: [
            { kind: 'text', label: 'law.us.why', value: 'no such row' },
            { kind: 'text', label: 'gone', value: 'an older field' },
          ],
        },
      ],
    },
  ]);
});

test('nothing that is written is left out, whatever the names of its fields are', () => {
  const part = fc.constantFrom('plan', 'tasks', 'law', 'who', '1', '3', '007', 'eu', 'task', 'why', 'constructor', '');
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  const text = fc.string({ minLength: 1 }).map((one) => `<${one}>`);
  fc.assert(
    fc.property(fc.dictionary(name, text), fc.constantFrom('plan', 'other'), (fields, sheet) => {
      const said = JSON.stringify(filledPages(record(fields, sheet), [plan], 'yes'));
      for (const value of Object.values(fields)) expect(said).toContain(JSON.stringify(value).slice(1, -1));
    }),
  );
});

test('as Markdown nothing in it is markup', () => {
  const text = recordMarkdown(filledPages(full, [plan], 'yes'), {
    ...{ title: 'Record: A deck', outcomes: ['a list'], outcomesTitle: 'What everybody signs' },
  });
  expect(text).toBe(`# Record: A deck

## What everybody signs

- a list

## Plan

### People

**Who:** Ann \\| \\*Bob\\*\\
and Cy

**Sure:** yes

### Tasks

| Task | Done |
| --- | --- |
| \\=1+1 | yes |
| late |  |

**Law**

|  | Why |
| --- | --- |
| EU | consent |

**law.us.why:** no such row

**gone:** an older field
`);
});

test('as CSV it reads like the sheet, and no cell runs', () => {
  const text = sheetCsv(filledPages(full, [plan], 'yes'));
  const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  expect(rows).toEqual(
    [
      ['Plan', ''],
      ['People'],
      ['Who', 'Ann | *Bob*\nand Cy'],
      ['Sure', 'yes'],
      ['Tasks'],
      ['Task', 'Done'],
      ["'=1+1", 'yes'],
      ['late', ''],
      ['Law'],
      ['', 'Why'],
      ['EU', 'consent'],
      [''],
      ['law.us.why', 'no such row'],
      ['gone', 'an older field'],
    ].filter((row) => row.join('') !== '' || row.length > 1),
  );
  fc.assert(
    fc.property(fc.string(), (value) => {
      const made = sheetCsv(filledPages(record({ who: `${value}x`, sure: `=${value}` }), [plan], 'yes'));
      for (const row of parse(made, { bom: true, relax_column_count: true }) as string[][]) {
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }
    }),
  );
});

test('two records: what differs is known, and the later one wins', () => {
  const [a, b] = [record({ who: 'Ann' }), record({ who: 'Bob' })];
  expect(sheetsThatDiffer(a, a)).toEqual([]);
  expect(sheetsThatDiffer(a, b)).toEqual(b.sheets);
  expect(sheetsThatDiffer(a, record({ who: 'Ann' }, 'plan', 'North'))).toEqual([]);
  expect(merged(a, b).sheets).toEqual(b.sheets);
});

test('a text names cards by code, title, both or id', () => {
  const cards = [
    { id: 'new-member', code: 'AUD 1', title: 'New Member' },
    { id: 'guest', code: 'AUD 2', title: 'Guest, Returning' },
  ];
  expect(cardsNamed('AUD 1 New Member', cards)).toEqual({ found: ['new-member'], unknown: [] });
  expect(cardsNamed('Guest, Returning', cards)).toEqual({ found: ['guest'], unknown: [] });
  expect(cardsNamed('aud2, new-member; a regular', cards)).toEqual({
    found: ['guest', 'new-member'],
    unknown: ['a regular'],
  });
  expect(cardsNamed(' ', cards)).toEqual({ found: [], unknown: [] });
});
