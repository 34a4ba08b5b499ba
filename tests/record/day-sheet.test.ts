import { expect, test } from 'vitest';
import { DAY_SHEET, dayShape, votesField } from '../../src/record/day-sheet.ts';
import { filledPages } from '../../src/record/filled.ts';

test('what was decided and the votes of the day stand in a record by the names of their activities', () => {
  const shape = dayShape([{ id: 'argue', title: 'Argue and Vote' }], {
    runDay: 'The day',
    decided: 'Decided',
    votes: 'Votes',
  });
  const fields = {
    argue: 'Trust first.',
    [votesField('argue')]: 'Trust 2, Ease 1',
    gone: 'Kept, though its card is not.',
  };
  const record = { deck: 'D', version: '1', sheets: [{ sheet: DAY_SHEET, team: '', fields }] };
  const [page] = filledPages(record, [shape], 'yes');
  expect(page).toMatchObject({ title: 'The day', known: true });
  expect(page?.parts.map(({ heading, entries }) => [heading, ...entries])).toEqual([
    ['Decided', { kind: 'text', label: 'Argue and Vote', value: 'Trust first.' }],
    ['Votes', { kind: 'text', label: 'Argue and Vote', value: 'Trust 2, Ease 1' }],
    ['', { kind: 'text', label: 'gone', value: 'Kept, though its card is not.' }],
  ]);
});
