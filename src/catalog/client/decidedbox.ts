import { lookUp } from '../../model/look-up.ts';
import { make } from './dom.ts';
import { words } from './run-words.ts';
import { keep, recall } from './store.ts';

/** What the room decided at a step, in its own words. `said` is told whether this browser keeps it. */
export function startDecided(said: (kept: boolean) => void) {
  let key = '';
  const text = make('textarea', { rows: 3 });
  const node = make('details', { class: 'run-room' }, make('summary', {}, words.decided));
  node.append(make('label', {}, words.decidedHere, text));
  const write = (step: string, written: string) =>
    said(keep('decided', JSON.stringify({ ...textsIn(recall('decided')), [step]: written })));
  text.addEventListener('input', () => write(key, text.value));
  return {
    node,
    /** The text of a step. */
    show(step: string): void {
      const kept = lookUp(textsIn(recall('decided')), step) ?? '';
      if (step !== key) node.open = kept !== '';
      // What another tab wrote does not take the place of what is being written here.
      if (step !== key || document.activeElement !== text) text.value = kept;
      key = step;
    },
  };
}

/** Texts by step, as `JSON.stringify` wrote them. */
function textsIn(text: string): Record<string, string> {
  try {
    const entries = Object.entries((JSON.parse(text) ?? {}) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  } catch {
    return {};
  }
}
