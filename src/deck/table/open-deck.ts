import type { Looks } from '../../model/loaded-looks.ts';
import type { Problem } from '../../model/problem.ts';
import { type Folder, ignored } from '../../read/files.ts';
import type { Chain } from '../chain/chain.ts';
import { readTexts, withLayers } from '../chain/layer-texts.ts';
import { readShared } from '../chain/shared-files.ts';
import { readSuits } from '../suits.ts';
import type { TableContext } from './cards-of-table.ts';
import type { LayerCards } from './numbering.ts';
import { rulesOf } from './rows.ts';

/** Where a deck is. */
export interface DeckAt {
  chain: Chain;
  /** Those of the chain’s layouts. */
  looks: Looks;
}

/** What an import needs of a deck, which may have no cards yet. */
export interface OpenedDeck extends TableContext {
  folder: Folder;
  texts: LayerCards;
}

/** Opens a deck; undefined after reporting why its suits can’t be read. */
export async function openForTable(
  { chain: { layers, problems: wrong, memory }, looks }: DeckAt,
  problems: Problem[],
): Promise<OpenedDeck | undefined> {
  problems.push(...wrong);
  const report = (problem: Problem) => problems.push(problem);
  const top = layers.at(-1);
  const suitsFile = await readShared('suits.yaml', layers, memory, report);
  const read = suitsFile && readSuits(suitsFile, undefined, Object.keys(looks.faces), report);
  if (!top || !read) return undefined;
  const { suits, lists } = withLayers(read, suitsFile, layers);
  // Problems of cards that exist already are left to `prepdeck check`.
  const texts = await Promise.all(layers.map((layer) => readTexts(layer, memory, ignored)));
  const sources = new Map((texts.at(-1)?.cards ?? []).map((source) => [source.id, source]));
  return { suits, rulesOf: rulesOf({ suits, lists }, looks), sources, folder: top.folder, texts };
}
