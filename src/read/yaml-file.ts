import path from 'node:path';
import { type Folder, type Report, readText } from './files.ts';
import type { Memory } from './memory.ts';
import { stampOf } from './stamps.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A YAML or JSON file of a deck. */
export async function readYaml(
  name: string,
  folder: Folder,
  memory: Memory,
  report: Report,
): Promise<Located | undefined> {
  const file = path.join(folder.dir, name);
  return await memory.recall(`yaml ${file}`, [stampOf(file)], report, async (problem) => {
    const source = await readText(file, folder, problem);
    if (!source) return undefined;
    const make = (say: Report) => parseYaml(source.text, source.file, say);
    return memory.readings.of(source, folder.dir, problem, { make, isWhole: (made) => made !== undefined });
  });
}

/** Whether a file's name ends as one of YAML may elsewhere, or as Windows' Notepad makes it: here it ends in `.yaml`. */
export function isMisnamedYaml(name: string): boolean {
  return /\.ya?ml(?:\.txt)?$/iu.test(name) && !name.endsWith('.yaml');
}
