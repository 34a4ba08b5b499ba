import { idOfTitle } from '../../model/id-of-title.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Problem } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { UsageError } from '../../model/usage.ts';
import { isKebab } from '../../read/ids.ts';
import type { CardSource } from '../cards/card-file.ts';
import { valueAtKey } from '../chain/merge.ts';
import type { CardRecord } from './map-file.ts';
import type { CardRow } from './rows.ts';
import { cellError, type Table } from './table.ts';

/** A row whose card is known. */
export interface NamedRow extends CardRow {
  table: Table;
}

/** What `matchRows` needs to find the card of a row. */
export interface Identities {
  /** What the last import knew, by id. */
  records: Readonly<Record<string, CardRecord>>;
  /** The deck’s own cards. */
  sources: ReadonlyMap<string, CardSource>;
  /** Names of the sheets that are read now. */
  sheets: ReadonlySet<string>;
  /** `old=new`: what was called old, by id or title, has the title new. */
  renames: readonly string[];
  /** True where each title that is not known is a new card. */
  allNew: boolean;
}

/** Which card each row is, and the ids of those that have no row any more. */
export interface Identified {
  rows: NamedRow[];
  gone: string[];
  problems: Problem[];
}

/**
 * Finds the card of each row: by its id, else by its title, which the last import knew. A title that is not known is a new card,
 * unless a known one has gone: whether that is the same card under a new title is asked, not guessed.
 *
 * @throws UsageError for a rename that fits nothing
 */
export function matchRows(rows: readonly NamedRow[], known: Identities): Identified {
  const problems: Problem[] = [];
  const renamed = renamesOf(rows, known);
  const byTitle = new Map(Object.entries(known.records).map(([id, { title }]) => [title, id]));
  const given = rows.map((row) => row.id || renamed.get(row.title) || byTitle.get(row.title) || '');
  const found = new Set(given);
  const gone = Object.keys(known.records).filter(
    (id) => !found.has(id) && known.sheets.has(lookUp(known.records, id)?.sheet ?? ''),
  );
  const taken = new Set([...found, ...Object.keys(known.records)]);
  const seen = new Map<string, NamedRow>();
  const named = rows.flatMap((row, at): NamedRow[] => {
    const isNew = given[at] === '';
    const id = given[at] || newId(row, taken);
    taken.add(id);
    const card = { ...row, id };
    const problem = faultOf(card, seen.get(id), isNew, known) ?? suitFault(card, row.id !== '', known);
    seen.set(id, row);
    if (problem) problems.push(problem);
    else if (isNew && gone.length > 0 && !known.allNew && !known.sources.has(id))
      problems.push(askFor(row, gone, known));
    return problem ? [] : [{ ...row, id }];
  });
  return { rows: named, gone, problems };
}

function renamesOf(rows: readonly NamedRow[], { records, renames }: Identities): Map<string, string> {
  const titles = rows.map(({ title }) => title);
  const old = new Map(Object.entries(records).flatMap(([id, { title }]) => [[id, id] as const, [title, id] as const]));
  return new Map(
    renames.map((text) => {
      const at = [...text].findIndex((sign, i) => sign === '=' && old.has(text.slice(0, i).trim()));
      if (at < 0) {
        const [name = ''] = text.split('=');
        throw new UsageError(
          `--rename is old=new, and no card was imported as "${name}".${didYouMean(name, old.keys())}`,
        );
      }
      const title = text.slice(at + 1).trim();
      if (!titles.includes(title)) {
        throw new UsageError(`--rename: no row has the title "${title}".${didYouMean(title, titles)}`);
      }
      return [title, old.get(text.slice(0, at).trim()) ?? ''];
    }),
  );
}

function newId({ title, suit }: NamedRow, taken: ReadonlySet<string>): string {
  const slug = idOfTitle(title);
  if (slug !== '' || title === '') return slug;
  // A title without any letter that an id may have, such as one in Chinese.
  for (let at = 1; ; at += 1) if (!taken.has(`${suit.id}-${at}`)) return `${suit.id}-${at}`;
}

function faultOf(row: NamedRow, other: NamedRow | undefined, isNew: boolean, known: Identities): Problem | undefined {
  const { id, title, table, place } = row;
  const say = (message: string, note?: string, got?: string) =>
    cellError(table, { ...place, rule: 'id', message, note, got });
  if (id === '') return say('This row has no title.', 'A row is a card: give it a title, or delete it.');
  if (!isKebab(id))
    return say('An id is small letters, digits and single hyphens.', `E.g. ${idOfTitle(id) || 'my-card'}`, id);
  if (other) {
    const note = 'Give the table a column "id", with an id for each card.';
    return say(`Row ${other.place.row} is the card "${id}" already.`, note);
  }
  const source = known.sources.get(id);
  const there = source && valueAtKey(source.front, 'title');
  if (!isNew || !source || there === title) return undefined;
  const note = 'Give the table a column "id", with an id for each card.';
  return say(`The id "${id}" is that of another card: ${source.file}.`, note);
}

/** A row that is known by its title alone is no card of another suit: its texts would take the place of that card's. */
function suitFault(row: NamedRow, isSaid: boolean, { sources }: Identities): Problem | undefined {
  const { id, suit, entries, table, place } = row;
  const source = sources.get(id);
  if (!source || isSaid || entries.has('suit') || valueAtKey(source.front, 'suit') === suit.id) return undefined;
  const message = `${source.file} has this title, and is of another suit.`;
  const note = 'Give the table a column "id", with an id for each card.';
  return cellError(table, { ...place, rule: 'id', message, note });
}

function askFor({ title, table, place }: NamedRow, gone: readonly string[], { records }: Identities): Problem {
  const names = gone.slice(0, 5).map((id) => `"${lookUp(records, id)?.title}" (${id})`);
  const more = gone.length > names.length ? ` and ${gone.length - names.length} more` : '';
  return cellError(table, {
    ...place,
    rule: 'rename',
    message: `"${title}" is not known, and ${names.join(', ')}${more} ${gone.length === 1 ? 'has' : 'have'} no row any more.`,
    note: `The same card under a new title? Add --rename '${gone[0]}=${title}'. New cards all of them? Add --all-new.`,
  });
}
