import type { Suit } from '../../model/card.ts';
import { restored } from '../../model/harmless.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import type { Suits } from '../suits.ts';
import type { ColumnTarget, TableColumn } from './columns.ts';
import { type KeyRule, type Kind, keysOf } from './kinds.ts';
import { cellOfMarkdown, markdownOfCell } from './markdown.ts';
import type { Cell, CellPlace, TableRow } from './table.ts';
import { cellText, valueOfCell } from './values.ts';

/** A row that is to be a card. */
export interface CardRow {
  row: number;
  suit: Suit;
  look: Look;
  rules: Readonly<Record<string, KeyRule>>;
  /** The cells by what they are; those of `id` and of columns that are left are not among them. */
  entries: ReadonlyMap<ColumnTarget, CardCell>;
  /** What stands in the column `id`; empty without one. */
  id: string;
  title: string;
  /** Where the title stands, or else the first cell. */
  place: CellPlace;
}

/** A cell of a card. */
export interface CardCell {
  target: ColumnTarget;
  place: CellPlace;
  /** As all cells that say the same are written: what is compared. */
  text: string;
  /** The value for front matter, or the Markdown of a section; undefined for an empty cell. */
  value: unknown;
}

/** How the rows of a suit are read: made once for each look. */
export type RulesOf = (
  suit: Suit,
  face: string,
) => { look: Look; rules: Readonly<Record<string, KeyRule>> } | undefined;

/** Gives the keys that cards of a suit take, drawn by a look. */
export function rulesOf(suits: Suits, looks: Looks): RulesOf {
  const made = new Map<string, ReturnType<RulesOf>>();
  return (suit, face) => {
    const key = `${suit.id} ${face}`;
    if (!made.has(key)) {
      const look = Object.hasOwn(looks.faces, face) ? lookUp(looks.faces, face) : undefined;
      made.set(key, look && { look, rules: keysOf(suits, suit, look) });
    }
    return made.get(key);
  };
}

/** The entry of a cell for a card of a suit. */
export function entryOf(
  target: ColumnTarget,
  cell: Cell | undefined,
  place: CellPlace,
  rules: CardRow['rules'],
): CardCell {
  const { text = '', number } = cell ?? {};
  const plain = { text: restored(text), number };
  if (target.startsWith('## ')) {
    const markdown = markdownOfCell(plain.text);
    return { target, place, text: cellOfMarkdown(markdown), value: markdown === '' ? undefined : markdown };
  }
  const kind = kindAt(rules, target.split('.'));
  const value = valueOfCell(plain, kind);
  return { target, place, text: cellText(value, kind) ?? plain.text, value };
}

/** The kind of what is at a dotted path; what no schema knows is text. */
export function kindAt(rules: CardRow['rules'], [key = '', ...path]: readonly string[]): Kind {
  let kind: Kind = lookUp(rules, key)?.kind ?? { is: 'text' };
  for (const step of path) {
    if (kind.is === 'groups' && /^\d+$/u.test(step)) kind = { is: 'group', keys: kind.keys };
    else kind = (kind.is === 'group' ? lookUp(kind.keys, step) : undefined) ?? { is: 'text' };
  }
  return kind;
}

/** The paths of what a key holds, one for each column. */
export function pathsOf(key: string, kind: Kind): string[] {
  if (kind.is === 'group') return Object.entries(kind.keys).flatMap(([name, one]) => pathsOf(`${key}.${name}`, one));
  if (kind.is !== 'groups') return [key];
  return Array.from({ length: kind.max }, (_, at) =>
    pathsOf(`${key}.${at + 1}`, { is: 'group', keys: kind.keys }),
  ).flat();
}

/** The cell of a column with one target. */
export function cellAt({ cells }: TableRow, columns: readonly TableColumn[], target: ColumnTarget): Cell | undefined {
  const column = columns.find((one) => one.target === target);
  return column && cells[column.column];
}
