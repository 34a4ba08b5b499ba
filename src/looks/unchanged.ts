import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';

/** What draws: nothing that is read depends on it. */
const COMPONENTS = ['Front', 'Back', 'Page', 'Print', 'Web'];

/**
 * Looks that were loaded anew, to read a deck with: in the place of each whose rules are the same, that of before. What was read with
 * it need not be read again then. They must not be drawn with.
 */
export function withUnchanged(now: Looks, before: Looks): Looks {
  const kept: Looks = {
    ...now,
    faces: unchangedOf(now.faces, before.faces),
    elements: unchangedOf(now.elements, before.elements),
    ...(now.boards && { boards: unchangedOf(now.boards, before.boards) }),
    ...(now.worksheets && { worksheets: unchangedOf(now.worksheets, before.worksheets) }),
  };
  const { faces, elements, boards, worksheets, words } = kept;
  const isSame = isEqual({ faces, elements, boards, worksheets, words }, before, []);
  return isSame ? before : kept;
}

/** The same object where all are the same. */
function unchangedOf<One extends object>(
  now: Readonly<Record<string, One>>,
  before: Readonly<Record<string, One>> = {},
): Readonly<Record<string, One>> {
  const entries = Object.entries(now).map(([name, one]) => {
    const last = lookUp(before, name);
    return [name, last && isEqual(one, last, COMPONENTS) && isEqual(last, one, COMPONENTS) ? last : one] as const;
  });
  const kept = Object.fromEntries(entries);
  return Object.keys(kept).join() === Object.keys(before).join() && isEqual(kept, before, []) ? before : kept;
}

/** Whether all that one has, the other has as well. */
function isEqual(one: object, other: object, but: readonly string[]): boolean {
  const values = other as Readonly<Record<string, unknown>>;
  return Object.entries(one).every(([key, value]) => but.includes(key) || lookUp(values, key) === value);
}
