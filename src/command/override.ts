import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { type LayeredSource, readOverride, sourceHash } from '../deck/cards/card-file.ts';
import { type Lock, recordOf, writeLock } from '../deck/chain/lock.ts';
import { isGroup } from '../deck/chain/merge.ts';
import type { Loaded } from '../deck/deck.ts';
import { BOARD_FRONT } from '../deck/kit/front.ts';
import type { KitSource } from '../deck/kit/stack-kit.ts';
import { textFolder } from '../deck/kit/texts.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';
import { findText } from './find-text.ts';

/** What to change in a card of a deck that this one extends. */
export interface OverrideRequest {
  loaded: Loaded;
  /** What the deck's lock file holds. */
  lock: Lock;
  id: string;
  /** Keys of its front matter. */
  front: readonly string[];
  /** Headings of its sections. */
  sections: readonly string[];
}

/**
 * Writes `overrides/<id>.mdx` with the chosen parts of a card as they are now, to be changed there, and with the hash of what
 * it overrides; records these parts in the lock file. A board, a worksheet or a chapter is `board:gap`, there too.
 *
 * @returns its absolute path
 * @throws UsageError for a card that no deck below has, for parts that the card does not have, and where the file exists already
 */
export async function writeOverride({ loaded, lock, id, front, sections }: OverrideRequest): Promise<string> {
  const source = findText(loaded, id);
  const top = loaded.layers.at(-1);
  if (!top || loaded.layers.length === 1) {
    throw new UsageError('this deck extends no other: change its cards themselves');
  }
  if (source.layer === loaded.layers.length - 1)
    throw new UsageError(`${id} is this deck's own ${kindOf(source)}: change ${source.file}`);
  const folder = 'kind' in source ? textFolder(source.kind) : '';
  const file = path.join(top.folder.dir, 'overrides', folder, `${source.id}.mdx`);
  if (await stat(file).catch(() => undefined))
    throw new UsageError(`${top.folder.show(file)} is there already: change it`);
  const text = overrideText(source, front, sections);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  const override = await readOverride(file, top.folder, refuse);
  await writeLock(top.folder, { ...lock, [id]: recordOf(override, source) });
  return file;
}

function kindOf(source: LayeredSource | KitSource): string {
  return 'kind' in source ? source.kind : 'card';
}

/** How a text is asked for: `because-you-row`, `board:gap`. */
function askedAs(source: LayeredSource | KitSource): string {
  return 'kind' in source ? `${source.kind}:${source.id}` : source.id;
}

/** We wrote this file a moment ago, from parts of a card without mistakes: a mistake in it is our own bug. */
function refuse({ reason }: Problem): never {
  throw new Error(`the new override can't be read: ${reason}`);
}

/** The front matter of a text; of a board also its size and how it lies where that is the usual, which it does not say. */
function fieldsOf(source: LayeredSource | KitSource): Readonly<Record<string, unknown>> {
  const fields = isGroup(source.front?.value) ? source.front.value : {};
  if (kindOf(source) !== 'board') return fields;
  const { size, orientation } = BOARD_FRONT.parse({ title: source.id });
  return { ...fields, ...{ size, orientation }, ...fields };
}

function overrideText(
  source: LayeredSource | KitSource,
  front: readonly string[],
  sections: readonly string[],
): string {
  const fields = fieldsOf(source);
  const keys = Object.keys(fields);
  const headings = source.parts.map((part) => part.heading);
  if (front.length + sections.length === 0) {
    throw new UsageError(
      `say what to change in ${askedAs(source)}: --front ${keys.join(',')}; --section "${headings.join('" --section "')}"`,
    );
  }
  for (const key of front) {
    if (!keys.includes(key)) {
      throw new UsageError(`${source.id} has no key ${key}.${didYouMean(key, keys)} Keys: ${keys.join(', ')}`);
    }
  }
  const parts = sections.map((heading) => {
    const part = source.parts.find((one) => one.heading === heading);
    if (part) return part.text.trim();
    const hint = didYouMean(heading, headings);
    throw new UsageError(`${source.id} has no section "${heading}".${hint} Sections: ${headings.join(', ')}`);
  });
  const chosen = Object.fromEntries(front.map((key) => [key, lookUp(fields, key)]));
  const yaml = front.length > 0 ? stringify(chosen, { lineWidth: 0 }) : '';
  return `${[`---\nbase: ${sourceHash(source)}\n${yaml}---`, ...parts].join('\n\n')}\n`;
}
