import path from 'node:path';
import type { Deck, Looks } from '../model.ts';
import { error, hasErrors, type Problem, sorted } from '../problem.ts';
import { readArt } from './art.ts';
import { type Absent, readBodies } from './bodies.ts';
import { type Draft, readDraft, schemasOf } from './card.ts';
import { type Layer, OWN_KEYS, openChain } from './chain.ts';
import { type Folder, mapFiles, type Report } from './files.ts';
import { checkFonts, readFonts } from './fonts.ts';
import { withoutHidden } from './hidden.ts';
import { checkIdentity } from './identity.ts';
import { untrustedLayouts } from './layouts.ts';
import { type Memory, openMemory } from './memory.ts';
import { withoutKeys } from './merge.ts';
import { ordered } from './order.ts';
import { checkRetired, readRetired } from './retired.ts';
import { checkSets } from './sets.ts';
import { readSettings, readSuits, type Settings, type Suits } from './settings.ts';
import { mergeAll, readShared } from './shared.ts';
import type { LayeredSource } from './source.ts';
import { type Stack, stackCards } from './stack.ts';
import { checkPrefixes, readTexts, titlesOf, withLayers, withRetired } from './texts.ts';
import { readTokens, type Tokens } from './tokens.ts';
import type { Located } from './yaml.ts';

/** What loading a deck gave. */
export interface Loaded {
  /** Cards with mistakes are not in it. Undefined where nothing usable could be loaded. */
  deck: Deck | undefined;
  problems: Problem[];
  /** Ids of cards that are there, but have mistakes: a link to one of them is not a mistake more. */
  broken: ReadonlySet<string>;
  /** The deck and those that it extends, the lowest first. */
  layers: readonly Layer[];
  /** The text of each card as it is after all layers, and what hides and overrides did; empty where nothing could be loaded. */
  stack: Stack;
}

/** What loadDeck needs. */
export interface LoadOptions {
  dir: string;
  root: string;
  looks: Looks;
  memory?: Memory;
}

/**
 * Loads a deck and those that it extends: reads, checks and locates everything in their folders. All problems come from one run.
 *
 * @param dir the deck's folder
 * @param root messages name files relative to this folder
 * @param memory what an earlier load of this deck left; only what changed since is read again
 */
