import path from 'node:path';
import type { KitKind } from '../../model/kit.ts';
import { listFiles } from '../../read/card-files.ts';
import { mapFiles, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { type CardSource, type Override, readOverride, readSource } from '../cards/card-file.ts';
import type { Layer } from '../chain/layer.ts';

/** Kinds of texts beside cards: boards, worksheets, and chapters of the guide. */
export type TextKind = KitKind | 'chapter';

/** Kinds of texts, each with its folder in a deck. */
export const KIT_FOLDERS: readonly (readonly [kind: TextKind, folder: string])[] = [
  ['board', 'boards'],
  ['worksheet', 'worksheets'],
  ['chapter', 'guide'],
];

/** The folder of a kind of texts. */
export function textFolder(kind: TextKind): string {
  return KIT_FOLDERS.find(([one]) => one === kind)?.[1] ?? kind;
}

/** Folders inside `overrides/` and `locales/<language>/` for boards, worksheets and chapters: files in them are not about cards. */
export const KIT_NAMES = KIT_FOLDERS.map(([, folder]) => folder);

/** The pages of one kind that a layer has, and what it changes of those below. */
export interface KitTexts {
  kind: TextKind;
  layer: Layer;
  own: readonly CardSource[];
  overrides: readonly Override[];
}

/** Reads the boards, worksheets and chapters of a layer, and its overrides of others. */
export async function readKitTexts(layer: Layer, memory: Memory, report: Report): Promise<KitTexts[]> {
  const { folder } = layer;
  const read = <Read>(from: string, readOne: (one: string, problem: Report) => Promise<Read>) =>
    listFiles(folder, from, report).then((files) =>
      mapFiles(files, (one) =>
        memory.recall(`source ${one}`, [stampOf(one)], report, (problem) => readOne(one, problem)),
      ),
    );
  return await Promise.all(
    KIT_FOLDERS.map(async ([kind, name]) => {
      const [own, overrides] = await Promise.all([
        read(name, (one, problem) => readSource(one, folder, problem, memory.readings)),
        read(path.join('overrides', name), (one, problem) => readOverride(one, folder, problem, memory.readings)),
      ]);
      return { kind, layer, own, overrides };
    }),
  );
}
