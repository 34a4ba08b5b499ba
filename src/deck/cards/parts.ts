import { createHash } from 'node:crypto';
import type { Located } from '../../read/yaml.ts';

/** A piece of a card's Markdown: a `## Section`, or what stands before the first one. */
export interface Part {
  /** As written after the `##`; empty before the first section. */
  heading: string;
  /** With its heading. */
  text: string;
  /** As shown. */
  file: string;
  /** Of its first line, from 1. */
  line: number;
}

/** Cuts a body at its `## Sections`. */
export function partsOf(body: string, file: string): Part[] {
  const parts: Part[] = [];
  for (const [i, line] of body.split('\n').entries()) {
    const heading = line.match(/^ {0,3}##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/)?.[1];
    const last = parts.at(-1);
    if (heading !== undefined || !last) parts.push({ heading: heading ?? '', text: line, file, line: i + 1 });
    else last.text += `\n${line}`;
  }
  return parts.filter(({ heading, text }) => heading !== '' || text.trim() !== '');
}

/** Whether a section has nothing under its heading: in an override it takes the section out. */
export function isEmptyPart({ heading, text }: Part): boolean {
  return heading !== '' && !text.slice(text.indexOf('\n') + 1 || text.length).trim();
}

/** Parts with those of an override in the place of their namesakes, new ones after the one that they follow there. */
export function mergeParts(base: readonly Part[], patch: readonly Part[]): Part[] {
  const merged = [...base];
  for (const [i, part] of patch.entries()) {
    const at = merged.findIndex((one) => one.heading === part.heading && one.file !== part.file);
    if (at >= 0) merged.splice(at, 1, part);
    else {
      const before = merged.findIndex((one) => one.heading === patch[i - 1]?.heading);
      merged.splice(before < 0 ? merged.length : before + 1, 0, part);
    }
  }
  return merged.filter((part) => !isEmptyPart(part) || !patch.includes(part));
}

/** The Markdown of each file that parts come from, each part on the lines where it stands there. */
export function bodiesOf(parts: readonly Part[]): { file: string; text: string }[] {
  const files = [...new Set(parts.map((part) => part.file))];
  return files.map((file) => {
    let text = '';
    let line = 1;
    for (const part of parts.filter((one) => one.file === file).sort((a, b) => a.line - b.line)) {
      text += `${'\n'.repeat(part.line - line)}${part.text}`;
      line = part.line + part.text.split('\n').length - 1;
    }
    return { file, text };
  });
}

/**
 * The hash of what a card says, `sha256-…` in hex: its front matter whatever the order and the quotes, its sections whatever the
 * line ends. Formatting a file anew does not change it.
 */
export function hashOf(front: Located | undefined, parts: readonly Part[]): string {
  const text = JSON.stringify([canonical(front?.value ?? {}), parts.map(({ text }) => folded(text))]);
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}

/** A part's text as it counts: lines of a paragraph joined, one empty line between blocks. */
export function folded(text: string): string {
  const lines: string[] = [];
  for (const written of text.split('\n')) {
    // Two spaces at the end of a line break it; one is nothing.
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
