import type { ToolWords } from '../../words/words.ts';

/** What a form is drawn with. */
export interface FormContext {
  words: ToolWords['record'];
  /** The id of the list of cards that a query means: `<datalist id>`. */
  listOf(query: string): string;
}

/** The id of a field's control on the page; `main` and `toast` are taken by the page itself. */
export function controlId(name: string): string {
  return `f-${name}`;
}
