import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { listFiles } from '../../read/card-files.ts';
import { type Folder, mapFiles, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { type CardSource, readOverride, readSource } from '../cards/card-file.ts';
import { codePrefix } from '../codes.ts';
import { KIT_NAMES } from '../kit/texts.ts';
import type { Suits } from '../suits.ts';
import type { Layer } from './layer.ts';
import { valueAtKey } from './merge.ts';
import type { Retired } from './retired.ts';
import type { LayerTexts, Stack } from './stack-types.ts';

/** Reads the cards and the overrides of a layer. */
export async function readTexts(layer: Layer, memory: Memory, report: Report): Promise<Omit<LayerTexts, 'retired'>> {
  const { folder } = layer;
  const [cards, overrides] = await Promise.all([
    listFiles(folder, 'cards', report),
    listFiles(folder, 'overrides', report, KIT_NAMES),
  ]);
  return {
    layer,
    cards: await mapFiles(cards, (one) => sourceOf(one, folder, memory, report)),
    overrides: await mapFiles(overrides, async (one) =>
      memory.recall(`source ${one}`, [stampOf(one)], report, (problem) =>
        readOverride(one, folder, problem, memory.readings),
      ),
    ),
  };
}

/** A card's file, cut: as it was where it has not changed. */
export async function sourceOf(file: string, folder: Folder, memory: Memory, report: Report): Promise<CardSource> {
  return await memory.recall(`source ${file}`, [stampOf(file)], report, (problem) =>
    readSource(file, folder, problem, memory.readings),
  );
}

/** The texts of layers, with cards that are not written to disk yet added to the highest, the last. */
export function withIncoming<Texts extends Pick<LayerTexts, 'cards'>>(
  texts: readonly Texts[],
  incoming: readonly CardSource[],
): readonly Texts[] {
  const ids = new Set(incoming.map(({ id }) => id));
  if (ids.size === 0) return texts;
  return texts.map((one, at) =>
    at < texts.length - 1 ? one : { ...one, cards: [...one.cards.filter(({ id }) => !ids.has(id)), ...incoming] },
  );
}

/** The texts of layers, each with what those below it have retired. */
export function withRetired(texts: readonly Omit<LayerTexts, 'retired'>[], { byLayer, ids }: Retired): LayerTexts[] {
  return texts.map((one, at) => {
    const below = byLayer.slice(0, at).flatMap((retired) => [...retired]);
    return { ...one, retired: new Map(below.map((id) => [id, lookUp(ids, id) ?? ''])) };
  });
}

/** The titles of hidden cards, by id. */
export function titlesOf({ hidden }: Stack): Map<string, string> {
  return new Map([...hidden].map(([id, { front }]) => [id, String(valueAtKey(front, 'title') ?? id)]));
}

/** Suits, each with the lowest layer that names it. */
export function withLayers({ suits, lists }: Suits, source: Located, layers: readonly Layer[]): Suits {
  if (layers.length === 1) return { suits, lists };
  const files = layers.map(({ folder }) => folder.show(`${folder.dir}/suits.yaml`));
  const layerOf = (id: string) => files.indexOf(placeAt(source.places, ['suits', id])?.file ?? source.file);
  return { suits: suits.map((suit) => ({ ...suit, layer: layerOf(suit.id) })), lists };
}

/** Reports prefixes that are the code of a suit or a family, or the prefix of another layer. */
export function checkPrefixes(layers: readonly Layer[], { suits }: Suits, report: Report): void {
  const taken = new Map<string, string>();
  for (const suit of suits) {
    const families = suit.families.length > 0 ? suit.families : [undefined];
    for (const family of families) taken.set(codePrefix(suit, family), `the suit "${suit.id}"`);
  }
  for (const { prefix, deckFile, name } of layers) {
    const other = taken.get(prefix);
    if (prefix !== '' && other !== undefined) {
      const message = `The prefix "${prefix}" is the code of ${other} already.`;
      report(error({ file: deckFile?.file ?? '', place: deckFile?.places.prefix, rule: 'deck/prefix', message }));
    }
    taken.set(prefix, `the deck "${name}"`);
  }
}
