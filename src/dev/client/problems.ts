import { howMany } from '../../model/how-many.ts';
import type { ProblemView } from '../views.ts';
import { make, need } from './page-dom.ts';

/** What is wrong with the card that is shown. */
export function showProblems(problems: readonly ProblemView[]): void {
  const count = need('count');
  count.textContent = problems.length === 0 ? 'Ready to print' : counted(problems);
  count.classList.toggle('good', problems.length === 0);
  need('problems').replaceChildren(...problems.map(item));
}

/** Nothing is wrong with a card that is not there, but it is not ready to print either. */
export function showNone(): void {
  need('count').textContent = 'Not there';
  need('count').classList.remove('good');
  need('problems').replaceChildren();
}

/** What is wrong with the deck's other files. */
export function showOthers(problems: readonly ProblemView[]): void {
  const others = need<HTMLDetailsElement>('others');
  const [summary, list] = others.children;
  others.hidden = problems.length === 0;
  others.open = problems.some(({ severity }) => severity === 'error');
  if (summary) summary.textContent = `${counted(problems)} in other files of the deck`;
  list?.replaceChildren(...problems.map(item));
}

function item({ at, severity, rule, message, details }: ProblemView): HTMLElement {
  const name = severity === 'error' ? 'Error. ' : 'Warning. ';
  return make(
    'li',
    { class: severity },
    make('p', {}, make('b', {}, name), message),
    ...details.map((one) => make('p', {}, one)),
    make('code', { title: rule }, at),
  );
}

function counted(problems: readonly ProblemView[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const some = (count: number, what: string) => (count === 0 ? [] : [howMany(count, what)]);
  return [...some(errors, 'error'), ...some(warnings, 'warning')].join(', ');
}
