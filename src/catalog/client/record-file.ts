import { counted, filled } from '../../../layouts/words/words.ts';
import { merged, sheetsThatDiffer } from '../../record/merge.ts';
import { readRecord } from '../../record/read.ts';
import type { RoomRecord } from '../../record/record.ts';
import { make, need } from './dom.ts';
import { keepRecord, myRecord } from './record.ts';
import type { SheetsData } from './workshop-data.ts';

/** The button that opens a record's file. Nothing that is written here is overwritten without asking. */
export function openButton(data: SheetsData): HTMLElement {
  const input = make('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-hidden': 'true' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void open(file, data);
    // The same file can be chosen again.
    input.value = '';
  });
  const button = make(
    'button',
    { type: 'button', class: 'button quiet', onclick: () => input.click() },
    data.words.openFile,
  );
  return make('span', {}, button, input);
}

async function open(file: File, data: SheetsData): Promise<void> {
  const { words, name } = data;
  need('record-asks').replaceChildren();
  const read = readRecord(await file.text());
  if ('faults' in read) {
    const lines = read.faults.map(({ path, message }) => make('li', {}, [path, message].filter(Boolean).join(': ')));
    say(filled(words.unreadable, { file: file.name }));
    need('record-asks').replaceChildren(make('ul', { class: 'alarm' }, ...lines));
    return;
  }
  const { record } = read;
  const other = record.deck === '' || record.deck === name ? '' : filled(words.otherDeck, { deck: record.deck });
  if (sheetsThatDiffer(myRecord(), record).length > 0) ask(record, other, data);
  else take(merged(myRecord(), record), record, other, words);
}

/** Asks what to do where the file and this browser have the same sheets, written differently. */
function ask(record: RoomRecord, other: string, { words, sheets }: SheetsData): void {
  const names = sheetsThatDiffer(myRecord(), record).map(({ sheet, team }) => {
    const title = sheets.find(({ id }) => id === sheet)?.title ?? sheet;
    return make('li', {}, team === '' ? title : filled(words.onSheet, { sheet: title, team }));
  });
  const choices: [name: string, act: () => void][] = [
    [words.takeFile, () => take(merged(myRecord(), record), record, other, words)],
    [words.keepOwn, () => take(merged(record, myRecord()), record, other, words)],
    [words.openNothing, () => say('')],
  ];
  const buttons = choices.map(([name, act]) => {
    const onclick = () => {
      need('record-asks').replaceChildren();
      act();
    };
    return make('button', { type: 'button', class: 'button quiet', onclick }, name);
  });
  const head = make('p', { id: 'record-asked', tabindex: -1 }, [other, words.alsoHere].filter(Boolean).join(' '));
  const box = { class: 'panel-box', role: 'group', 'aria-labelledby': 'record-asked' };
  need('record-asks').replaceChildren(
    make('div', box, head, make('ul', {}, ...names), make('p', { class: 'actions' }, ...buttons)),
  );
  head.focus();
}

/** Keeps what came of opening a file, and says what was opened. */
function take(result: RoomRecord, opened: RoomRecord, other: string, words: SheetsData['words']): void {
  const kept = keepRecord(result);
  const sheets = counted(opened.sheets.length, words.howManySheets);
  say([filled(words.opened, { sheets }), other, kept ? '' : words.notKept].filter(Boolean).join(' '));
}

function say(text: string): void {
  need('record-state').textContent = text;
}
