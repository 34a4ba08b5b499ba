import { lookUp } from '../../model/look-up.ts';
import type { Kind } from './kinds.ts';
import type { Cell } from './table.ts';

// Values of front matter as texts of cells, and back. `valueOfCell({ text: cellText(v) })` is v: see tests/deck/table/values.test.ts.

/** A value as the text of a cell; undefined where no cell can hold it. */
export function cellText(value: unknown, kind: Kind): string | undefined {
  if (value === undefined || value === null) return '';
  if (kind.is === 'list') return Array.isArray(value) ? listText(value, kind) : undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function listText(values: readonly unknown[], { of, short }: Kind & { is: 'list' }): string | undefined {
  const texts = values.map((one) => cellText(one, of));
  if (texts.some((text) => text === undefined || text === '' || text.includes('\n'))) return undefined;
  const isMarked = texts.some((text) => MARK.test(text ?? ''));
  return short ? texts.join(', ') : texts.map((text) => (isMarked ? `• ${text}` : text)).join('\n');
}

/** The signs with which people begin an entry of a list. */
const MARK = /^[•*–-]\s+/u;

/** A cell's text as a value; undefined for an empty cell. Where it does not fit the kind it stays text, and the card’s check reports it. */
export function valueOfCell(cell: Pick<Cell, 'text' | 'number'>, kind: Kind): unknown {
  const { text } = cell;
  if (text === '') return undefined;
  switch (kind.is) {
    case 'number':
      return cell.number ?? numberOf(text);
    case 'boolean':
      return booleanOf(text);
    case 'either':
      return cell.number !== undefined && /^-?\d+[.,]\d+$/u.test(text) ? cell.number : eitherOf(text);
    case 'choice':
      return choiceOf(text, kind);
    case 'list':
      return entriesOf(text, kind).map((entry) => valueOfCell({ text: entry }, kind.of));
    default:
      return text;
  }
}

function entriesOf(text: string, { short }: Kind & { is: 'list' }): string[] {
  const entries = text.split(short ? /[\n,;]/u : '\n').map((entry) => entry.trim());
  return entries.map((entry) => entry.replace(MARK, '')).filter((entry) => entry !== '');
}

function eitherOf(text: string): number | string {
  return String(Number(text)) === text ? Number(text) : text;
}

function numberOf(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

function booleanOf(text: string): boolean | string {
  if (/^(?:yes|true|x|1|✓|✔)$/iu.test(text)) return true;
  return /^(?:no|false|0|-)$/iu.test(text) ? false : text;
}

/** The choice that a cell means: `consumer` for `Consumer`, its printed name, or the same with the program's own capital. */
function choiceOf(text: string, { values, names }: Kind & { is: 'choice' }): string {
  if (values.includes(text)) return text;
  const wanted = text.toLowerCase();
  const same = values.filter(
    (value) => value.toLowerCase() === wanted || lookUp(names, value)?.toLowerCase() === wanted,
  );
  return same.length === 1 ? (same[0] ?? text) : text;
}
