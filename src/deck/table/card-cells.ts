import { lookUp } from '../../model/look-up.ts';
import type { CardSource } from '../cards/card-file.ts';
import { markdownUnder } from '../cards/parts.ts';
import { isGroup } from '../chain/merge.ts';
import { type ColumnTarget, headingIn } from './columns.ts';
import { cellOfMarkdown } from './markdown.ts';
import { type CardRow, kindAt } from './rows.ts';
import { cellText } from './values.ts';

/** A card's value for a column, as the text of a cell. A value that no cell can hold is written as JSON, so that it differs from any cell. */
export function cellOfCard(source: CardSource, target: ColumnTarget, rules: CardRow['rules']): string {
  const heading = headingIn(target);
  if (heading !== undefined) {
    const body = markdownUnder(heading, source);
    return body === undefined ? '' : cellOfMarkdown(body);
  }
  const path = target.split('.');
  const value = valueAt(source.front?.value, path);
  return cellText(value, kindAt(rules, path)) ?? JSON.stringify(value);
}

/** The value at a dotted path; entries of lists count from 1. */
export function valueAt(value: unknown, [step, ...path]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step) - 1], path);
  return isGroup(value) && Object.hasOwn(value, step) ? valueAt(lookUp(value, step), path) : undefined;
}

/** A value with another one at a dotted path; groups without anything in them are gone. */
export function withValueAt(value: unknown, [step, ...path]: readonly string[], to: unknown, isList = false): unknown {
  if (step === undefined) return to;
  const [next] = path;
  const inner = (below: unknown) => withValueAt(below, path, to, next !== undefined && /^\d+$/u.test(next));
  if (Array.isArray(value) || isList) {
    const entries: unknown[] = Array.isArray(value) ? [...value] : [];
    entries[Number(step) - 1] = inner(entries[Number(step) - 1]);
    return Array.from(entries);
  }
  const entries = isGroup(value) ? Object.entries(value) : [];
  const others = Object.fromEntries(entries.filter(([key]) => key !== step));
  const made = inner(isGroup(value) ? lookUp(value, step) : undefined);
  if (made === undefined) return Object.keys(others).length > 0 ? others : undefined;
  return isGroup(value) && Object.hasOwn(value, step) ? { ...value, [step]: made } : { ...others, [step]: made };
}
