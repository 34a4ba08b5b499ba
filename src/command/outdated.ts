import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type CardSource, sourceHash } from '../deck/cards/card-file.ts';
import { foldedLines } from '../deck/cards/hash.ts';
import { markdownUnder, type Part } from '../deck/cards/parts.ts';
import { topOf } from '../deck/chain/layer.ts';
import { type BaseRecord, type Lock, recordOf, touchedBy, writeLock } from '../deck/chain/lock.ts';
import { valueAtKey } from '../deck/chain/merge.ts';
import type { Applied } from '../deck/chain/stack-types.ts';
import type { Loaded } from '../deck/deck.ts';
import type { AppliedPage } from '../deck/kit/stack-kit.ts';
import { lookUp } from '../model/look-up.ts';
import { shown } from './explain.ts';

/** An override that does not fit the text below it any more. */
export interface Outdated {
  /** Of a card; of another text with its kind, `board:gap`. */
  id: string;
  /** As shown. */
  file: string;
  /** `renamed`: the base has retired its card, and says which one took its place. */
  state: 'changed' | 'renamed' | 'removed' | 'identical';
  /** The id that the card has now. */
  by?: string;
  /** Each part that the override touches: its text in the base then, in the base now, and in the override, each on one line. */
  parts: readonly { part: string; before: string; now: string; ours: string }[];
  /** Cards that still name a removed one. */
  namedBy: readonly string[];
}

/** The overrides of a deck that do not fit what they override any more; those of decks that it extends are their authors'. */
export function outdatedIn(loaded: Loaded, lock: Lock): Outdated[] {
  return ownOverrides(loaded).flatMap(({ id, kind, override, state, below }): Outdated[] => {
    if (state === 'current' || (state === 'removed' && isHidden({ kind, override }, loaded))) return [];
    const { file } = override;
    const record = recordFor({ id, override }, lock);
    const by = state === 'removed' && !kind ? lookUp(loaded.deck?.retired, id) : undefined;
    if (by) {
      const now = loaded.stack.sources.find((one) => one.id === by);
      return [
        { id, file, state: 'renamed', by, parts: threeWays(override, now, record), namedBy: namedBy(id, loaded) },
      ];
    }
    const isShown = state === 'changed' || (state === 'removed' && record !== undefined);
    const parts = isShown ? threeWays(override, below, record) : [];
    return [{ id, file, state, parts, namedBy: state === 'removed' && !kind ? namedBy(id, loaded) : [] }];
  });
}

/** Ids of overrides for which the lock file has only the hash of the base, or not all parts that they touch now. */
export function unrecordedIn(loaded: Loaded, lock: Lock): string[] {
  const isWhole = ({ id, override, below }: Named) => {
    const record = recordFor({ id, override }, lock);
    const { keys, headings } = touchedBy(override, below);
    const has = (group: object | undefined, names: readonly string[]) =>
      group !== undefined && names.every((name) => Object.hasOwn(group, name));
    return has(record?.front, keys) && has(record?.sections, headings);
  };
  const lasting = ownOverrides(loaded).filter(({ state }) => state === 'current' || state === 'changed');
  return lasting.filter((one) => !isWhole(one)).map(({ id }) => id);
}

/** The result of `prepdeck outdated --accept`. */
export interface AcceptResult {
  /** Overrides with a new `base:`, as shown. */
  accepted: string[];
  /** Ids of overrides for which the lock file now records more of the base. */
  recorded: string[];
}

/**
 * Takes overrides as still right: writes the hash of the card as it is now into their `base:` line, changes nothing else in
 * them, and records what the card says now. Records without an override are removed.
 */
export async function acceptOutdated(loaded: Loaded, lock: Lock): Promise<AcceptResult> {
  const accepted: string[] = [];
  const next = new Map<string, BaseRecord>();
  for (const { id, override, state, below } of ownOverrides(loaded)) {
    const { file, base } = override;
    const record = lookUp(lock, id) ?? recordFor({ id, override }, lock);
    if (record) next.set(id, record);
    if (!below || base === undefined || state === 'identical') continue;
    if (state === 'changed') {
      const text = await readFile(override.path, 'utf8');
      await writeFile(override.path, text.replace(base, sourceHash(below)));
      accepted.push(file);
    }
    next.set(id, recordOf(override, below));
  }
  const recorded = unrecordedIn(loaded, lock);
  const { folder } = topOf(loaded.layers);
  const records = Object.fromEntries(next);
  if (!isDeepStrictEqual(records, lock)) await writeLock(folder, records);
  return { accepted, recorded };
}

/** An override under the name that people and the lock file have for it: `because-you-row`, `board:gap`. */
interface Named extends Applied {
  id: string;
  /** Of a card: none. */
  kind?: AppliedPage['kind'] | undefined;
}

function ownOverrides({ layers, stack, kit }: Loaded): Named[] {
  const dir = layers.at(-1)?.folder.dir ?? '';
  const all: Named[] = [
    ...stack.applied.map((one) => ({ ...one, id: one.override.id })),
    ...kit.applied.map((one) => ({ ...one, id: `${one.kind}:${one.override.id}` })),
  ];
  return all.filter(({ override }) => override.path.startsWith(dir + path.sep));
}

function isHidden({ kind, override: { id } }: Pick<Named, 'kind' | 'override'>, { stack, kit }: Loaded): boolean {
  return kind ? kit.hidden.has(`${kind} ${id}`) : stack.hidden.has(id);
}

/** The record of what an override was written for; undefined where there is none, or it is of another text. */
function recordFor({ id, override: { base } }: Pick<Named, 'id' | 'override'>, lock: Lock): BaseRecord | undefined {
  const record = lookUp(lock, id);
  if (record?.base === base) return record;
  // The override of a card that the base has renamed takes its record along: a hash is of one text alone.
  return Object.values(lock).find((one) => one.base === base);
}

const NOT_RECORDED = '(not recorded)';

/** Each part that an override touches: its text in the base then, in the base now, and in the override. */
function threeWays(override: Applied['override'], below: CardSource | undefined, record: BaseRecord | undefined) {
  const { keys, headings } = touchedBy(override, below);
  const now = (text: () => string) => (below ? text() : '(removed)');
  const before = (
    group: Readonly<Record<string, unknown>> | undefined,
    name: string,
    text: (value: unknown) => string,
  ) => (group && Object.hasOwn(group, name) ? text(lookUp(group, name)) : NOT_RECORDED);
  return [
    ...keys.map((key) => ({
      part: key,
      before: before(record?.front, key, valueText),
      now: now(() => valueText(valueAtKey(below?.front, key))),
      ours: valueText(valueAtKey(override.front, key)),
    })),
    ...headings.map((heading) => ({
      part: `## ${heading}`,
      before: before(record?.sections, heading, sectionText),
      now: now(() => sectionText(below && markdownUnder(heading, below))),
      ours: sectionText(markdownUnder(heading, override)),
    })),
  ];
}

function valueText(value: unknown): string {
  return value === undefined || value === null ? '(none)' : shown(value);
}

function sectionText(text: unknown): string {
  return foldedLines(String(text ?? '')).replaceAll('\n', ' ') || '(none)';
}

/** The cards that name a card in their front matter or in a tag. */
function namedBy(id: string, { stack }: Loaded): string[] {
  const names = (value: unknown): boolean =>
    value === id || (typeof value === 'object' && value !== null && Object.values(value).some(names));
  const tag = (part: Part) => part.text.includes(`"${id}"`) || part.text.includes(`'${id}'`);
  return stack.sources.filter(({ front, parts }) => names(front?.value) || parts.some(tag)).map((one) => one.id);
}
