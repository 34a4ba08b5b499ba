import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type Folder, type Report, readText } from '../../read/files.ts';
import { stampOf } from '../../read/stamps.ts';
import { checked } from '../../read/values.ts';
import { parseYaml } from '../../read/yaml.ts';
import { type CardSource, type Override, sourceHash } from '../cards/card-file.ts';
import { markdownUnder } from '../cards/parts.ts';
import { isGroup, valueAtKey } from './merge.ts';

// overrides.lock.yaml: what cards and other texts said when overrides of them were written. Only prepdeck writes it; nothing that
// is printed depends on it.

/** The name of the file, beside deck.yaml. */
export const LOCK = 'overrides.lock.yaml';

const RECORD = z.strictObject({
  base: z.string().regex(/^sha256-[0-9a-f]{64}$/, 'it is "sha256-" and 64 digits'),
  front: z.record(z.string(), z.unknown()).default({}),
  sections: z.record(z.string(), z.string().nullable()).default({}),
});

/**
 * What a card said when an override of it was written: its hash, and the parts that the override touches. `null` is a part that
 * the card did not have.
 */
export type BaseRecord = z.infer<typeof RECORD>;

/** Records by the id of the card; of a board, a worksheet or a chapter by its kind and its id: `board:gap`. */
export type Lock = Readonly<Record<string, BaseRecord>>;

/** Reads the lock file of a deck: empty where there is none, undefined after reporting what is wrong with it. */
export async function readLock(folder: Folder, report: Report): Promise<Lock | undefined> {
  const file = path.join(folder.dir, LOCK);
  if (stampOf(file) === '') return {};
  const source = await readText(file, folder, report);
  const located = source && parseYaml(source.text, source.file, report);
  return located && checked(z.record(z.string(), RECORD), located, 'lock', report);
}

/** Writes the lock file of a deck, by the order of ids. */
export async function writeLock({ dir }: Pick<Folder, 'dir'>, lock: Lock): Promise<void> {
  const ordered = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  const yaml = stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false });
  await writeFile(path.join(dir, LOCK), HEAD + yaml);
}

const HEAD = `# What the cards said that overrides/ changes, for the three-way view of prepdeck outdated.
# prepdeck writes this file: do not edit it, and keep it with your deck.
`;

/** Keys of front matter and headings of sections that an override changes; all of them where it replaces the whole card. */
export function touchedBy({ front, parts, whole }: Pick<Override, 'front' | 'parts' | 'whole'>, below?: CardSource) {
  const keysOf = (one: CardSource['front']) => (isGroup(one?.value) ? Object.keys(one.value) : []);
  const keys = new Set([...(whole ? keysOf(below?.front) : []), ...keysOf(front)]);
  const headings = new Set([...(whole ? (below?.parts ?? []) : []), ...parts].map((part) => part.heading));
  return { keys: [...keys], headings: [...headings] };
}

/** What a card says now, as far as an override touches it. */
export function recordOf(override: Pick<Override, 'front' | 'parts' | 'whole'>, below: CardSource): BaseRecord {
  const { keys, headings } = touchedBy(override, below);
  return {
    base: sourceHash(below),
    front: Object.fromEntries(keys.map((key) => [key, valueAtKey(below.front, key) ?? null])),
    sections: Object.fromEntries(headings.map((heading) => [heading, markdownUnder(heading, below) ?? null])),
  };
}
