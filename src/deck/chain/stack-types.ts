import type { CardSource, LayeredSource, Override } from '../cards/card-file.ts';
import type { Layer } from './layer.ts';

/** The files of one layer, read. */
export interface LayerTexts {
  layer: Layer;
  cards: readonly CardSource[];
  overrides: readonly Override[];
  /** Ids that the layers below have retired → the one that took its place, or an empty string. */
  retired: ReadonlyMap<string, string>;
}

/** An override, and whether the card below is still the one that it was written for. */
export interface Applied {
  override: Override;
  /** `changed`: the card below is not the one it was written for; `identical`: it changes nothing. */
  state: 'current' | 'changed' | 'removed' | 'identical';
  /** The card below; absent where there is none. */
  below?: LayeredSource;
  /** The card with the override on it. */
  merged?: LayeredSource;
}

/** All layers on top of one another. */
export interface Stack {
  /** The cards that are left. Where two files of one layer have one id, both. */
  sources: LayeredSource[];
  /** Cards that a layer hides, by id. */
  hidden: Map<string, LayeredSource>;
  applied: Applied[];
}
