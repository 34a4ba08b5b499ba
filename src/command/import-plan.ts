import path from 'node:path';
import type { CardSource } from '../deck/cards/card-file.ts';
import { areRead } from '../deck/cards/parts.ts';
import { valueAtKey } from '../deck/chain/merge.ts';
import { isNumbered } from '../deck/codes.ts';
import type { FrontData } from '../deck/table/card-text.ts';
import { hasHeading, type PlannedCard, planned } from '../deck/table/check-rows.ts';
import { headingIn } from '../deck/table/columns.ts';
import type { TableMap } from '../deck/table/map-file.ts';
import type { NamedRow } from '../deck/table/match-rows.ts';
import { mergeRow, type Prefer } from '../deck/table/merge-row.ts';
import { numbersOf } from '../deck/table/numbering.ts';
import type { OpenedDeck } from '../deck/table/open-deck.ts';
import { cellError } from '../deck/table/table.ts';
import type { Suit } from '../model/card.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';

/** The map into which rows are merged. */
export interface Merging {
  map: TableMap;
  prefer: Prefer | undefined;
  /** Collects the problems. */
  problems: Problem[];
}

/** The card that each row gives: a new one, or the existing one with the cells that have changed. */
export function planCards(
  rows: readonly NamedRow[],
  opened: OpenedDeck,
  { map, prefer, problems }: Merging,
): PlannedCard[] {
  const given = rows.map(({ suit, entries }) => [suit, entries.get('number')?.value] as const);
  const nextNumber = numbersOf(opened.texts, opened.suits, given);
  return rows.map((row) => {
    const source = opened.sources.get(row.id);
    const merged = mergeRow(row, source, lookUp(map.cards, row.id), prefer);
    problems.push(...rowProblems(row, source, merged.conflicts));
    const file = source?.path ?? path.join(opened.folder.dir, 'cards', folderOf(row.suit, opened), `${row.id}.mdx`);
    return planned({ row, source, merged, path: file, front: source ? {} : newFront(row, nextNumber) });
  });
}

/** Front matter that a new card gets without a cell for it: its suit, and the next number. */
function newFront({ suit, entries }: NamedRow, nextNumber: (suit: Suit) => number): FrontData {
  const hasNumber = entries.get('number')?.value !== undefined || entries.get('blank')?.value === true;
  return { suit: suit.id, ...(isNumbered(suit) && !hasNumber && { number: nextNumber(suit) }) };
}

/** The folder where the suit’s other cards are. */
function folderOf(suit: Suit, { sources, folder }: OpenedDeck): string {
  const sibling = [...sources.values()].find(({ front }) => valueAtKey(front, 'suit') === suit.id);
  const [first, ...others] = sibling ? path.relative(path.join(folder.dir, 'cards'), sibling.path).split(path.sep) : [];
  return first !== undefined && others.length > 0 ? first : suit.id;
}

/** What keeps a row from becoming a file, or from changing the one that is there. */
export function rowProblems(
  row: NamedRow,
  source: CardSource | undefined,
  conflicts: ReturnType<typeof mergeRow>['conflicts'],
): Problem[] {
  const isRead = !source || (source.front && areRead(source.parts));
  return [
    ...(isRead ? [] : [unreadable(row, source)]),
    ...mergeProblems(row, conflicts, source),
    ...headingProblems(row),
  ];
}

function unreadable({ table, place, id }: NamedRow, { file }: CardSource): Problem {
  const message = `The card "${id}" is there, and its file can’t be read: ${file}.`;
  return cellError(table, { ...place, rule: 'card', message, note: 'What is wrong with it: npx prepdeck check' });
}

function mergeProblems(
  { table }: NamedRow,
  conflicts: ReturnType<typeof mergeRow>['conflicts'],
  source: CardSource | undefined,
): Problem[] {
  return conflicts.map(({ entry: { target, place }, there }) =>
    cellError(table, {
      ...place,
      rule: 'both-changed',
      message: `"${target}" is not what ${source?.file} says, and both may have been changed since the last import.`,
      got: `there: ${there === '' ? '(nothing)' : there.replace(/\s+/gu, ' ').slice(0, 80)}`,
      note: 'Make them the same, or take one side for all of these: --prefer sheet, or --prefer deck.',
    }),
  );
}

/** A cell becomes one section, so a `## Heading` in it is a mistake. */
function headingProblems({ table, entries }: NamedRow): Problem[] {
  const wrong = [...entries.values()].filter(
    ({ target, value }) => headingIn(target) !== undefined && hasHeading(String(value ?? '')),
  );
  return wrong.map(({ place }) => {
    const note = 'Give the second one a column of its own. A heading inside a section is "### Subhead".';
    return cellError(table, {
      ...place,
      rule: 'heading',
      message: 'A line "## …" in this cell begins another section.',
      note,
    });
  });
}
