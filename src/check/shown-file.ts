import type { Deck } from '../model/deck.ts';

/** A file of the deck as messages show it, beside its deck.yaml. */
export function shownFile({ file = 'deck.yaml' }: Pick<Deck, 'file'>, name: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1) + name;
}
