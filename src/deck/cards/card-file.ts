import path from 'node:path';
import { z } from 'zod';
import { error, type Place } from '../../model/problem.ts';
import { type Folder, MAX_CARD_BYTES, type Report, readText, type TextFile } from '../../read/files.ts';
import { isKebab } from '../../read/ids.ts';
import { noReadings, type Packing, type Readings } from '../../read/readings.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { isGroup, mergePatch, textAtKey, withoutKeys } from '../chain/merge.ts';
import { cutFile } from './front-matter.ts';
import { hashOf } from './hash.ts';
import { type KeptParts, packedParts, unpackedParts } from './kept-parts.ts';
import { areRead, mergeParts, type Part, partsOf } from './parts.ts';

/** A card's text, of one file or of one with overrides on it: cut, not checked. */
export interface CardSource {
  id: string;
  /** As shown. For a card with overrides it is still the card's own file. */
  file: string;
  /** Absolute path. */
  path: string;
  /** Undefined where it could not be read, which is reported. */
  front: Located | undefined;
  parts: readonly Part[];
}

/** A card of a deck made of layers. */
export interface LayeredSource extends CardSource {
  /** The layer whose card it is, from 0 for the lowest. */
  layer: number;
  /** What its code begins with, where it is not its suit's. */
  prefix: string;
  /** How much of its budgets it may fill, in percent: more than 100 for a translation. */
  room?: number;
}

/** A file of `overrides/`. */
export interface Override extends CardSource {
  /** The hash of what it was written for. */
  base: string | undefined;
  /** Where the hash stands. */
  basePlace: Place | undefined;
  /** True where it takes the place of the whole card. */
  whole: boolean;
}

/** Front matter that only an override has. */
const OVERRIDE_KEYS = ['base', 'whole'];
const OVERRIDE = z.object({
  base: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/, 'write "sha256-" and 64 digits, as prepdeck override does')
    .optional(),
  whole: z.boolean().default(false),
});

/**
 * Reads a card's file and cuts it.
 *
 * @param one absolute path
 * @param readings what an earlier command cut it into
 */
export async function readSource(
  one: string,
  folder: Folder,
  report: Report,
  readings: Readings = noReadings,
): Promise<CardSource> {
  const id = path.basename(one, '.mdx');
  const source = await readText(one, folder, report, MAX_CARD_BYTES);
  if (!source) return { id, file: folder.show(one), path: one, front: undefined, parts: [] };
  if (!isKebab(id)) {
    const note = 'The name of the file is the id of the card for ever, e.g. because-you-row.mdx.';
    const message = `The file name "${id}" must be small letters, digits and single hyphens.`;
    report(error({ file: source.file, rule: 'card/id', message, got: id, note }));
  }
  const cut = readings.of(source, folder.dir, report, {
    make: (problem) => cutSource(source, problem),
    isWhole: ({ parts }) => areRead(parts),
    ...PACKING,
  });
  return { id, file: source.file, path: one, ...cut };
}

/** Reads a file of `overrides/`. */
export async function readOverride(
  one: string,
  folder: Folder,
  report: Report,
  readings: Readings = noReadings,
): Promise<Override> {
  const source = await readSource(one, folder, report, readings);
  const settings = source.front && checked(OVERRIDE, source.front, 'override', report);
  const front = settings && source.front && withoutKeys(source.front, OVERRIDE_KEYS);
  const { base, whole = false } = settings ?? {};
  return { ...source, front, base, basePlace: source.front?.places.base, whole };
}

/** A card with an override on it. */
export function overridden(source: LayeredSource, { file, path, front, parts, whole }: Override): LayeredSource {
  if (whole) return { ...source, file, path, front, parts };
  const merged = source.front && front && mergePatch(source.front, front);
  return { ...source, front: merged, parts: mergeParts(source.parts, parts) };
}

/** The hash of what a card says. */
export function sourceHash({ front, parts }: Pick<CardSource, 'front' | 'parts'>): string {
  return hashOf(front, parts);
}

/** The title of a text, taken from front matter that is not checked yet; where it has none its id. */
export function titleOf({ id, front }: Pick<CardSource, 'id' | 'front'>): string {
  return textAtKey(front, 'title') ?? id;
}

/** What queries need of a card, taken from front matter that is not checked yet. */
export function facetted({ id, front }: CardSource) {
  const fields = isGroup(front?.value) ? front.value : {};
  return { id, suit: textAtKey(front, 'suit') ?? '', fields };
}

/** A card's file, cut in two. */
type Cut = Pick<CardSource, 'front' | 'parts'>;

/** How it is kept. */
const PACKING: Packing<Cut, Pick<Cut, 'front'> & KeptParts> = {
  pack: ({ front, parts }) => ({ front, ...packedParts(parts) }),
  unpack: ({ front, ...kept }) => ({ front, parts: unpackedParts(kept) }),
};

function cutSource(source: TextFile, report: Report): Cut {
  const cut = cutFile(source, report);
  return { front: cut?.front, parts: cut ? partsOf(cut.body, source.file) : [] };
}
