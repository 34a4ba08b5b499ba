import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { KIT_FOLDERS } from '../kit/texts.ts';
import type { Layer } from './layer.ts';

/**
 * What a file is about in each layer whose folder it lies in: the id of a card, or another text with its kind, `board:gap`. A board, a
 * worksheet and a chapter may have a card's name. Empty for any other file.
 *
 * @param file as shown
 */
export function subjectsOf({ file }: Pick<Problem, 'file'>, layers: readonly Layer[]): string[] {
  return layers.flatMap((layer) => subjectOf(insideOf(layer, file)) ?? []);
}

/** The path of a file in a deck's folder; undefined where it is not in it. */
export function insideOf({ folder }: Layer, file = ''): string | undefined {
  const dir = folder.show(folder.dir);
  if (dir === '.') return file.startsWith('../') ? undefined : file;
  return file.startsWith(`${dir}/`) ? file.slice(dir.length + 1) : undefined;
}

/** By its path in a deck's folder: `cards/…/row.mdx`, `overrides/boards/gap.mdx`, `locales/de/row.mdx`. */
function subjectOf(file = ''): string | undefined {
  const [first, ...rest] = file.split('/');
  const changed = first === 'overrides' ? rest : first === 'locales' ? rest.slice(1) : undefined;
  const [folder] = changed ?? [first];
  const [kind] = KIT_FOLDERS.find(([, name]) => name === folder) ?? [];
  if (!file.endsWith('.mdx') || !(kind || changed || first === 'cards')) return undefined;
  const id = path.posix.basename(file, '.mdx');
  return kind ? `${kind}:${id}` : id;
}
