import type { Place } from '../../model/problem.ts';
import { placeAtOffset } from '../../read/files.ts';

/** How many lines and signs of Markdown a text may have: 100 KB of `[a](b` would take the parser 31 s, and twice as many four times as long. */
const MAX_MARKS = 2000;

/** Refuses a text on which the parser would take minutes, `*a *a *a …`, or run out of stack, a line of `> > > > …`. Undefined for others. */
export function tangleIn(body: string): { message: string; place: Place } | undefined {
  const deep = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])[ \t])){20}/m.exec(body);
  if (deep) return { message: 'This text is nested too deeply for a card.', place: placeAtOffset(body, deep.index) };
  // The empty lines at the beginning only stand in for the front matter.
  const text = body.trimStart();
  if (text.length <= MAX_MARKS) return undefined;
  let marks = 0;
  for (const { index } of text.matchAll(/[\n*_[\]`~<>{}&!|\\#=@^]|www\.|:\/\//gi)) {
    marks += 1;
    if (marks <= MAX_MARKS) continue;
    const message = `This text is no card: it has more than ${MAX_MARKS} lines and signs that mean something in Markdown.`;
    return { message, place: placeAtOffset(body, body.length - text.length + index) };
  }
  return undefined;
}
