import type { FieldValue, FilledSheet } from '../../record/record.ts';
import { withSheet } from '../../record/record.ts';
import { need } from './dom.ts';
import { keepRecord, myRecord, mySheet, onRecord, writeField } from './record.ts';
import { addRow, addRowsFor } from './sheet-rows.ts';
import { startTeams } from './teams.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A worksheet as a form: every change is kept at once, and read again when another tab changes it. */
export function startSheet(): void {
  const form = need<HTMLFormElement>('sheet');
  const sheet = form.dataset.sheet ?? '';
  const teams = startTeams(sheet, () => show());
  const own = (): Pick<FilledSheet, 'sheet' | 'team'> => ({ sheet, team: teams.current() });

  /** Shows what is written; but not over the control in which somebody is writing, where `keep` says so. */
  function show(keep?: Element | null): void {
    const { fields = {} } = mySheet(sheet, teams.current()) ?? {};
    addRowsFor(form, Object.keys(fields));
    const written = new Map(Object.entries(fields));
    for (const control of controlsOf(form)) {
      if (control !== keep) fill(control, written.get(control.name));
    }
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    const control = target as Control;
    if (control.name === '') return;
    say(writeField(own(), control.name, writtenIn(control)));
    grow(control);
  });
  form.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-add-row]');
    if (button) addRow(form, button);
  });
  need('sheet-empty').addEventListener('click', () => {
    if (!confirm(form.dataset.empty ?? '')) return;
    say(keepRecord(withSheet(myRecord(), { ...own(), fields: {} })));
    teams.show();
    show();
  });
  onRecord(() => {
    teams.show();
    show(document.activeElement);
  });
  window.addEventListener('pageshow', () => show(document.activeElement));
  teams.show();
  show();
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], textarea[name]')];
}

function fill(control: Control, value: FieldValue | undefined = ''): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value !== '';
  else if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.value === value;
  else write(control, value === true ? '×' : value);
}

function write(control: Control, text: string): void {
  // Most have not changed, and growing each of them at each key takes long on a phone.
  if (control.value === text) return;
  control.value = text;
  grow(control);
}

function writtenIn(control: Control): FieldValue | '' {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked || '';
  return control.value;
}

/** Makes a text of several lines as high as its text, also on paper. The site's policy lets scripts set styles, but not pages. */
function grow(control: Control): void {
  if (!(control instanceof HTMLTextAreaElement)) return;
  control.style.height = 'auto';
  if (control.value !== '') control.style.height = `${control.scrollHeight + 2}px`;
}

/** Says whether what was written is kept, where somebody writes. */
function say(kept: boolean): void {
  const { kept: keptHere = '', notKept = '' } = need('sheet').dataset;
  const state = need('sheet-state');
  const text = kept ? keptHere : notKept;
  // Set only where it changes: screen readers would read it aloud at each key.
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle('alarm', !kept);
}
