import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { printRecord } from '../../src/command/record.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import type { Workshop } from '../../src/model/day.ts';
import type { Board } from '../../src/model/kit.ts';
import { pageSize } from '../../src/model/paper.ts';
import { mm } from '../../src/model/units.ts';
import { shapeOf } from '../../src/record/shape.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { root, shippedDeck } from './deck.ts';

// What the day is played on and written down on, as it is printed.

const { deck } = await shippedDeck();
const day = deck.day as Workshop;
const boards = deck.boards ?? [];

/** The activities that use a board or a worksheet. */
function usersOf(kind: 'boards' | 'worksheets', id: string): string[] {
  return day.activities.filter((one) => Object.hasOwn(one[kind], id)).map((one) => one.id);
}

const named = (kind: 'boards' | 'worksheets') =>
  [...new Set(day.activities.flatMap((one) => Object.keys(one[kind])))].sort();

describe('boards', () => {
  test('are those that the day names, each by the name that it has there', () => {
    expect(boards.map(({ id }) => id).sort()).toEqual(named('boards'));
    expect(Object.fromEntries(boards.map(({ id, title }) => [id, title]))).toEqual(deck.lists.boards);
  });

  test('each says the activity that it is for', () => {
    const wrong = boards.filter(({ id, card }) => !usersOf('boards', id).includes(card));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('say what their cards say: levels, arguments, stages and the limits of the vote', () => {
    const text = (id: string) => {
      const board = boards.find((one) => one.id === id);
      return [board?.lead, ...(board?.sections ?? []).map((one) => `${one.heading} ${one.text}`)].join('\n');
    };
    const of = (suit: string) => deck.cards.filter((card) => card.suit === suit && !card.blank);
    for (const { title, gist } of of('level')) expect(text('level-ladder')).toContain(`${title} ${gist}`);
    for (const { title, fields } of of('argument')) expect(text('arguments')).toContain(`${title} ${fields.claim}`);
    for (const { title } of of('stage')) expect(text('menu')).toContain(title);
    expect(text('arguments')).toContain('3 dots, at most 2 in one quadrant');
    expect(text('priority')).toContain('separate quick wins from long-term investments');
  });
});

describe('worksheets', () => {
  const worksheets = deck.worksheets ?? [];

  test('are those that the day names, each by the name that it has there, for an activity that uses it', () => {
    expect(worksheets.map(({ id }) => id).sort()).toEqual(named('worksheets'));
    expect(Object.fromEntries(worksheets.map(({ id, title }) => [id, title]))).toEqual(deck.lists.worksheets);
    const wrong = worksheets.filter(({ id, card }) => !usersOf('worksheets', id).includes(card));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('the one that everybody signs has the five outcomes of the record', () => {
    const signed = worksheets.find(({ id }) => id === 'sign-off');
    const table = signed?.fields.find(({ id }) => id === 'outcomes');
    const rows = table?.kind === 'table' ? table.rows.map(({ label }) => label.toLowerCase()) : [];
    expect(rows).toEqual(day.record.slice(0, 5));
  });
});

describe.each(boards)('$id', (board: Board) => {
  test('is as large as it says, and its headings are read from three meters', async () => {
    const data = new Uint8Array(readFileSync(path.join(inject('dist'), `print/board-${board.id}.pdf`)));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const page = await document.getPage(1);
    const [, , width = 0, height = 0] = page.view;
    const size = pageSize(board.size, board.orientation);
    expect(mm(width)).toBeCloseTo(size.width, 1);
    expect(mm(height)).toBeCloseTo(size.height, 1);
    const { items } = await page.getTextContent();
    // What is set in 40 pt and more, read together.
    const large = items
      .flatMap((one) => ('str' in one && one.height >= 40 ? one.str : []))
      .join('')
      .replace(/\s/gu, '');
    for (const heading of [board.title, ...board.sections.map((one) => one.heading)]) {
      expect(large).toContain(heading.replace(/\s/gu, ''));
    }
    await document.destroy();
  });
});

test('each worksheet, filled in whole, is printed in the record', async () => {
  const said = 'Customer data platform, exported every week by the data team; nobody knows who owns the consent flags';
  const sheets = (deck.worksheets ?? []).map((one) => {
    const { id, fields } = shapeOf(one);
    const names = fields.flatMap((field) =>
      field.columns.length === 0
        ? [field.id]
        : field.rows.flatMap((row) => field.columns.map((column) => `${field.id}.${row.id}.${column.id}`)),
    );
    return { sheet: id, team: 'North', fields: Object.fromEntries(names.map((name) => [name, said])) };
  });
  const text = JSON.stringify({ record: 1, deck: deck.name, version: deck.version, sheets });
  const chain = await openChain({ dir: path.join(root, 'deck'), root });
  const { problems, pdf } = await printRecord({ chain, text, file: 'record.json' });
  expect(problems.filter(({ fatal }) => fatal).map(shown)).toEqual([]);
  expect(pdf).toBeDefined();
}, 60_000);
