import { lookUp } from '../../model/look-up.ts';
import type { WordPlace } from '../../model/word-place.ts';
import type { Located } from '../../read/yaml.ts';
import type { Tokens } from '../assets/tokens.ts';
import { valueAtPath } from '../chain/merge.ts';

/** The files that say a deck's words in one language, and its colors, of all layers. */
interface WordFiles {
  deckFile: Located | undefined;
  suitsFile: Located;
  tokens: Tokens;
  /** The `ui.yaml`, where there is one: what it says is printed in place of the others. */
  ui: Located | undefined;
}

/** Where the words of a deck are written, in one of its languages. */
export function wordPlaceIn({ deckFile, suitsFile, tokens, ui }: WordFiles): WordPlace {
  return (path) => {
    const [group, ...rest] = path;
    if (group === 'colour') {
      const place = lookUp(tokens.places, rest.join('.'));
      return place && { file: tokens.file, place };
    }
    return standing(ui, path) ?? (group === 'deck' ? standing(deckFile, rest) : standing(suitsFile, path));
  };
}

function standing(source: Located | undefined, path: readonly string[]): ReturnType<WordPlace> {
  const value = valueAtPath(source?.value, path);
  const place = typeof value === 'string' ? lookUp(source?.places, path.join('.')) : undefined;
  return source && place && { file: source.file, place };
}
