import type { Card } from '../../model/card.ts';
import { ignored } from '../../read/files.ts';
import type { LayeredSource } from './card-file.ts';
import { cardMaker, type Making } from './cards.ts';
import { countGists } from './counted.ts';
import type { ReadDraft } from './front-matters.ts';

/**
 * One card, made of another text of it; undefined where that has mistakes. What comes of it is remembered, as all that is read is:
 * whoever reads the deck after that finds this card made, with what is wrong with it.
 *
 * @param making what the deck's cards were made with
 */
export function readAgain(source: LayeredSource, readOne: ReadDraft, making: Omit<Making, 'twice'>): Card | undefined {
  const { inventory, memory } = making;
  const [draft] = countGists([readOne(source, ignored)], inventory, memory, ignored);
  if (!draft?.card) return undefined;
  const drafts = making.drafts.map((one) => (one.id === draft.id ? draft : one));
  return cardMaker({ ...making, drafts })(draft, ignored);
}
