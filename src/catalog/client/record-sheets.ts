import { filled } from '../../../layouts/words/words.ts';
import { sheetCsv } from '../../record/csv.ts';
import { DAY_SHEET } from '../../record/day-sheet.ts';
import type { FilledEntry, FilledPage } from '../../record/filled.ts';
import { download, make } from './dom.ts';
import type { SheetsData } from './workshop-data.ts';

/** What everybody signs; nothing where the deck has no such list. */
export function outcomesList({ outcomes, words }: SheetsData): HTMLElement[] {
  if (outcomes.length === 0) return [];
  return [
    make('h2', {}, words.outcomes),
    make('ul', { class: 'outcomes' }, ...outcomes.map((one) => make('li', {}, `☐ ${one}`))),
  ];
}

/** The sheets that are written on. */
export function writtenSheets(pages: readonly FilledPage[], { words }: SheetsData): HTMLElement[] {
  return pages.map((page, at) => {
    const { sheet, title, team, known, parts } = page;
    const name = team === '' ? title : filled(words.onSheet, { sheet: title, team });
    const isFirst = pages[at - 1]?.sheet !== sheet;
    const all = pages.filter((one) => one.sheet === sheet);
    return make(
      'section',
      { class: 'sheet-record' },
      make('h2', {}, name),
      known ? undefined : make('p', { class: 'hint' }, words.unknownSheet),
      make(
        'p',
        { class: 'actions' },
        known &&
          make(
            'a',
            { class: 'button quiet', href: addressOf(page), 'aria-label': filled(words.changeOf, { sheet: name }) },
            words.change,
          ),
        isFirst && csvButton(title, () => download(`${sheet}.csv`, 'text/csv', sheetCsv(all)), words),
      ),
      ...parts.flatMap(({ heading, entries }) => [
        heading === '' ? undefined : make('h3', {}, heading),
        ...entries.map(entryOf),
      ]),
    );
  });
}

/** Where a sheet is written: the day's decisions and votes on the page that leads through it. */
function addressOf({ sheet, team }: FilledPage): string {
  if (sheet === DAY_SHEET) return 'run.html';
  return `sheets/${encodeURIComponent(sheet)}.html${team === '' ? '' : `?team=${encodeURIComponent(team)}`}`;
}

function csvButton(sheet: string, onclick: () => void, words: SheetsData['words']): HTMLElement {
  const label = filled(words.saveCsvOf, { sheet });
  return make('button', { type: 'button', class: 'button quiet', 'aria-label': label, onclick }, words.saveCsv);
}

function entryOf(entry: FilledEntry): HTMLElement {
  if (entry.kind === 'text') {
    return make('dl', {}, make('dt', {}, entry.label), make('dd', {}, entry.value));
  }
  const row = (tag: 'th' | 'td', cells: readonly string[]) =>
    make('tr', {}, ...cells.map((cell) => make(cell === '' && tag === 'th' ? 'td' : tag, scopeOf(tag, cell), cell)));
  const table = make(
    'table',
    {},
    entry.label === '' ? undefined : make('caption', {}, entry.label),
    make('thead', {}, row('th', entry.head)),
    make('tbody', {}, ...entry.rows.map((cells) => row('td', cells))),
  );
  // A wide table is scrolled by keyboard too.
  return make(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': entry.label || entry.head.join(', ') },
    table,
  );
}

function scopeOf(tag: 'th' | 'td', cell: string): Record<string, string> {
  return tag === 'th' && cell !== '' ? { scope: 'col' } : {};
}

/** How many people have a line to sign on. */
const SIGNERS = 12;

/** Places to sign, for paper. */
export function signing({ words }: SheetsData): HTMLElement[] {
  const heads = [words.name, words.role, words.signature, words.date];
  const row = () => make('tr', {}, ...heads.map(() => make('td', {})));
  return [
    make(
      'section',
      { class: 'sheet-record sign' },
      make('h2', {}, words.signedBy),
      make('p', {}, words.signedAbout),
      make(
        'table',
        {},
        make('thead', {}, make('tr', {}, ...heads.map((one) => make('th', { scope: 'col' }, one)))),
        make('tbody', {}, ...Array.from({ length: SIGNERS }, row)),
      ),
    ),
  ];
}
