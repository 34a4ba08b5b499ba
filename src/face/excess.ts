import type { Card } from '../model/card.ts';
import { lengthOf, shortened } from './shorten.ts';
import type { GivenText } from './texts.ts';

/** How much too long a text is. */
export interface Excess {
  /** Front-matter path or section heading of the text; empty for all texts of the side together. */
  from: string;
  text: string;
  /** Characters that it has, and that fit where it stands. */
  has: number;
  fits: number;
}

/** A search that yields cards with shortened texts, and is told of each whether its side is drawn without faults. */
type Search<Found> = Generator<Card, Found, boolean>;

/**
 * Which of a card's texts is too long for a side, and by how much: measured, by setting less and less of it. The longest is
 * tried first; where no single one is to blame, all are shortened together. Undefined where shorter texts do not help: then
 * the layout is to blame.
 *
 * @param given all texts that the card prints
 * @param together those that the side is likely to have: sections for a back, the rest for a front
 */
export function* excessOf(
  card: Card,
  given: readonly GivenText[],
  together: readonly GivenText[],
): Search<Excess | undefined> {
  const longest = [...given].sort((a, b) => lengthOf(b.text) - lengthOf(a.text));
  for (const text of longest) {
    const has = lengthOf(text.text);
    const fits = yield* roomFor(has, (length) => shortened(card, text, length));
    if (fits !== undefined) return { ...text, has, fits };
  }
  const has = together.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const fits = yield* roomFor(has, (length) =>
    together.reduce(
      (all, one) => shortened(all, one, Math.max(1, Math.floor((lengthOf(one.text) * length) / has))),
      card,
    ),
  );
  return fits === undefined ? undefined : { from: '', text: together[0]?.text ?? '', has, fits };
}

/** More than most cards can hold. A text of a whole file is not tried at half of its length, which takes seconds to set. */
const MUCH = 1000;

/** The most characters with which a side is drawn without faults, found by halving; undefined where even one is too many. */
function* roomFor(has: number, cut: (length: number) => Card): Search<number | undefined> {
  if (has < 2 || !(yield cut(1))) return undefined;
  let [low, high] = [1, has];
  for (let most = MUCH; most < high; most *= 2) {
    if (yield cut(most)) low = most;
    else high = most;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (yield cut(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A card that a search wants tried; `at` is the index of the search. */
export interface Try {
  at: number;
  card: Card;
}

/** Runs searches side by side, a round of tries at a time. `answer` tells of each try whether it is drawn without faults. */
export async function searchAll<Found>(
  searches: readonly Search<Found>[],
  answer: (tries: readonly Try[]) => Promise<boolean[]>,
): Promise<Found[]> {
  const steps = searches.map((search) => search.next());
  for (;;) {
    const tries = steps.flatMap(({ done, value }, at): Try[] => (done ? [] : [{ at, card: value }]));
    if (tries.length === 0) return steps.flatMap(({ done, value }) => (done ? [value] : []));
    const answers = await answer(tries);
    for (const [i, { at }] of tries.entries()) {
      const search = searches[at];
      if (search) steps[at] = search.next(answers[i] ?? false);
    }
  }
}
