import path from 'node:path';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import type { Located } from '../../read/yaml.ts';
import { readYaml } from '../../read/yaml-file.ts';
import { checkChanged } from './changed-below.ts';
import type { Layer } from './layer.ts';
import { mergePatch } from './merge.ts';

/** A file that every layer may have and the lowest must have, merged key by key: the higher layer wins. */
export async function readShared(
  name: string,
  layers: readonly Layer[],
  memory: Memory,
  report: Report,
): Promise<Located | undefined> {
  const [lowest, ...higher] = layers;
  return await readMerged(name, lowest ? [lowest, ...having(name, higher)] : [], memory, report);
}

/** The same of a file that all of these layers have; undefined where one of them can't be read, and where there are no layers. */
export async function readMerged(
  name: string,
  layers: readonly Layer[],
  memory: Memory,
  report: Report,
): Promise<Located | undefined> {
  const files = await Promise.all(layers.map(({ folder }) => readYaml(name, folder, memory, report)));
  return mergeRead(name, files, memory, report);
}

/** The layers that have a file. */
export function having(name: string, layers: readonly Layer[]): Layer[] {
  return layers.filter(({ folder }) => stampOf(path.join(folder.dir, name)) !== '');
}

/** Files merged, the lowest first, with warnings of what changes nothing; undefined where one of them could not be read. */
export function mergeRead(
  name: string,
  files: readonly (Located | undefined)[],
  memory: Memory,
  report: Report,
): Located | undefined {
  const read = files.filter((one) => one !== undefined);
  if (read.length < files.length) return undefined;
  checkChanged(read, report);
  return mergeAll(name, read, memory, report);
}

/** Located files merged, the lowest first. */
export function mergeAll(
  name: string,
  [first, ...rest]: readonly Located[],
  memory: Memory,
  report: Report,
): Located | undefined {
  if (!first || rest.length === 0) return first;
  return memory.recall(`merged ${name}`, [first, ...rest], report, () =>
    rest.reduce((below, above) => mergePatch(below, above, above.file), first),
  );
}
