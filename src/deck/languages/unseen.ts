import { lookUp } from '../../model/look-up.ts';
import { facetted, type LayeredSource } from '../cards/card-file.ts';
import type { Stack } from '../chain/stack-types.ts';
import type { MissingWord, Wording } from './wording.ts';

/** Groups of a `ui.yaml` whose words nobody sees: the keys that lead to each. */
export type Unseen = readonly (readonly string[])[];

/**
 * What nobody sees of a deck: suits, families and goals of which a layer hides all cards, and why hidden cards are in a goal. A
 * hidden card that is shown again is asked for again. What the composer asks for is seen without cards.
 */
export function unseenIn(
  { sources, hidden }: Pick<Stack, 'sources' | 'hidden'>,
  { suits, settings: { goals = {}, compose } }: Pick<Wording, 'suits' | 'settings'>,
): Unseen {
  if (hidden.size === 0) return [];
  const groupsOf = (cards: readonly LayeredSource[]) =>
    cards.map(facetted).flatMap(({ suit, fields }) => {
      const { familyKey = '' } = suits.find(({ id }) => id === suit) ?? {};
      return [
        ['suits', suit],
        ['suits', suit, 'families', String(lookUp(fields, familyKey))],
      ];
    });
  const composed = [compose?.makes, compose?.parts];
  const seen = new Map(groupsOf(sources).map((group) => [group.join('\n'), group]));
  const gone = new Map(groupsOf([...hidden.values()]).map((group) => [group.join('\n'), group]));
  const left = [...gone]
    .filter(([key, [, suit]]) => !seen.has(key) && !composed.includes(suit))
    .map(([, group]) => group);
  const ids = new Set(sources.map(({ id }) => id));
  const whys = Object.entries(goals).flatMap(([goal, { cards }]) => {
    const named = Object.keys(cards);
    const isGone = named.length > 0 && !named.some((id) => ids.has(id));
    return isGone ? [['goals', goal]] : named.filter((id) => hidden.has(id)).map((id) => ['goals', goal, 'cards', id]);
  });
  return [...left, ...whys];
}

/** Words without those that nobody sees. */
export function withoutUnseen(words: readonly MissingWord[], unseen: Unseen): readonly MissingWord[] {
  if (unseen.length === 0) return words;
  return words.filter(({ path }) => !unseen.some((group) => group.every((key, at) => key === path[at])));
}
