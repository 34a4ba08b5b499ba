import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PrintedRecord, printRecord } from '../../src/command/record.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument } from '../fixtures/pdfjs.ts';

// A record that is printed, read by pdfjs, which did not write it.

const sheet = `---
title: Habit Plan
makes:
  suit: habit
  keys: { title: name, gist: gist }
  sections: { How: how }
---

## The habit

<Line id="name" label="Name" />
<Line id="gist" label="In a line" />
<Line id="how" label="How" />

<Table id="steps" rows="2" />
<Column id="task" label="Task" />
<Column id="done" label="Done" kind="tick" />
`;

const record = (fields: object, sheetId = 'plan') =>
  JSON.stringify({ record: 1, deck: 'x', version: '1', sheets: [{ sheet: sheetId, team: 'North', fields }] }, null, 1);

async function printed(text: string): Promise<PrintedRecord> {
  return await withBlank({ 'deck/worksheets/plan.mdx': sheet }, async (root) =>
    printRecord({ chain: await openChain({ dir: path.join(root, 'deck'), root }), text, file: 'record.json' }),
  );
}

async function pagesOf(pdf: Uint8Array | undefined): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/gu, ' '),
    );
  }
  return pages;
}

const whole = {
  ...{ name: 'Leave the Desk', gist: 'At noon', how: 'Set a timer.\nStand up.' },
  ...{ 'steps.1.task': 'Find a door', 'steps.1.done': true, 'steps.3.task': 'A third, which somebody added' },
};

describe('prepdeck record', () => {
  let first: PrintedRecord;
  beforeAll(async () => {
    first = await printed(record(whole));
  });

  test('prints every word, places to sign, and the card that a sheet became', async () => {
    expect(first.problems.map(shown)).toEqual([]);
    expect([first.sheets, first.cards]).toEqual([1, 1]);
    const pages = await pagesOf(first.pdf);
    const all = pages.join(' ');
    for (const text of ['Habit Plan: North', 'Leave the Desk', 'Set a timer.', 'Stand up.', 'Find a door', 'yes']) {
      expect(all, text).toContain(text);
    }
    expect(all).toContain('A third, which somebody added');
    expect(all).toContain('Signature');
    expect(pages.at(-2)).toContain('Leave the Desk');
    expect(pages.at(-1)).toContain('Set a timer. Stand up.');
  });

  test('has the same bytes each time', async () => {
    const again = await printed(record(whole));
    expect(Buffer.compare(first.pdf ?? Buffer.of(1), again.pdf ?? Buffer.of(2))).toBe(0);
  });

  test('prints a table that is too wide for the page as lines, and what is written with empty lines, tabs and signs that nobody sees', async () => {
    const wide = `---\ntitle: Wide\n---\n\n## Much\n\n<Table id="steps" rows="2" />\n${'abcdefghi'
      .split('')
      .map((id) => `<Column id="${id}" label="Verantwortung ${id}" />`)
      .join('\n')}\n`;
    const said = 'One\n\n\ttwo\r\n\u200bthree\n';
    const text = record({ 'steps.1.a': said, 'steps.1.i': 'Unterschriftsberechtigung', 'steps.2.b': 'Later' }, 'wide');
    const { problems, pdf } = await withBlank({ 'deck/worksheets/wide.mdx': wide }, async (root) =>
      printRecord({ chain: await openChain({ dir: path.join(root, 'deck'), root }), text, file: 'record.json' }),
    );
    expect(problems.map(shown)).toEqual([]);
    const all = (await pagesOf(pdf)).join(' ');
    expect(all).toContain('Verantwortung a One two three Verantwortung b');
    expect(all).toContain('Verantwortung i Unterschriftsberechtigung Verantwortung a Verantwortung b Later');
    const line = await printed(record({ ...whole, how: said, 'steps.1.task': said }));
    expect(line.problems.map(shown)).toEqual([]);
    expect(line.cards).toBe(1);
    const team = await printed(record({ ...whole, name: 'Leave\u200b it' }).replace('North', 'No\\trth\u200b'));
    expect(team.problems.map(shown)).toEqual([]);
    expect((await pagesOf(team.pdf)).join(' ')).toContain('Habit Plan: No rth');
  });

  test('prints what is higher than a page in a table', async () => {
    const notes = `${'note '.repeat(900)}\n${Array.from({ length: 70 }, (_, at) => `line ${at}`).join('\n')}`;
    const { problems, pdf } = await printed(record({ ...whole, 'steps.2.task': notes }));
    expect(problems.map(shown)).toEqual([]);
    const all = (await pagesOf(pdf)).join(' ');
    expect(all.match(/\bnote\b/gu)).toHaveLength(900);
    expect(all).toContain('line 68 line 69');
  });

  test('prints a character that no font has as its number, and names it', async () => {
    const { problems, pdf, cards } = await printed(record({ ...whole, gist: 'Fun 👩‍💻 ❤️!' }));
    expect(cards).toBe(1);
    const path = 'sheets[0].fields.gist: no font of the deck has';
    expect(problems.map(shown)).toEqual([
      `record.json:11:13 warning record/no-glyph ${path} 👩 (U+1F469), 💻 (U+1F4BB), ❤ (U+2764).`,
    ]);
    expect((await pagesOf(pdf)).join(' ')).toContain('Fun [U+1F469][U+1F4BB] [U+2764]!');
  });

  test('says what the deck does not have, and leaves out a card that does not fit: the record has both', async () => {
    const fields = { ...whole, gist: 'much '.repeat(300), ownr: 'Ann' };
    const { problems, pdf, cards } = await printed(record(fields));
    expect(cards).toBe(0);
    expect(problems.map(({ file, fatal, line }) => [file, fatal, line])).toEqual([
      ['record.json', false, 11],
      ['record.json', false, 16],
    ]);
    expect(problems[0]?.reason).toMatch(/^sheets\[0\]\.fields\.gist: .* characters too long/u);
    expect(problems[1]?.reason).toBe('sheets[0].fields.ownr: The worksheet “Habit Plan” has no field “ownr”.');
    const all = (await pagesOf(pdf)).join(' ');
    expect(all.match(/\bmuch\b/gu)).toHaveLength(300);
    expect(all).toContain('ownr: Ann');
  });

  test('refuses a file with faults, each at its place', async () => {
    const { problems, pdf } = await printed(record({ name: 7 }));
    expect(pdf).toBe(undefined);
    expect(problems.map(shown)).toEqual([
      'record.json:10:13 error record/fault sheets[0].fields.name: This must be a text, or true for a tick; it is 7.',
    ]);
  });
});
