import { expect, test } from 'vitest';
import { overBudget } from '../../../src/deck/cards/budgets.ts';
import type { Problem } from '../../../src/model/problem.ts';

const AD = '\u00ad';

function said(text: string, room = 100): string[] {
  const problems: Problem[] = [];
  overBudget({ what: '"title"', text, budget: 10, room, file: 'a.mdx', place: { line: 4, column: 8 } }, (one) =>
    problems.push(one),
  );
  return problems.map(({ reason, note }) => `${reason} ${note}`);
}

test('a text may have as many characters as its budget, or as much of it as there is room for', () => {
  expect(said('ten letter')).toEqual([]);
  const note = (most: number) => `Shorten it to ${most}; longer text is printed only if it happens to fit.`;
  expect(said('ten letters')).toEqual([`"title" is 11 characters: over budget by 1. ${note(10)}`]);
  expect(said('ten letter', 85)).toEqual([`"title" is 10 characters: over budget by 2. ${note(8)}`]);
});

test('soft hyphens are no characters: they are printed only where a line ends', () => {
  expect(said(`ten${AD}let${AD}ter${AD}s`)).toEqual([]);
});
