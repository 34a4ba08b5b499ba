import type { Layer } from '../deck/chain/layer.ts';
import { subjectsOf } from '../deck/chain/subject.ts';
import { type Problem, ruleOf } from '../model/problem.ts';
import type { Item } from './items.ts';
import type { ListedItem, ProblemView } from './views.ts';

/** Problems by the id of the item that they are about. */
export type ProblemsByItem = ReadonlyMap<string, readonly Problem[]>;

/** Sorts problems by item: a file is about the card, board, worksheet or chapter that it holds, overrides or translates. */
export function problemsByItem(problems: readonly Problem[], layers: readonly Layer[]): ProblemsByItem {
  const faults = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const id of subjectsOf(problem, layers)) faults.set(id, [...(faults.get(id) ?? []), problem]);
  }
  return faults;
}

/** The ids of items with errors. */
export function idsWithErrors(problems: readonly Problem[], layers: readonly Layer[]): ReadonlySet<string> {
  return new Set(
    problemsByItem(
      problems.filter(({ fatal }) => fatal),
      layers,
    ).keys(),
  );
}

/** An item with the numbers of its problems. */
export function listedItem({ id, code, title, suit }: Item, faults: ProblemsByItem): ListedItem {
  const own = faults.get(id) ?? [];
  const errors = own.filter(({ fatal }) => fatal).length;
  return { id, code, title, suit, errors, warnings: own.length - errors };
}

/** A problem as the page shows it. */
export function problemView(problem: Problem): ProblemView {
  const { file, line, column, fatal, reason, actual, expected, note } = problem;
  return {
    at: [file, line, column].filter((part) => part !== undefined).join(':'),
    severity: fatal ? 'error' : 'warning',
    rule: ruleOf(problem),
    message: reason,
    details: [
      actual === undefined ? '' : `Got: ${actual}`,
      expected === undefined ? '' : `Allowed: ${expected.join(', ')}`,
      note ?? '',
    ].filter((one) => one !== ''),
  };
}
