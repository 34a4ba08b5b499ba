import { lookUp } from '../../model/look-up.ts';
import { DAY_SHEET } from '../../record/day-sheet.ts';
import { make } from './dom.ts';
import { mySheet, writeField } from './record.ts';
import { words } from './run-words.ts';

/** What the room decided at a step, in its own words: a part of its record. `said` is told whether this browser keeps it. */
export function startDecided(said: (kept: boolean) => void) {
  let key = '';
  const text = make('textarea', { rows: 3 });
  const node = make('details', { class: 'run-room' }, make('summary', {}, words.decided));
  node.append(make('label', {}, words.decidedHere, text));
  text.addEventListener('input', () => said(writeField({ sheet: DAY_SHEET, team: '' }, key, text.value)));
  return {
    node,
    /** The text of a step. */
    show(step: string): void {
      const kept = String(lookUp(mySheet(DAY_SHEET)?.fields ?? {}, step) ?? '');
      if (step !== key) node.open = kept !== '';
      // What another tab wrote does not take the place of what is being written here.
      if (step !== key || document.activeElement !== text) text.value = kept;
      key = step;
    },
  };
}
