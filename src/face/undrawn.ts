import { layoutProblem, type Mistake } from '../looks/mistake.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Failure } from './messages.ts';

/** A card, a side of one or a page that a layout or the renderer gave up on. */
export interface Undrawn {
  /** As messages name it. */
  name: string;
  /** The file of its text, as shown. */
  file: string;
  failure: Failure;
}

/**
 * The errors of what was given up on. A layout's mistake is one error, at its line, however much it draws.
 *
 * @param rule that of all other failures
 * @param root layouts are named relative to this folder; left out: the working directory
 */
export function undrawnProblems(all: readonly Undrawn[], rule: string, root = process.cwd()): Problem[] {
  const mistakes = new Map<string, { mistake: Mistake; names: string[] }>();
  const problems: Problem[] = [];
  for (const { name, file, failure } of all) {
    const { mistake, message } = failure;
    if (mistake) {
      const key = JSON.stringify(mistake);
      mistakes.set(key, { mistake, names: [...(mistakes.get(key)?.names ?? []), name] });
    } else {
      const said = `${name}: cannot be drawn: ${message}`;
      problems.push(error({ file, place: { line: 1, column: 1 }, rule, message: said }));
    }
  }
  return [
    ...problems,
    ...[...mistakes.values()].map(({ mistake, names }) => layoutProblem(mistake, root, seenOn(names))),
  ];
}

function seenOn([first, ...others]: readonly string[]): string {
  return `It draws ${first}${others.length === 0 ? '' : `, and ${others.length} more`}.`;
}
