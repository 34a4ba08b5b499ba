import path from 'node:path';
import { z } from 'zod';
import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { checked, placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { readYaml } from '../../read/yaml-file.ts';
import type { Draft } from '../cards/draft.ts';
import type { Layer } from './layer.ts';
import { mergePatch } from './merge.ts';

const FILE = 'retired.yaml';
const RETIRED = z.record(z.string(), z.string().nullable());

/** What is retired. */
export interface Retired {
  /** retired.yaml of all layers, merged. */
  source: Located | undefined;
  /** Old id → the id that took its place in the end, or an empty string: `a` → `b` and `b` → `c` are `a` → `c`. */
  ids: Readonly<Record<string, string>>;
  /** For each layer, the ids that its own file retires. */
  byLayer: readonly ReadonlySet<string>[];
}

/** Reads `retired.yaml` of every layer that has one: old id → the id of the card that took its place, or nothing. */
export async function readRetired(layers: readonly Layer[], memory: Memory, report: Report): Promise<Retired> {
  const read = await Promise.all(
    layers.map(async ({ folder }) => {
      if (stampOf(path.join(folder.dir, FILE)) === '') return undefined;
      const source = await readYaml(FILE, folder, memory, report);
      const data = source && checked(RETIRED, source, 'retired', report);
      // `old-card:` without a value is null in YAML, and null would remove the line of a layer below.
      const value = data && Object.fromEntries(Object.entries(data).map(([id, by]) => [id, by ?? '']));
      return source && value && { ...source, value };
    }),
  );
  const files = read.filter((one) => one !== undefined);
  return memory.recall(
    'retired',
    files.map(({ places }) => places),
    report,
    (problem) => {
      const [first, ...rest] = files;
      const source = first && rest.reduce((below: Located, above) => mergePatch(below, above, above.file), first);
      const byLayer = read.map((one) => new Set(Object.keys(one?.value ?? {})));
      return { source, ids: source ? successors(source, problem) : {}, byLayer };
    },
  );
}

/** Reports cards with a retired id, and successors that do not exist. */
export function checkRetired(
  { source, ids }: Retired,
  drafts: readonly Draft[],
  hidden: ReadonlyMap<string, string>,
  report: Report,
): void {
  if (!source) return;
  const known = new Set(drafts.map((draft) => draft.id));
  for (const { id, file } of drafts) {
    if (lookUp(ids, id) === undefined) continue;
    const message = `The id "${id}" is retired and is not used again.`;
    const note = `Links and printed codes still lead to the old card. It is retired in ${placeAt(source.places, [id])?.file ?? source.file}.`;
    report(error({ file, rule: 'card/retired-id', message, note, got: id }));
  }
  for (const [id, by] of Object.entries(ids)) {
    if (by === '' || known.has(by) || hidden.has(by)) continue;
    const message = `"${id}" gives its place to "${by}", and there is no such card.${didYouMean(by, known)}`;
    report(error({ file: source.file, place: lookUp(source.places, id), rule: 'retired/no-card', message, got: by }));
  }
}

/** Follows successors that are retired themselves. */
function successors(source: Located, report: Report): Record<string, string> {
  const direct = source.value as Record<string, string>;
  return Object.fromEntries(
    Object.keys(direct).map((id) => {
      const seen = [id];
      let by = lookUp(direct, id) ?? '';
      for (let next = lookUp(direct, by); next !== undefined && !seen.includes(by); next = lookUp(direct, by)) {
        seen.push(by);
        by = next;
      }
      if (!seen.includes(by)) return [id, by];
      const message = `Retired cards take each other's place: ${[...seen, by].join(' → ')}.`;
      report(error({ file: source.file, place: lookUp(source.places, id), rule: 'retired/circle', message }));
      return [id, ''];
    }),
  );
}
