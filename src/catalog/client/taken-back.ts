/** A list before and after a change that somebody takes back. */
interface ListChange<T> {
  before: readonly T[];
  after: readonly T[];
}

/**
 * A list with one change taken back. Where it is as the change left it, it is as it was before; else another tab has changed it since,
 * and only what the change touched goes back: a card that was added there stays.
 */
export function takenBack<T>(now: readonly T[], { before, after }: ListChange<T>, nameOf: (one: T) => string): T[] {
  const texts = (list: readonly T[]) => new Map(list.map((one) => [nameOf(one), JSON.stringify(one)]));
  if (JSON.stringify(now) === JSON.stringify(after)) return [...before];
  const [was, became] = [texts(before), texts(after)];
  const touched = (one: T) => was.get(nameOf(one)) !== became.get(nameOf(one));
  return [...now.filter((one) => !touched(one)), ...before.filter(touched)];
}
