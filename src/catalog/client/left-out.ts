import { filled } from '../../../layouts/words/words.ts';
import { make } from './dom.ts';
import { words } from './words.ts';

/** A line that names what of an address the deck does not have; none where there is nothing. */
export function leftOutLines(names: readonly string[]): string[] {
  return names.length > 0 ? [filled(words.leftOut, { names: names.join(', ') })] : [];
}

/** The same as a note on the page. */
export function leftOutNotes(names: readonly string[]): HTMLElement[] {
  return leftOutLines(names).map((line) => make('p', { class: 'note' }, line));
}
