import path from 'node:path';
import type { Cache } from '../model/cache.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { error, type Problem } from '../model/problem.ts';
import { type Folder, mapFiles, type Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import type { Located } from '../read/yaml.ts';
import type { Asset } from './assets/art.ts';
import { type Fonts, fontsOf } from './assets/font-roles.ts';
import { readFonts } from './assets/fonts.ts';
import { readTokens, type Tokens } from './assets/tokens.ts';
import type { CardSource } from './cards/card-file.ts';
import { type Layer, OWN_KEYS } from './chain/layer.ts';
import { readTexts, withIncoming, withLayers } from './chain/layer-texts.ts';
import { isGroup, valueAtKey, withoutKeys } from './chain/merge.ts';
import { type Retired, readRetired } from './chain/retired.ts';
import { mergeRead, readShared } from './chain/shared-files.ts';
import type { LayerTexts } from './chain/stack-types.ts';
import { type DayFile, readDay } from './day.ts';
import { type KitTexts, readKitTexts } from './kit/texts.ts';
import { readSettings, type Settings } from './settings.ts';
import { readSuits, type Suits } from './suits.ts';

/** What the files of a deck and of those that it extends say. */
export interface DeckFiles {
  /** deck.yaml of all layers; undefined where it can't be read. */
  deckFile: Located | undefined;
  settings: Settings;
  /** suits.yaml of all layers. */
  suitsFile: Located;
  suits: Suits;
  tokens: Tokens;
  fonts: Fonts;
  retired: Retired;
  /** day.yaml of all layers, where there is one. */
  dayFile: DayFile | undefined;
  /** Cards and overrides of each layer, cut into front matter and Markdown. */
  texts: readonly Omit<LayerTexts, 'retired'>[];
  /** Boards, worksheets and chapters of each layer, and overrides of them. */
  kit: readonly (readonly KitTexts[])[];
}

/** What `readFiles` needs. */
export interface FileOptions {
  looks: Looks;
  memory: Memory;
  /** Keeps weights of variable fonts. */
  cache: Cache;
  /** Cards of the highest layer that are not written yet. */
  incoming: readonly CardSource[];
  /** Assets that are not opened. */
  without: readonly Asset[];
}

/** Reads the files of all layers except pictures; undefined after reporting that there are no suits or no cards. */
export async function readFiles(
  layers: readonly [Layer, ...Layer[]],
  { looks, memory, cache, incoming, without }: FileOptions,
  report: Report,
): Promise<DeckFiles | undefined> {
  const { folder } = layers.at(-1) ?? layers[0];
  const deckFile = settingsFile(layers, memory, report);
  const [tokensFile, fontFiles, suitsFile, retired, dayFile, written, kit] = await Promise.all([
    readShared('tokens.json', layers, memory, report),
    without.includes('fonts') ? undefined : readFonts(layers.map((layer) => layer.folder).reverse(), memory, report),
    readShared('suits.yaml', layers, memory, report),
    readRetired(layers, memory, report),
    readDay(layers, memory, report),
    mapFiles(layers, (layer) => readTexts(layer, memory, report)),
    mapFiles(layers, (layer) => readKitTexts(layer, memory, report)),
  ]);
  const texts = withIncoming(written, incoming);
  const settings =
    deckFile && memory.recall('settings', [deckFile], report, (problem) => readSettings(deckFile, problem));
  const tokens =
    tokensFile && memory.recall('tokens', [tokensFile], report, (problem) => readTokens(tokensFile, problem));
  const fonts =
    tokens &&
    fontFiles &&
    (await memory.recall('roles', [JSON.stringify([tokens.font, tokens.file]), fontFiles], report, (problem) =>
      fontsOf(tokens, fontFiles, cache, problem),
    ));
  const faces = Object.keys(looks.faces);
  const suits =
    suitsFile &&
    memory.recall('suits', [suitsFile, tokens, faces.join()], report, (problem) => {
      const read = readSuits(suitsFile, tokens && Object.keys(tokens.colour), faces, problem);
      return read && withLayers(read, suitsFile, layers);
    });
  const isEmpty = texts.every(({ cards }) => cards.length === 0);
  if (isEmpty) report(emptyDeck(folder));
  if (isEmpty || !suits) return undefined;
  const found = { settings: settings ?? NO_SETTINGS, tokens: tokens ?? NO_TOKENS, fonts: fonts ?? NO_FONTS };
  return { deckFile, suitsFile, suits, retired, dayFile, texts, kit, ...found };
}

/** Stand in for what could not be read, so that the rest is checked in the same run; nothing is made of such a deck. */
const NO_SETTINGS: Settings = {
  name: '',
  version: '',
  date: '',
  lang: 'en-US',
  languages: [],
  missing: 'fall-back',
  format: 'poker',
  prints: [],
  tagline: '',
  about: '',
  credit: '',
  url: '',
  qr: false,
};
const NO_TOKENS: Tokens = { colour: {}, font: {}, places: {}, file: '' };
const NO_FONTS: Fonts = { font: { display: '', text: '' }, fonts: [] };

/**
 * deck.yaml of all layers, the higher wins; without the keys of lower layers that are about those alone. Their composer goes where a
 * higher one makes another suit: it would ask for what cards of that suit do not have, and check would refuse what it saves.
 */
function settingsFile(layers: readonly Layer[], memory: Memory, report: Report): Located | undefined {
  const files = layers.map(({ deckFile }, at) => {
    const above = layers.slice(at + 1);
    if (!deckFile || above.length === 0) return deckFile;
    const made = madeBy(deckFile);
    const isReplaced = above.map((one) => madeBy(one.deckFile)).some((other) => other !== undefined && other !== made);
    const keys = isReplaced ? [...OWN_KEYS, 'compose'] : OWN_KEYS;
    const name = `handed up ${deckFile.file}`;
    return memory.recall(name, [deckFile, keys.length], report, () => withoutKeys(deckFile, keys));
  });
  return mergeRead('deck.yaml', files, memory, report);
}

/** The suit that the composer of a deck.yaml makes; undefined where it says none. */
function madeBy(deckFile: Located | undefined): string | undefined {
  const compose = valueAtKey(deckFile, 'compose');
  return isGroup(compose) && typeof compose.makes === 'string' ? compose.makes : undefined;
}

function emptyDeck(folder: Folder): Problem {
  return error({
    file: folder.show(folder.dir),
    rule: 'deck/empty',
    message: `The deck has no cards: there is no .mdx file in ${folder.show(path.join(folder.dir, 'cards'))}.`,
    note: 'A card is one file, e.g. cards/patterns/because-you-row.mdx.',
  });
}
