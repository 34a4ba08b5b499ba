import type { Suit } from '../../model/card.ts';
import { lookUp } from '../../model/look-up.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { parseBody } from '../cards/body.ts';
import type { CardSource } from '../cards/card-file.ts';
import { markdownUnder } from '../cards/parts.ts';
import { isGroup, textAtKey, valueAtKey } from '../chain/merge.ts';
import { cellOfCard, valueAt } from './card-cells.ts';
import { kindIn, type TableContext, targetsOf } from './cards-of-table.ts';
import { type ColumnTarget, headingIn, plain } from './columns.ts';
import type { KeyRule, Kind } from './kinds.ts';
import { cellOfMarkdown, markdownOfCell } from './markdown.ts';
import { kindAt } from './rows.ts';
import { valueOfCell } from './values.ts';

/** A column that is written. */
export interface ExportColumn {
  target: ColumnTarget;
  header: string;
  kind: Kind;
  /** Whether every card must have it. */
  required: boolean;
}

/** The cards of suits as a table. */
export interface ExportTable {
  name: string;
  suits: readonly Suit[];
  columns: readonly ExportColumn[];
  rows: readonly ExportRow[];
}

/** A card as the texts of cells, in the order of the columns. */
interface ExportRow {
  id: string;
  title: string;
  cells: readonly string[];
}

const FIRST = ['id', 'suit', 'face', 'number', 'label', 'title', 'gist'];
const LAST = ['glyph', 'related', 'sources', 'copies', 'blank', 'alt'];
/** Keys that a table always has a column for. */
const ALWAYS = ['id', 'title', 'gist', 'copies'];

/** The cards of suits as a table. What no cell can hold is left out with a warning, and stays in the card's file. */
export function exportTable(
  { name, suits, cards }: Pick<ExportTable, 'name' | 'suits'> & { cards: readonly CardSource[] },
  context: TableContext,
  problems: Problem[],
): ExportTable {
  const columns = exportColumns(suits, cards, context);
  const rows = cards.map((source): ExportRow => {
    const rules = rulesFor(source, suits, context);
    const cells = columns.map(({ target }) => {
      const cell = target === 'id' ? source.id : cellOfCard(source, target, rules);
      const isWhole = target === 'id' || isKept(source, target, cell, rules);
      if (!isWhole) problems.push(lost(source, target));
      return isWhole ? cell : '';
    });
    return { id: source.id, title: String(valueAtKey(source.front, 'title') ?? ''), cells };
  });
  return { name, suits, columns, rows };
}

function exportColumns(suits: readonly Suit[], cards: readonly CardSource[], context: TableContext): ExportColumn[] {
  const { keys, headings } = targetsOf(suits, context);
  const rules = Object.assign({}, ...suits.map((suit) => context.rulesOf(suit, suit.face)?.rules ?? {})) as Rules;
  const used = (target: ColumnTarget) =>
    cards.some((card) => cellOfCard(card, target, rulesFor(card, suits, context)) !== '');
  const isWanted = (key: string) => {
    if (key === 'suit') return suits.length > 1;
    const [name = '', index] = key.split('.');
    return (
      ALWAYS.includes(key) ||
      used(key) ||
      (lookUp(rules, name)?.required === true && (index ?? '1') === '1' && name !== 'number')
    );
  };
  const all = ['id', ...keys].filter(isWanted);
  const between = all.filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  const pick = (list: readonly string[]) => list.filter((key) => all.includes(key));
  const sections = headings.map((heading) => `## ${heading}`);
  const targets = [...pick(FIRST), ...between, ...sections, ...pick(LAST)];
  return targets.map((target) => ({
    target,
    header: headerOf(target, all, headings),
    kind: kindIn(suits, target, context),
    required: isRequired(target, rules, suits, context),
  }));
}

/** The header of a column. A section with the name of a key is told apart by its `##`. */
function headerOf(target: ColumnTarget, keys: readonly string[], headings: readonly string[]): string {
  const heading = headingIn(target);
  if (heading === undefined) return target;
  const same = [...keys, ...headings].filter((one) => plain(one) === plain(heading));
  return same.length > 1 ? target : heading;
}

type Rules = Readonly<Record<string, KeyRule>>;

function isRequired(target: ColumnTarget, rules: Rules, suits: readonly Suit[], { rulesOf }: TableContext): boolean {
  const heading = headingIn(target);
  if (heading === undefined) return lookUp(rules, target)?.required === true;
  const ruled = suits.flatMap((suit) => lookUp(rulesOf(suit, suit.face)?.look.sections, heading) ?? []);
  return ruled.length > 0 && ruled.every(({ optional }) => optional !== true);
}

function rulesFor(source: CardSource, suits: readonly Suit[], { rulesOf }: TableContext): Rules {
  const suit = suits.find((one) => one.id === valueAtKey(source.front, 'suit')) ?? suits[0];
  return (suit && rulesOf(suit, textAtKey(source.front, 'face') ?? suit.face)?.rules) ?? {};
}

/** Whether reading the cell back gives what the card has. */
function isKept(source: CardSource, target: ColumnTarget, cell: string, rules: Rules): boolean {
  const heading = headingIn(target);
  if (heading !== undefined) {
    const body = markdownUnder(heading, source) ?? '';
    const again = markdownOfCell(cell);
    return body === again || (cellOfMarkdown(again) === cell && meaningOf(body) === meaningOf(again));
  }
  const path = target.split('.');
  const value = valueAt(source.front?.value, path);
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return cell === '';
  return JSON.stringify(valueOfCell({ text: cell }, kindAt(rules, path))) === JSON.stringify(value);
}

/** Markdown as it compares: its tree without places, line ends as spaces. Text that can’t be parsed is compared as it is written. */
function meaningOf(markdown: string): string {
  const parsed = parseBody(markdown, '');
  if ('mistake' in parsed) return markdown;
  const without = (key: string, value: unknown) => (key === 'position' || key === 'spread' ? undefined : value);
  return JSON.stringify(parsed.tree, without).replace(/[ \t]*\\n[ \t]*/gu, ' ');
}

function lost(source: CardSource, target: ColumnTarget): Problem {
  const key = target.split('.')[0] ?? '';
  const part = source.parts.find(({ heading }) => `## ${heading}` === target);
  const place = part ? { line: part.line, column: 1 } : lookUp(source.front?.places, key);
  const message = `No cell can hold "${target}" as it is here: its cell is left empty.`;
  const note = 'It stays as it is, unless something is written into that cell.';
  return warning({ file: source.file, place, rule: 'table/no-cell', message, note });
}

/** The cards of a suit in the order of their numbers. */
export function cardsOfSuit({ sources }: Pick<TableContext, 'sources'>, suit: Suit): CardSource[] {
  const own = [...sources.values()].filter(({ front }) => isGroup(front?.value) && front.value.suit === suit.id);
  const number = ({ front }: CardSource) => Number(valueAtKey(front, 'number') ?? 9999);
  return own.sort((a, b) => number(a) - number(b) || (a.id < b.id ? -1 : 1));
}
