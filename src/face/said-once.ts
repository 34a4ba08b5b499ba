import { howMany } from '../model/how-many.ts';
import type { Problem } from '../model/problem.ts';

/** A problem of a card. */
export interface CardProblem {
  problem: Problem;
  /** What problems of several cards have in common, where they are said once; absent for a problem of this card alone. */
  cause?: string | undefined;
  /** The words that the card's run into, where these are none of its own: a layout may have drawn them. */
  into?: string | undefined;
}

/** On more sides than this no card is to blame for what its words run into: a layout drew it, e.g. a footer. */
const OF_LAYOUT = 12;

/**
 * Problems of many cards: of those with one cause the first, which says on how many more sides it is. What words run into on many sides is
 * a cause, too.
 */
export function onceForAll(problems: readonly CardProblem[]): Problem[] {
  const into = countsOf(problems.map((one) => one.into));
  const causes = problems.map((one) => ((into.get(one.into) ?? 0) > OF_LAYOUT ? `into ${one.into}` : one.cause));
  const sides = countsOf(causes);
  return problems.flatMap(({ problem }, at) => {
    const cause = causes[at];
    if (cause === undefined) return [problem];
    if (causes.indexOf(cause) !== at) return [];
    const more = (sides.get(cause) ?? 1) - 1;
    if (more > 0) problem.note = `${problem.note} The same is so on ${howMany(more, 'more side')}.`;
    return [problem];
  });
}

function countsOf(keys: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
