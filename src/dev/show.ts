import path from 'node:path';
import type { Deck } from '../model/deck.ts';
import { type Problem, ruleOf } from '../model/problem.ts';
import type { ListedCard, ProblemView } from './views.ts';

/** Whether a problem is one of a card's. */
export function isOf(problem: Problem, id: string): boolean {
  return path.posix.basename(problem.file ?? '') === `${id}.mdx`;
}

/** The list of all cards: the good ones in print order, then those that can't be loaded. */
export function entriesOf(
  deck: Deck | undefined,
  broken: ReadonlySet<string>,
  problems: readonly Problem[],
): ListedCard[] {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { file, fatal } of problems) {
    const id = path.posix.basename(file ?? '', '.mdx');
    const count = counts.get(id) ?? { errors: 0, warnings: 0 };
    counts.set(id, fatal ? { ...count, errors: count.errors + 1 } : { ...count, warnings: count.warnings + 1 });
  }
  const countOf = (id: string) => counts.get(id) ?? { errors: 0, warnings: 0 };
  return [
    ...(deck?.cards ?? []).map(({ id, code, title, suit }) => ({ id, code, title, suit, ...countOf(id) })),
    ...[...broken].sort().map((id) => ({ id, code: '', title: id, suit: '', ...countOf(id) })),
  ];
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
