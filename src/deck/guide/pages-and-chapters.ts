import type { Deck } from '../../model/deck.ts';
import type { Report } from '../../read/files.ts';
import { readKit } from '../kit/kit.ts';
import type { KitContext } from '../kit/read-page.ts';
import type { KitSource } from '../kit/stack-kit.ts';
import { readGuide } from './guide.ts';
import { namesIn } from './names.ts';

/** What boards, worksheets and chapters are read with. */
export interface TextsContext extends KitContext, Pick<Deck, 'day' | 'lists'> {
  /** `kind id` → the title of each of them, hidden ones too. */
  kitTitles: ReadonlyMap<string, string>;
}

/** Boards, worksheets and the guide; without a key for a kind of which there is none. */
export function textsIn(
  sources: readonly KitSource[],
  { day, lists, kitTitles, ...context }: TextsContext,
  report: Report,
): Pick<Deck, 'boards' | 'worksheets' | 'guide'> {
  const kit = readKit(sources, context, report);
  const named = { ...namesIn(sources, kitTitles, lists), inventory: context.vocabulary.inventory, day };
  const guide = readGuide(sources, { ...context, named }, report);
  return { ...kit, ...(guide.length > 0 && { guide }) };
}