export async function loadDeck({ dir, root, looks, memory = openMemory() }: LoadOptions): Promise<Loaded> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const nothing: Stack = { sources: [], hidden: new Map(), applied: [] };
  const stopped = (layers: readonly Layer[]) => {
    return { deck: undefined, problems: sorted(problems), broken: new Set<string>(), layers, stack: nothing };
  };

  const layers = await openChain(dir, root, memory, report);
  const top = layers?.at(-1);
  if (!layers || !top) return stopped([]);
  problems.push(...untrustedLayouts(layers));
  const folders = layers.map((layer) => layer.folder).reverse();
  const deckFile = settingsFile(layers, memory, report);
  const [tokens, fonts, suitsFile, retired, texts] = await Promise.all([
    readShared('tokens.json', layers, memory, report).then(
      (source) => source && memory.recall('tokens', [source], report, (problem) => readTokens(source, problem)),
    ),
    readFonts(folders, memory, report),
    readShared('suits.yaml', layers, memory, report),
    readRetired(layers, memory, report),
    mapFiles(layers, (layer) => readTexts(layer, memory, report)),
  ]);
  const settings = deckFile && readSettings(deckFile, report);
  if (tokens) checkFonts(tokens, fonts, top.folder, report);
  const colours = tokens && Object.keys(tokens.colour);
  const suits =
    suitsFile &&
    memory.recall('suits', [suitsFile, tokens, looks], report, (problem) => {
      const read = readSuits(suitsFile, colours, Object.keys(looks.faces), problem);
      return read && withLayers(read, suitsFile, layers);
    });
  if (texts.every(({ cards }) => cards.length === 0)) report(empty(top.folder));
  if (!suits || texts.every(({ cards }) => cards.length === 0)) return stopped(layers);

  const stack = stackCards(withRetired(texts, retired), memory, report);
  const absent = memory.recall('absent', [[...stack.hidden.keys()].join(), retired.ids], report, () => ({
    hidden: titlesOf(stack),
    retired: retired.ids,
  }));
  const drafts = readDrafts(stack.sources, { suits, looks, ...absent, memory, report });
  checkPrefixes(layers, suits, report);
  checkRetired(retired, drafts, absent.hidden, report);
  const { cards, broken } = readBodies(drafts, checkIdentity(drafts, report), absent, looks, memory, report);
  const { logo, ...art } = await readArt(cards, deckFile, folders, memory, report);
  const theme = memory.recall('theme', [tokens, fonts], report, () => ({ ...(tokens ?? NO_TOKENS), fonts }));
  const deck: Deck = {
    dir: top.folder.dir,
    file: top.folder.show(path.join(top.folder.dir, 'deck.yaml')),
    ...(settings ?? NO_SETTINGS),
    ...suits,
    cards: ordered(cards, suits.suits),
    theme,
    ...art,
    logo,
    retired: retired.ids,
    hidden: memory.recall('hidden', [absent], report, () => [...absent.hidden.keys()]),
    ...(layers.length > 1 && { own: { layer: layers.length - 1, prefix: top.prefix } }),
  };
  // Of a deck with mistakes some cards are missing: what a set then lacks is no mistake of its own.
  if (deckFile && !hasErrors(problems)) checkSets(deck, deckFile, report);
  return { deck, problems: sorted(problems), broken, layers, stack };
}

/** Stand in for what could not be read, so that the rest is checked in the same run; nothing is made of such a deck. */
const NO_SETTINGS: Settings = {
  name: '',
  version: '',
  date: '',
  lang: 'en-US',
  format: 'poker',
  prints: [],
  tagline: '',
  about: '',
  credit: '',
  url: '',
  qr: false,
};
const NO_TOKENS: Tokens = { colour: {}, font: { display: '', text: '' } };

/** What drafts are made with. */
interface DraftContext extends Absent {
  suits: Suits;
  looks: Looks;
  memory: Memory;
  report: Report;
}

function readDrafts(sources: readonly LayeredSource[], context: DraftContext): Draft[] {
  const { suits, looks, hidden, memory, report } = context;
  const schemas = memory.recall('schemas', [suits], report, () => schemasOf(suits.suits));
  const ids = memory.recall('hidden ids', [hidden], report, () => new Set(hidden.keys()));
  return sources.map((source) => {
    const from = [source.front, source.parts, source.prefix, source.layer, suits, looks, ids];
    return memory.recall(`draft ${source.path}`, from, report, (problem) => {
      const draft = readDraft(source, suits, looks, schemas, problem);
      if (draft.card && draft.look) draft.card = withoutHidden(draft.card, draft.look, ids);
      return draft;
    });
  });
}

/** deck.yaml: what the top says wins; what is about one layer alone is not handed up. */
function settingsFile(layers: readonly Layer[], memory: Memory, report: Report): Located | undefined {
  const files = layers.map(({ deckFile }, at) =>
    deckFile && at < layers.length - 1
      ? memory.recall(`handed up ${deckFile.file}`, [deckFile], report, () => withoutKeys(deckFile, OWN_KEYS))
      : deckFile,
  );
  const read = files.filter((one) => one !== undefined);
  return read.length < files.length ? undefined : mergeAll('deck.yaml', read, memory, report);
}

function empty(folder: Folder): Problem {
  return error({
    file: folder.show(folder.dir),
    rule: 'deck/empty',
    message: `The deck has no cards: there is no .mdx file in ${folder.show(path.join(folder.dir, 'cards'))}.`,
    note: 'A card is one file, e.g. cards/patterns/because-you-row.mdx.',
  });
}
