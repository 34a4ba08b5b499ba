import type { Suit } from '../../model/card.ts';
import { restored } from '../../model/harmless.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import type { Suits } from '../suits.ts';
import { type ColumnTarget, headingIn, type TableColumn } from './columns.ts';
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
  /** The cells by key or section; without `id`, and without columns that are not imported. */
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
  /** The value in one way of writing, so that equal cells compare equal. */
  text: string;
  /** The value for front matter, or the Markdown of a section; undefined for an empty cell. */
  value: unknown;
}

/** Gives the keys that cards of a suit take under a look, and how their cells are read. */
export type RulesOf = (
  suit: Suit,
  face: string,
) => { look: Look; rules: Readonly<Record<string, KeyRule>> } | undefined;

/** Makes a RulesOf: it works out the rules of each suit and look once. */
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

/** A cell as a value of a card. */
export function entryOf(
  target: ColumnTarget,
  cell: Cell | undefined,
  place: CellPlace,
  rules: CardRow['rules'],
): CardCell {
  const { text = '', number } = cell ?? {};
  const plain = { text: restored(text), number };
  if (headingIn(target) !== undefined) {
    const markdown = markdownOfCell(plain.text);
    return { target, place, text: cellOfMarkdown(markdown), value: markdown === '' ? undefined : markdown };
  }
  const kind = kindAt(rules, target.split('.'));
  const value = valueOfCell(plain, kind);
  return { target, place, text: cellText(value, kind) ?? plain.text, value };
}

/** The kind of the value at a dotted path; of a key that no schema knows, text. */
export function kindAt(rules: CardRow['rules'], [key = '', ...path]: readonly string[]): Kind {
  let kind: Kind = lookUp(rules, key)?.kind ?? { is: 'text' };
  for (const step of path) {
    if (kind.is === 'groups' && /^\d+$/u.test(step)) kind = { is: 'group', keys: kind.keys };
    else kind = (kind.is === 'group' ? lookUp(kind.keys, step) : undefined) ?? { is: 'text' };
  }
  return kind;
}

/** The dotted paths of a key's columns: a group has one for each of its keys. */
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
