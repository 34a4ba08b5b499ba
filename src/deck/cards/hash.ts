import { createHash } from 'node:crypto';
import type { Located } from '../../read/yaml.ts';
import type { Part } from './parts.ts';

/**
 * The hash of what a card says, `sha256-…` in hex: its front matter whatever the order and the quotes, its sections whatever the
 * line ends. Formatting a file anew does not change it.
 */
export function hashOf(front: Located | undefined, parts: readonly Pick<Part, 'text'>[]): string {
  const text = JSON.stringify([canonical(front?.value ?? {}), parts.map(({ text }) => foldedLines(text))]);
  return sha256(text);
}

/** The hash of a text or a file, `sha256-…` in hex. */
export function sha256(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}

/** What stands for data in a text that is compared or hashed itself: as long for a thousand cards as for one. */
export function inShort(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64');
}

/** A part's text as it is hashed: lines of a paragraph joined, one empty line between blocks. */
export function foldedLines(text: string): string {
  const lines: string[] = [];
  for (const written of text.split('\n')) {
    // In Markdown two spaces at the end of a line break it; one means nothing.
    const line = written.replace(/(\S) ?\t*$/, '$1');
    const last = lines.at(-1);
    const goesOn = last !== undefined && last !== '' && !/^ {0,3}#|\||(?: {2}|\\)$/.test(last);
    if (line.trim() === '') {
      if (last !== '' && !last?.startsWith('##')) lines.push('');
    } else if (goesOn && !/^\s*(?:[-+*][ \t]|\d+[.)][ \t]|#|\|)/.test(line)) {
      lines[lines.length - 1] = `${last} ${line.trimStart()}`;
    } else lines.push(line);
  }
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** The same data with the keys of every group in the order of the alphabet. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, canonical(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
