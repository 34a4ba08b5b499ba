import { compose } from './compose.ts';
import { faces } from './faces.ts';
import { type Counted, formFor } from './forms.ts';
import { guide } from './guide.ts';
import { kit } from './kit.ts';
import { facets, fields } from './names.ts';
import { record } from './record.ts';
import { remote } from './remote.ts';
import { run } from './run.ts';
import { scripts } from './scripts.ts';
import { sheets } from './sheets.ts';
import { site } from './site.ts';

/**
 * All words of faces, sheets and the catalog that come from no card, in English. A language's `ui.yaml` has the same
 * groups and keys. To add a word: a line in its group, and the place that prints it. A word beside a number has two forms: `Counted`.
 */
export const words = { faces, sheets, kit, guide, record, fields, facets, site, scripts, compose, run, remote };

/** All words in one language. */
export type ToolWords = typeof words;

/** A name in braces that something is put in for, in any language's letters: `{count}`, `{ήρωας}`. */
export const BRACES = /\{([\p{L}\p{M}\p{N}_-]+)\}/gu;

/** A text with its `{names}` filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(BRACES, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** `1 card`, `12 cards`: a word in its form for a number, with `{count}` filled in. */
export function counted(count: number, word: Counted): string {
  return filled(formFor(count, word), { count });
}
