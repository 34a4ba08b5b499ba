import type { Looks } from '../../model/layouts.ts';
import type { Problem } from '../../model/problem.ts';
import type { Folder } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { type Layer, openChain } from '../chain/chain.ts';
import { readTexts, withLayers } from '../chain/layer-texts.ts';
import { readShared } from '../chain/shared-files.ts';
import { readSuits } from '../settings.ts';
import type { Ground } from './cards-of-table.ts';
import type { LayerCards } from './numbering.ts';
import { rulesOf } from './rows.ts';

/** Where a deck is. */
export interface DeckAt {
  /** Absolute path of the deck’s folder. */
  deck: string;
  /** Messages name files relative to this folder. */
  root: string;
  looks: Looks;
}

/** A deck as far as tables have to know it: it may have no cards yet. */
export interface OpenedDeck extends Ground {
  folder: Folder;
  layers: readonly Layer[];
  texts: LayerCards;
}

/** Opens a deck; undefined after saying why its suits can’t be read. */
export async function openForTable(
  { deck, root, looks }: DeckAt,
  memory: Memory,
  problems: Problem[],
): Promise<OpenedDeck | undefined> {
  const report = (problem: Problem) => problems.push(problem);
  const layers = await openChain(deck, root, memory, report);
  const top = layers?.at(-1);
  const suitsFile = layers && (await readShared('suits.yaml', layers, memory, report));
  const read = suitsFile && readSuits(suitsFile, undefined, Object.keys(looks.faces), report);
  if (!layers || !top || !read) return undefined;
  const { suits, lists } = withLayers(read, suitsFile, layers);
  // What is wrong with cards that are there is said by `prepdeck check`.
  const texts = await Promise.all(layers.map((layer) => readTexts(layer, memory, () => undefined)));
  const sources = new Map((texts.at(-1)?.cards ?? []).map((source) => [source.id, source]));
  return { suits, rulesOf: rulesOf({ suits, lists }, looks), sources, folder: top.folder, layers, texts };
}
