import type { Deck } from '../../model/deck.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { inShort } from '../cards/hash.ts';
import { saidIn } from '../cards/parts.ts';
import { type Settled, settledOnce } from '../cards/settled.ts';
import { kitOf, type ReadOnce, readKit } from '../kit/kit.ts';
import type { KitContext } from '../kit/read-page.ts';
import { isPage, type KitSource } from '../kit/stack-kit.ts';
import { readGuide, withNames } from './guide.ts';
import { namesIn } from './names.ts';
import type { Named } from './tags.ts';

/** What boards, worksheets and chapters are read with. */
export interface TextsContext extends KitContext, Pick<Deck, 'day' | 'lists'> {
  /** `kind id` → the title of each of them, hidden ones too. */
  kitTitles: ReadonlyMap<string, string>;
  memory: Memory;
  settled: Settled;
}

/** Boards, worksheets and the guide; without a key for a kind of which there is none. */
export function textsIn(
  sources: readonly KitSource[],
  { day, lists, kitTitles, memory, settled, ...context }: TextsContext,
  report: Report,
): Pick<Deck, 'boards' | 'worksheets' | 'guide'> {
  const named = { ...namesIn(sources, kitTitles, lists), inventory: context.vocabulary.inventory, day };
  const { inventory } = named;
  const counted = memory.recall('inventory in short', [inventory], report, () => inShort(inventory));
  const about = inShort([counted, ...nameable(context, named)]);
  const { elements, boards, worksheets } = context.looks;
  const rules = [elements, boards, worksheets];
  const once: ReadOnce = (source, make) => {
    const { kind, file, front, parts } = source;
    return memory.recall(`${kind} ${file}`, [front, parts, about, ...rules], report, (problem) => {
      const { path: _, ...said } = source;
      const all = JSON.stringify({ ...said, parts: saidIn(parts, file) });
      return settledOnce(settled, { file, text: `${about}\n${all}` }, problem, make);
    });
  };
  const pages = readKit(sources, context, once);
  // The same objects as before where nothing of them has changed: a thread that draws is not sent them again.
  const kit = memory.recall('kit', pages, report, () => kitOf(pages));
  const chapters = readGuide(sources, { ...context, named }, once);
  const guide = memory.recall('guide', [about, ...chapters], report, () => withNames(chapters, named));
  return { ...(sources.some(isPage) && kit), ...(guide.length > 0 && { guide }) };
}

/** All that texts may name beside what tallies count: when something of it changes, each of them is read again. */
function nameable({ vocabulary, cards, colours }: KitContext, { chapters, boards, worksheets, day }: Named): unknown[] {
  const { ids, hidden, retired } = vocabulary;
  const called = [...cards.values()].map(({ id, code, title }) => [id, code, title]);
  const names = [chapters, boards, worksheets, hidden].map((one) => [...one]);
  return [[...ids], called, names, retired, colours, day];
}
