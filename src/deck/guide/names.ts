import type { Deck } from '../../model/deck.ts';
import { titleOf } from '../cards/card-file.ts';
import type { KitSource } from '../kit/stack-kit.ts';
import type { TextKind } from '../kit/texts.ts';
import type { Named } from './tags.ts';

/**
 * The titles of chapters, boards and worksheets, hidden ones too, by id. Where a text has none of its own, the lists `boards:` and
 * `worksheets:` of suits.yaml name it.
 *
 * @param titles `kind id` → the title of each text of any layer
 */
export function namesIn(
  sources: readonly KitSource[],
  titles: ReadonlyMap<string, string>,
  lists: Deck['lists'],
): Pick<Named, 'chapters' | 'boards' | 'worksheets'> {
  const all = new Map([...titles, ...sources.map((one) => [`${one.kind} ${one.id}`, titleOf(one)] as const)]);
  const of = (kind: TextKind, list: Readonly<Record<string, string>> = {}) =>
    new Map([
      ...Object.entries(list),
      ...[...all].flatMap(([key, title]) =>
        key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), title] as const] : [],
      ),
    ]);
  return { chapters: of('chapter'), boards: of('board', lists.boards), worksheets: of('worksheet', lists.worksheets) };
}
