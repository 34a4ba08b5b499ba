import { lookUp } from '../../model/look-up.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { label } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { isGroup, mergePatch, valueAtPath } from './merge.ts';

/**
 * Warns of what the files of higher layers change that is not in the deck below: it has another name in that one's next edition. `null`
 * takes nothing out then, and a set of which only `teams` is said is one of all cards. And of a value that is left empty and takes
 * something out.
 *
 * @param files of one name, the lowest layer's first
 */
export function checkChanged([first, ...rest]: readonly Located[], report: Report): void {
  if (!first) return;
  rest.reduce((below: Located, above) => {
    for (const path of nullsIn(above.value, [])) {
      const problem = problemOf(path, below, above);
      if (problem) report(problem);
    }
    for (const [at, key] of GROUPS)
      for (const path of unmetIn(at, key, below, above)) report(changesNone(path, below, above));
    return mergePatch(below, above, above.file);
  }, first);
}

type Path = readonly string[];

/** Groups by name in the files of a deck, `*` for any of them, each with a key that a new one has: without it one of below is changed. */
const GROUPS: readonly (readonly [at: Path, key: string])[] = [
  [['sets'], 'only'],
  [['goals'], 'title'],
  [['suits'], 'face'],
  [['suits', '*', 'families'], 'colour'],
  [['activities'], 'when'],
];

/** Paths of groups that a file changes and the deck below does not have. */
function unmetIn(at: Path, key: string, below: Located, above: Located): Path[] {
  const star = at.indexOf('*');
  if (star >= 0) {
    const around = valueAtPath(above.value, at.slice(0, star));
    const names = isGroup(around) ? Object.keys(around) : [];
    // What a group that is not there has in it is said with that group.
    const known = names.filter((name) => isGroup(valueAtPath(below.value, [...at.slice(0, star), name])));
    return known.flatMap((name) => unmetIn([...at.slice(0, star), name, ...at.slice(star + 1)], key, below, above));
  }
  const groups = valueAtPath(above.value, at);
  const own = isGroup(groups) ? Object.entries(groups) : [];
  const isUnmet = ([name, one]: [string, unknown]) =>
    isGroup(one) && !Object.hasOwn(one, key) && !isGroup(valueAtPath(below.value, [...at, name]));
  return own.filter(isUnmet).map(([name]) => [...at, name]);
}

function changesNone(path: Path, below: Located, above: Located): Problem {
  const group = valueAtPath(below.value, path.slice(0, -1));
  const near = didYouMean(path.at(-1) ?? '', isGroup(group) ? Object.keys(group) : []);
  const message = `There is no "${label(path)}" below to change.${near}`;
  const place = lookUp(above.keys, path.join('.'));
  const note = path[0] === 'sets' ? ALL_CARDS : GONE;
  return warning({ file: above.file, place, rule: 'deck/changes-nothing', message, note });
}

const ALL_CARDS = 'A set without "only" is one of all cards: write only: [] if that is meant.';

const GONE = 'It has another name there, or is gone.';

function nullsIn(value: unknown, path: Path): Path[] {
  if (value === null) return [path];
  // A token's value is replaced as a whole.
  if (!isGroup(value) || path.at(-1) === '$value') return [];
  return Object.entries(value).flatMap(([key, one]) => nullsIn(one, [...path, key]));
}

function problemOf(path: Path, below: Located, above: Located): Problem | undefined {
  const group = valueAtPath(below.value, path.slice(0, -1));
  const [key = '', name] = [path.at(-1), `"${label(path)}"`];
  const place = lookUp(above.places, path.join('.'));
  const at = { file: above.file, place: lookUp(above.keys, path.join('.')) ?? place };
  if (!isGroup(group) || !Object.hasOwn(group, key)) {
    const message = `There is no ${name} below to take out.${didYouMean(key, isGroup(group) ? Object.keys(group) : [])}`;
    return warning({ ...at, rule: 'deck/takes-nothing', message, note: GONE });
  }
  if (place?.written !== undefined) return undefined;
  const message = `${name} is empty: what the deck below says there is taken out.`;
  return warning({
    ...at,
    rule: 'deck/takes-out',
    message,
    note: 'Write null if that is meant, or take the line out.',
  });
}
