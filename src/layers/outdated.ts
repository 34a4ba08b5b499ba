import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Loaded } from '../load/deck.ts';
import { isGroup, valueAtKey } from '../load/merge.ts';
import { folded, type Part } from '../load/parts.ts';
import { type LayeredSource, sourceHash } from '../load/source.ts';
import type { Applied } from '../load/stack.ts';
import { shown } from './explain.ts';

/** An override that does not fit the card below it any more. */
export interface Outdated {
  id: string;
  /** As shown. */
  file: string;
  state: 'changed' | 'removed' | 'identical';
  /** Each part that the override touches: what the card below says now, and what the override says. */
  parts: readonly { part: string; base: string; ours: string }[];
  /** Cards that still name a removed one. */
  namedBy: readonly string[];
}

/** The overrides of a deck that do not fit what they override any more; those of decks that it extends are their authors'. */
export function outdatedIn(loaded: Loaded): Outdated[] {
  return ownOverrides(loaded).flatMap(({ override, state, below }): Outdated[] => {
    if (state === 'current' || (state === 'removed' && loaded.stack.hidden.has(override.id))) return [];
    const { id, file } = override;
    const parts = state === 'changed' && below ? touched(override, below) : [];
    return [{ id, file, state, parts, namedBy: state === 'removed' ? namedBy(id, loaded) : [] }];
  });
}

/** What `prepdeck outdated` says of languages: translations of texts that have changed since, and cards without one. */
export function outdatedLanguages({ further }: Loaded): string {
  const blocks = further.map(({ deck, cards }) => {
    const changed = cards.filter((one) => one.state === 'changed');
    const missing = cards.filter((one) => one.state === 'missing').map((one) => one.id);
    return [
      `${deck.lang}: ${cards.length - missing.length} of ${cards.length} cards are translated`,
      ...changed.flatMap(({ file, hash }) => [`  ${file}: its card has changed`, `    source now  ${hash}`]),
      ...(missing.length > 0 ? [`  not translated: ${missing.join(', ')}`] : []),
    ].join('\n');
  });
  return blocks.length === 0 ? '' : `\n${blocks.join('\n\n')}\n`;
}

/** What `prepdeck outdated` says. */
export function outdatedText(all: readonly Outdated[]): string {
  if (all.length === 0) return 'Every override fits the card that it changes.\n';
  const blocks = all.map(({ id, file, state, parts, namedBy }) => {
    const names = namedBy.length > 0 ? [`  Still named by: ${namedBy.join(', ')}`] : [];
    const rows = parts.flatMap(({ part, base, ours }) => [
      `  ${part}`,
      `    base now  ${base}`,
      `    ours      ${ours === base ? '(the same)' : ours}`,
    ]);
    return [`${id}: ${STATES[state]}`, `  ${file}`, ...rows, ...names].join('\n');
  });
  const note = all.some((one) => one.state === 'changed') ? [BEFORE] : [];
  return `${[...blocks, ...note].join('\n\n')}\n`;
}

const STATES: Readonly<Record<Outdated['state'], string>> = {
  changed: 'base changed',
  removed: 'base removed; the override does nothing',
  identical: 'now identical; the override can be deleted',
};

const BEFORE = `Of what the base said before only the hash is kept. Parts that an override does not touch are printed as they are now.
Change what is no longer right; then: prepdeck outdated --accept`;

/**
 * Takes overrides as still right: writes the hash of the card as it is now into their `base:` line, and changes nothing else.
 *
 * @returns the files, as shown
 */
export async function acceptOutdated(loaded: Loaded): Promise<string[]> {
  const accepted: string[] = [];
  for (const { override, state, below } of ownOverrides(loaded)) {
    if (state !== 'changed' || !below || override.base === undefined) continue;
    const text = await readFile(override.path, 'utf8');
    await writeFile(override.path, text.replace(override.base, sourceHash(below)));
    accepted.push(override.file);
  }
  return accepted;
}

function ownOverrides({ layers, stack }: Loaded): Applied[] {
  const dir = layers.at(-1)?.folder.dir ?? '';
  return stack.applied.filter(({ override }) => override.path.startsWith(dir + path.sep));
}

function touched({ front, parts, whole }: Applied['override'], below: LayeredSource): Outdated['parts'] {
  const ours = isGroup(front?.value) ? front.value : {};
  const theirs = isGroup(below.front?.value) ? below.front.value : {};
  const keys = whole ? new Set([...Object.keys(theirs), ...Object.keys(ours)]) : Object.keys(ours);
  const headings = new Set([...(whole ? below.parts : []), ...parts].map((part) => part.heading));
  const text = (value: unknown) => (value === undefined || value === null ? '(none)' : shown(value));
  return [
    ...[...keys].map((key) => ({
      part: key,
      base: text(valueAtKey(below.front, key)),
      ours: text(valueAtKey(front, key)),
    })),
    ...[...headings].map((heading) => ({
      part: `## ${heading}`,
      base: textOf(below.parts, heading),
      ours: textOf(parts, heading),
    })),
  ];
}

function textOf(parts: readonly Part[], heading: string): string {
  const part = parts.find((one) => one.heading === heading);
  const text =
    part &&
    folded(part.text)
      .replace(/^##.*\n?/u, '')
      .replaceAll('\n', ' ');
  return text || '(none)';
}

/** The cards that name a card in their front matter or in a tag. */
function namedBy(id: string, { stack }: Loaded): string[] {
  const names = (value: unknown): boolean =>
    value === id || (typeof value === 'object' && value !== null && Object.values(value).some(names));
  const tag = (part: Part) => part.text.includes(`"${id}"`) || part.text.includes(`'${id}'`);
  return stack.sources.filter(({ front, parts }) => names(front?.value) || parts.some(tag)).map((one) => one.id);
}
