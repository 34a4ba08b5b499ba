import type { LayeredSource } from '../deck/cards/card-file.ts';
import type { Loaded } from '../deck/deck.ts';
import type { KitSource } from '../deck/kit/stack-kit.ts';
import { lookUp } from '../model/look-up.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';

/**
 * The text of a card as it is after all layers.
 *
 * @throws UsageError where the deck has no such card, with the reason: hidden, retired or unknown
 */
function findSource({ stack, deck, kit }: Loaded, id: string): LayeredSource {
  const source = stack.sources.find((one) => one.id === id);
  if (source) return source;
  const hidden = stack.hidden.get(id);
  if (hidden) throw new UsageError(`the card ${id} (${hidden.file}) is hidden by "hide" in deck.yaml`);
  const heir = lookUp(deck?.retired, id);
  if (heir !== undefined) throw new UsageError(`the card ${id} is retired: ${heir || 'nothing'} took its place`);
  const pages = kit.sources.filter((one) => one.id === id).map((one) => `${one.kind}:${one.id}`);
  if (pages.length > 0) throw new UsageError(`the deck has no card ${id}; write ${pages.join(' or ')}`);
  const ids = stack.sources.map((one) => one.id);
  throw new UsageError(`the deck has no card ${id}.${didYouMean(id, ids)}`);
}

/**
 * The text of a card by its id, or another one by its kind and its id, as in `hide:`: `board:gap`.
 *
 * @throws UsageError where the deck has no such text
 */
export function findText(loaded: Loaded, id: string): LayeredSource | KitSource {
  const [, kind, name = ''] = /^(board|worksheet|chapter):(.*)$/u.exec(id) ?? [];
  if (kind === undefined) return findSource(loaded, id);
  const same = loaded.kit.sources.filter((one) => one.kind === kind);
  const found = same.find((one) => one.id === name);
  if (found) return found;
  const ids = same.map((one) => one.id);
  throw new UsageError(`the deck has no ${kind} ${name}.${didYouMean(name, ids)}`);
}
