import { declaredFacets } from '../model/declared-facets.ts';
import type { Facets } from '../model/facets.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import type { CommonParts } from './assemble.ts';
import type { Asset } from './assets/art.ts';
import type { Settled } from './cards/settled.ts';
import type { Layer } from './chain/layer.ts';
import { checkPrefixes, titlesOf, withRetired } from './chain/layer-texts.ts';
import { textAtKey } from './chain/merge.ts';
import { stackCards } from './chain/stack.ts';
import type { LayerTexts, Stack } from './chain/stack-types.ts';
import type { DeckFiles } from './files.ts';
import { type KitStack, stackKit, titlesOfKit } from './kit/stack-kit.ts';
import type { Suits } from './suits.ts';

/** What `mergeLayers` needs. */
interface MergeContext {
  looks: Looks;
  memory: Memory;
  without: readonly Asset[];
  settled: Settled;
}

/** The cards that are left after all layers, and the parts of the deck that are the same in all languages. */
export function mergeLayers(
  layers: readonly Layer[],
  { deckFile, suitsFile, suits, tokens, fonts, retired, dayFile, texts, kit: kitTexts }: DeckFiles,
  { looks, memory, without, settled }: MergeContext,
  report: Report,
): { stack: Stack; kit: KitStack; common: CommonParts } {
  const facets = facetsIn(texts, suits, { looks, memory }, report);
  const stack = stackCards(withRetired(texts, retired), facets, memory, report);
  const absent = memory.recall('absent', [[...stack.hidden.keys()].join(), retired.ids], report, () => ({
    hidden: titlesOf(stack),
    retired: retired.ids,
  }));
  const kit = stackKit(kitTexts, report);
  checkPrefixes(layers, suits, report);
  const theme = memory.recall('theme', [tokens, fonts], report, () => ({ colour: tokens.colour, ...fonts }));
  const hiddenCards = [...stack.hidden.values()];
  const folders = layers.map((layer) => layer.folder).reverse();
  const files = {
    layers,
    deckFile,
    suitsFile,
    tokens,
    folders,
    day: dayFile?.day,
    kit: kit.sources,
    kitTitles: titlesOfKit(kitTexts),
  };
  return { stack, kit, common: { ...files, hiddenCards, looks, retired, facets, absent, theme, without, settled } };
}

/** The facets that suits, and the looks of all cards, declare. A new object only where they have changed. */
function facetsIn(
  texts: readonly Pick<LayerTexts, 'cards'>[],
  { suits }: Suits,
  { looks, memory }: Pick<MergeContext, 'looks' | 'memory'>,
  report: Report,
): Facets {
  const faces = [
    ...new Set(texts.flatMap(({ cards }) => cards.flatMap(({ front }) => textAtKey(front, 'face') ?? []))),
  ];
  return memory.recall('facets', [suits, looks.faces, faces.join()], report, () =>
    memory.same('facets', declaredFacets(suits, looks.faces, faces)),
  );
}
