import type { Element } from 'hast';
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { evenLines } from '../../src/font/even.ts';
import type { Run } from '../../src/font/runs.ts';
import type { Type } from '../../src/font/type.ts';
import { isSpace } from '../../src/model/spaces.ts';
import type { Pt } from '../../src/model/units.ts';
import { runsOf } from './tree.ts';

/** A part of a paragraph in another style, e.g. bold, with the element of the tree that it was made from. */
type Apart = ReactElement<{ children?: ReactNode; node?: Element }>;

/**
 * A paragraph's parts with their line breaks written into them, by `evenLines`: the renderer's own breaks leave words alone at
 * the end. A middle dot at the end of a line is left out: the break separates the names as well.
 *
 * @returns undefined where a line would end inside a tag, whose words can't be changed here: then the renderer breaks the lines
 */
export function broken(parts: readonly ReactNode[], type: Type, size: Pt, width: Pt): ReactNode[] | undefined {
  const runs = parts.map(runsIn);
  const text = runs.flat().map((run) => run.text);
  const letters = lettersOf(text.join(''), evenLines(runs.flat(), type, size, width));
  if (letters === undefined) return undefined;
  let from = 0;
  const printed: ReactNode[] = [];
  for (const [index, part] of parts.entries()) {
    const given = (runs[index] ?? []).map((run) => run.text).join('');
    const now = letters.slice(from, from + given.length).join('');
    from += given.length;
    const one = now === given ? part : changed(part, given, now);
    if (one === undefined) return undefined;
    printed.push(one);
  }
  return printed;
}

function runsIn(part: ReactNode): Run[] {
  if (typeof part === 'string') return [{ text: part }];
  const node = isValidElement(part) ? (part as Apart).props.node : undefined;
  return node === undefined ? [] : runsOf(node);
}

/** A part with other words: a text, or an element around one text. */
function changed(part: ReactNode, given: string, now: string): ReactNode | undefined {
  if (typeof part === 'string') return now;
  return isValidElement(part) && (part as Apart).props.children === given
    ? cloneElement(part as Apart, {}, now)
    : undefined;
}

/** The characters to print for each letter of a text set in these lines; undefined where the lines hold further letters, e.g. hyphens. */
function lettersOf(text: string, lines: readonly string[]): string[] | undefined {
  const letters = text.split('').map((letter) => (letter === '\n' ? ' ' : letter));
  let at = 0;
  for (const [index, line] of lines.entries()) {
    for (const letter of line.split('').filter((one) => !isSpace(one))) {
      while (isSpace(text[at])) at += 1;
      if (text[at] !== letter) return undefined;
      at += 1;
    }
    if (index === lines.length - 1) break;
    endLine(letters, text, at);
  }
  return letters;
}

/** Ends a line before a letter: replaces the space there, and removes a middle dot before it. */
function endLine(letters: string[], text: string, at: number): void {
  if (text.slice(0, at).endsWith('\u00a0·')) letters.fill('', at - 2, at);
  if (!isSpace(text[at])) letters[at] = `\n${letters[at] ?? ''}`;
  else letters[at] = '\n';
  for (let next = at + 1; isSpace(text[at]) && isSpace(text[next]); next += 1) letters[next] = '';
}
