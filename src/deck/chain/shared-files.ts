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
  const having = layers.filter(({ folder }, at) => at === 0 || stampOf(path.join(folder.dir, name)) !== '');
  const read = await Promise.all(having.map(({ folder }) => readYaml(name, folder, memory, report)));
  const files = read.filter((one) => one !== undefined);
  if (files.length < having.length) return undefined;
  checkChanged(files, report);
  return mergeAll(name, files, memory, report);
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
