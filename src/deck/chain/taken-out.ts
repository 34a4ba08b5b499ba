import { lookUp } from '../../model/look-up.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { label } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { isGroup, mergePatch } from './merge.ts';

/**
 * Warns of `null` in the files of higher layers that takes nothing out: what it named has another name in the next edition of the deck
 * below, and is printed. And of a value that is left empty and takes something out.
 *
 * @param files of one name, the lowest layer's first
 */
export function checkTakenOut([first, ...rest]: readonly Located[], report: Report): void {
  if (!first) return;
  rest.reduce((below: Located, above) => {
    for (const path of nullsIn(above.value, [])) {
      const problem = problemOf(path, below, above);
      if (problem) report(problem);
    }
    return mergePatch(below, above, above.file);
  }, first);
}

type Path = readonly string[];

function nullsIn(value: unknown, path: Path): Path[] {
  if (value === null) return [path];
  // A token's value is replaced as a whole.
  if (!isGroup(value) || path.at(-1) === '$value') return [];
  return Object.entries(value).flatMap(([key, one]) => nullsIn(one, [...path, key]));
}

function problemOf(path: Path, below: Located, above: Located): Problem | undefined {
  const group = valueAt(below.value, path.slice(0, -1));
  const [key = '', name] = [path.at(-1), `"${label(path)}"`];
  const place = lookUp(above.places, path.join('.'));
  const at = { file: above.file, place: lookUp(above.keys, path.join('.')) ?? place };
  if (!isGroup(group) || !Object.hasOwn(group, key)) {
    const message = `There is no ${name} below to take out.${didYouMean(key, isGroup(group) ? Object.keys(group) : [])}`;
    return warning({ ...at, rule: 'deck/takes-nothing', message, note: 'It has another name there, or is gone.' });
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

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at, key) => (isGroup(at) ? lookUp(at, key) : undefined), value);
}
