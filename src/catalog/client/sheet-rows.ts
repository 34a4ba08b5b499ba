import { filled } from '../../../layouts/words/words.ts';
import { toast } from './dom.ts';

/** Adds a row to a table, after its last one, and puts the focus into it. */
export function addRow(form: HTMLElement, button: HTMLElement): void {
  const table = form.querySelector<HTMLElement>(`[data-table="${button.dataset.addRow}"]`);
  const row = table && appended(table);
  row?.querySelector<HTMLElement>('input, textarea')?.focus();
  toast(filled(button.dataset.said ?? '', { number: row?.dataset.row ?? '' }));
}

/** Adds the rows that written fields need beyond those of the sheet: `plan.12.owner` where the sheet has eight. */
export function addRowsFor(form: HTMLElement, names: readonly string[]): void {
  for (const table of form.querySelectorAll<HTMLElement>('[data-table]')) {
    if (!table.querySelector('[data-add-row]')) continue;
    const numbers = names.flatMap((name) => {
      const [id, number = ''] = name.split('.');
      return id === table.dataset.table && /^\d{1,3}$/.test(number) ? [Number(number)] : [];
    });
    while (rowsOf(table).length < Math.max(0, ...numbers)) appended(table);
  }
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('[data-row]')];
}

/** The last row once more, empty, under the next number: in its ids, its names, and its labels. */
function appended(table: HTMLElement): HTMLElement | undefined {
  const last = rowsOf(table).at(-1);
  if (!last) return undefined;
  const [from = '', id = ''] = [last.dataset.row, table.dataset.table];
  const to = String(Number(from) + 1);
  const row = last.cloneNode(true) as HTMLElement;
  row.dataset.row = to;
  for (const one of row.querySelectorAll('*')) {
    for (const key of ['id', 'name', 'for']) {
      const value = one.getAttribute(key);
      if (value) one.setAttribute(key, value.replace(`${id}.${from}.`, `${id}.${to}.`));
    }
    if (one instanceof HTMLInputElement)
      Object.assign(one, one.type === 'checkbox' ? { checked: false } : { value: '' });
    if (one instanceof HTMLTextAreaElement) one.value = '';
    if (one.matches('th, .sr')) one.textContent = (one.textContent ?? '').replace(from, to);
  }
  last.after(row);
  return row;
}
