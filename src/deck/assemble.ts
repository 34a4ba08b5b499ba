import path from 'node:path';
import type { Card } from '../model/card.ts';
import { dayIn, type Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import type { Facets } from '../model/facets.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Theme } from '../model/theme.ts';
import type { Folder, Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import type { Located } from '../read/yaml.ts';
import { type Asset, readArt } from './assets/art.ts';
import type { Tokens } from './assets/tokens.ts';
import { readAgain } from './cards/again.ts';
import type { LayeredSource } from './cards/card-file.ts';
import { type Absent, knownOf, makeCards } from './cards/cards.ts';
import { countSuits } from './cards/counted.ts';
import { checkFronts } from './cards/front-matters.ts';
import { ordered } from './cards/order.ts';
import type { Settled } from './cards/settled.ts';
import type { Inventory } from './cards/tallies.ts';
import { type Layer, topOf } from './chain/layer.ts';
import type { Retired } from './chain/retired.ts';
import { textsIn } from './guide/pages-and-chapters.ts';
import type { KitSource } from './kit/stack-kit.ts';
import type { Wording } from './languages/wording.ts';

/** What a deck has in common in all of its languages. */
export interface CommonParts {
  /** The lowest first. */
  layers: readonly Layer[];
  /** deck.yaml of all layers; undefined where it can't be read. */
  deckFile: Located | undefined;
  /** suits.yaml of all layers. */
  suitsFile: Located;
  /** Colors and fonts, as tokens.json of all layers has them. */
  tokens: Tokens;
  /** Cards that a layer hides. */
  hiddenCards: readonly LayeredSource[];
  /** The folders of all layers, the highest first. */
  folders: readonly Folder[];
  looks: Looks;
  retired: Retired;
  facets: Facets;
  absent: Absent;
  theme: Theme;
  /** Assets that are not opened. */
  without: readonly Asset[];
  /** The workshop, where day.yaml has one. */
  day: Workshop | undefined;
  /** Boards, worksheets and chapters in the first language. */
  kit: readonly KitSource[];
  /** `kind id` → the title of each of them, hidden ones too. */
  kitTitles: ReadonlyMap<string, string>;
  /** What an earlier command made of texts. */
  settled: Settled;
}

/** What differs from language to language: the texts of cards and pages, and the words around them. */
export interface LanguageTexts {
  sources: readonly LayeredSource[];
  kit: readonly KitSource[];
  wording: Wording;
  memory: Memory;
}

/** A deck in one language. */
export interface Assembled {
  deck: Deck;
  /** Ids of the cards with mistakes. */
  broken: ReadonlySet<string>;
  /** What is counted of its cards. */
  inventory: Inventory;
  /** Makes a card of another text of it, as if nothing else had changed; undefined where that has mistakes. */
  again(source: LayeredSource): Card | undefined;
}

/** Reads the cards of a deck in one language and puts the deck together. Cards with mistakes are not in it. */
export async function assemble(
  {
    layers,
    deckFile,
    suitsFile,
    hiddenCards,
    folders,
    looks,
    retired,
    facets,
    absent,
    theme,
    settled,
    ...common
  }: CommonParts,
  { sources, kit, wording, memory }: LanguageTexts,
  report: Report,
): Promise<Assembled> {
  const { settings, dayWords, lacking: _, ...beside } = wording;
  const context = { wording, looks, facets, retired, hidden: absent.hidden, hiddenCards, memory, settled };
  const { drafts, inventory, twice, readOne } = checkFronts(sources, context, report);
  const making = { drafts, twice, inventory, ...absent, looks, memory, settled };
  const naming = { looks, colours: Object.keys(theme.colour), lists: beside.lists, memory, settled };
  const { cards, broken } = makeCards(making, report);
  const suits = memory.recall('counted suits', [wording.suits, inventory, suitsFile], report, (problem) =>
    countSuits(wording.suits, inventory, suitsFile, problem),
  );
  const art = await readArt(cards, { ...common, suits, suitsFile, deckFile, folders }, memory, report);
  const { folder, prefix } = topOf(layers);
  const deck: Deck = {
    dir: folder.dir,
    file: folder.show(path.join(folder.dir, 'deck.yaml')),
    ...settings,
    ...beside,
    suits,
    facets,
    editions: [],
    untranslated: [],
    cards: ordered(cards, wording.suits),
    ...textsIn(kit, { ...common, ...knownOf(making), ...naming }, report),
    theme: memory.recall('theme in language', [theme, settings.lang], report, () => ({
      ...theme,
      lang: settings.lang,
    })),
    day: memory.recall(
      'day in language',
      [common.day, dayWords],
      report,
      () => common.day && dayIn(common.day, dayWords),
    ),
    ...art,
    retired: retired.ids,
    hidden: memory.recall('hidden', [absent], report, () => [...absent.hidden.keys()]),
    ...(layers.length > 1 && { own: { layer: layers.length - 1, prefix } }),
  };
  return { deck, broken, inventory, again: (source) => readAgain(source, readOne, making) };
}
