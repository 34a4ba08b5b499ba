import { filledPages } from '../../record/filled.ts';
import { recordMarkdown } from '../../record/markdown.ts';
import { recordJson } from '../../record/record.ts';
import { sheetsData } from './data.ts';
import { download, make, need } from './dom.ts';
import { keepRecord, myRecord, onRecord } from './record.ts';
import { openButton } from './record-file.ts';
import { outcomesList, signing, writtenSheets } from './record-sheets.ts';
import type { SheetsData } from './workshop-data.ts';

/** All that was written in this browser: to read, to save, to print. */
export async function startRecordPage(): Promise<void> {
  const data = await sheetsData();
  need('record-actions').append(...actionsOf(data));
  onRecord(() => show(data));
  show(data);
}

function show(data: SheetsData): void {
  const record = myRecord();
  const pages = filledPages(record, data.sheets, data.words.yes);
  const isEmpty = pages.length === 0;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-needs]')) button.disabled = isEmpty;
  const nothing = [make('p', {}, data.words.nothingYet)];
  const all = () => [...outcomesList(data), ...writtenSheets(pages, data), ...signing(data)];
  need('record').replaceChildren(...(isEmpty ? nothing : all()));
}

/** The buttons for the whole record. All but the one that opens a file need something to be written. */
function actionsOf(data: SheetsData): HTMLElement[] {
  const { words } = data;
  const acts: [name: string, act: () => void][] = [
    [words.saveFile, () => download('record.json', 'application/json', recordText(data))],
    [words.saveMarkdown, () => download('record.md', 'text/markdown', markdownText(data))],
    [words.print, () => print()],
    [words.clear, () => clear(data)],
  ];
  const [save, ...others] = acts.map(([name, act], at) =>
    make(
      'button',
      { type: 'button', class: at === 0 ? 'button' : 'button quiet', 'data-needs': true, onclick: act },
      name,
    ),
  );
  return [save, openButton(data), ...others].filter((one) => one !== undefined);
}

/** The record as a file, with the deck that it was written with. */
function recordText({ name, version }: SheetsData): string {
  return recordJson({ ...myRecord(), deck: name, version });
}

function markdownText({ sheets, words, name, outcomes }: SheetsData): string {
  const title = `${words.title}: ${name}`;
  const text = { title, outcomes, outcomesTitle: words.outcomes };
  return recordMarkdown(filledPages(myRecord(), sheets, words.yes), text);
}

function clear({ words }: SheetsData): void {
  if (!confirm(words.reallyClear)) return;
  const kept = keepRecord({ ...myRecord(), sheets: [] });
  need('record-state').textContent = kept ? words.cleared : words.notKept;
}
