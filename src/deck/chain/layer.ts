import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CAPITAL } from '../../model/capitals.ts';
import { text } from '../../model/fields.ts';
import { type Folder, openFolder, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { readYaml } from '../../read/yaml-file.ts';

/** The rule of the warning that an entry of `accept` is met by no warning. */
export const UNMET = 'deck/accept';

/** An entry of `accept` in deck.yaml: warnings that the deck's authors have looked at, and why they may stay. */
const ACCEPT = z.strictObject({
  rule: z
    .string()
    .regex(/^[a-z]+\/[a-z-]+$/, 'it is the last word of a warning, e.g. card/hidden')
    .refine((rule) => rule !== UNMET, 'is about this list: take out what it names'),
  /** Only about this card. */
  card: text().optional(),
  /** Only in this file: as a message names it, or the end of that. */
  file: text().optional(),
  reason: text(),
});

export type Accept = z.output<typeof ACCEPT>;

/** One deck of a chain: its folder, and those settings of its deck.yaml that are about this deck alone. */
export interface Layer {
  folder: Folder;
  /** Undefined where deck.yaml can't be read. */
  deckFile: Located | undefined;
  /** As `extends` names it; the top's folder as shown. */
  name: string;
  /** The installed package that it comes with; empty for a folder of one's own. */
  from: string;
  /** Ids and queries of cards of the layers below that are left out. */
  hide: readonly string[];
  /** What the codes of its own cards begin with. */
  prefix: string;
  /** Packages, and folders outside the project, whose layouts may run; only the top's counts. */
  trust: readonly string[];
  /** Warnings that may stay. */
  accept: readonly Accept[];
}

/** The highest layer: the deck itself, above those that it extends. */
export function topOf(layers: readonly Layer[]): Layer {
  const top = layers.at(-1);
  if (!top) throw new Error('a deck has at least itself');
  return top;
}

/** The keys of deck.yaml that are about its own layer, and are not inherited by decks that extend it. */
export const LAYER_KEYS = ['extends', 'hide', 'prefix', 'trust', 'accept'];
export const OWN_KEYS = [...LAYER_KEYS, 'url', 'qr', 'backOffset'];

/** What deck.yaml says of its own layer. */
export const LAYER = z.object({
  extends: text().optional(),
  hide: z.array(text()).default([]),
  prefix: z
    .string()
    .regex(new RegExp(`^[${CAPITAL}\\p{Nd}]{1,6}$`, 'u'), '1 to 6 capital letters or digits')
    .default(''),
  trust: z.array(z.string()).default([]),
  accept: z.array(ACCEPT).default([]),
});

/** Where a layer is, and how it came into the chain. */
export interface LayerPlace extends Pick<Layer, 'name' | 'from'> {
  /** Absolute path of its folder. */
  dir: string;
  /** Files are named in messages relative to this folder. */
  root: string;
}

/**
 * Opens a deck's folder and reads what its deck.yaml says of the layer itself.
 *
 * @returns undefined after reporting why it can't be known which decks it extends
 */
export async function openLayer(
  { dir, root, name, from }: LayerPlace,
  memory: Memory,
  report: Report,
): Promise<{ layer: Layer; below: string | undefined } | undefined> {
  const folder = await openFolder(dir, root, report);
  if (!folder) return undefined;
  const deckFile = await readYaml('deck.yaml', folder, memory, report);
  const settings =
    deckFile && memory.recall(`layer ${dir}`, [deckFile], report, (say) => checked(LAYER, deckFile, 'deck', say));
  // Without `extends` everything that a deck below has would be reported as missing.
  if (!settings && (deckFile || (await seemsToExtend(folder)))) return undefined;
  const { hide = [], prefix = '', trust = [], accept = [] } = settings ?? {};
  const layer: Layer = { folder, deckFile, name: name || folder.show(folder.dir), from, hide, prefix, trust, accept };
  return { layer, below: settings?.extends };
}

/** Whether a deck with an unreadable deck.yaml extends another: a line of it begins with `extends:`, or the deck has no suits.yaml. */
async function seemsToExtend({ dir }: Folder): Promise<boolean> {
  const text = await readFile(path.join(dir, 'deck.yaml'), 'utf8').catch(() => '');
  return /^extends\s*:/mu.test(text) || stampOf(path.join(dir, 'suits.yaml')) === '';
}
