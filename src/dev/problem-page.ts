import { escaped } from '../model/escaped.ts';
import type { ProblemView } from './views.ts';

/** The page in place of a catalog that can't be built: what is wrong, and where. */
export function problemPage(problems: readonly ProblemView[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const items = errors.map(
    ({ at, message, details }) =>
      `<li><code>${escaped(at)}</code><p>${escaped(message)}</p>${details.map((one) => `<p>${escaped(one)}</p>`).join('')}</li>`,
  );
  return [
    '<!doctype html><html lang="en-US"><meta charset="utf-8"><title>The catalog can’t be built</title>',
    '<link rel="stylesheet" href="/style.css"><body class="message"><h1>The catalog can’t be built</h1>',
    `<ol class="problems">${items.join('')}</ol><p><a href="/">To the cards</a>. Mend them and load this page again.</p>`,
  ].join('\n');
}
