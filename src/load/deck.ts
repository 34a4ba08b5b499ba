import path from 'node:path';
import type { Card, Deck, Font, Looks, Suit } from '../model.ts';
import { error, hasErrors, type Place, type Problem, sorted } from '../problem.ts';
import { readBodies } from './bodies.ts';
import { type Draft, readDraft, schemasOf } from './card.ts';
import { picturesIn } from './content.ts';
import { type Folder, listCards, mapFiles, openFolder, type Report, readText } from './files.ts';
import { checkFonts, readFonts } from './fonts.ts';
import { readGlyphs } from './glyphs.ts';
import { type Memory, openMemory, stampOf, stampOfFolder } from './memory.ts';
import { readPictures } from './pictures.ts';
import { checkSets } from './sets.ts';
import { readSettings, readSuits, type Settings, type Suits } from './settings.ts';
import { readTokens, type Tokens } from './tokens.ts';
import { type Located, parseYaml } from './yaml.ts';

/** What loading a deck gave. */
export interface Loaded {
  /** Cards with mistakes are not in it. Undefined where nothing usable could be loaded. */
  deck: Deck | undefined;
  problems: Problem[];
  /** Ids of cards that are there, but have mistakes: a link to one of them is not a mistake more. */
  broken: ReadonlySet<string>;
}

/** What loadDeck needs. */
export interface LoadOptions {
  dir: string;
  root: string;
  looks: Looks;
  memory?: Memory;
}

/**
 * Loads a deck: reads, checks and locates everything in its folder. All problems of the deck come from one run.
 *
 * @param dir the deck's folder
 * @param root messages name files relative to this folder
 * @param memory what an earlier load of this deck left; only what changed since is read again
 */
export async function loadDeck({ dir, root, looks, memory = openMemory() }: LoadOptions): Promise<Loaded> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const stopped = () => ({ deck: undefined, problems: sorted(problems), broken: new Set<string>() });

  const folder = await openFolder(dir, root, report);
  if (!folder) return stopped();
  const [deckFile, tokens, fonts, suitsFile, files] = await Promise.all([
    readYaml('deck.yaml', folder, memory, report),
    readYaml('tokens.json', folder, memory, report).then(
      (source) => source && memory.recall('tokens', [source], report, (problem) => readTokens(source, problem)),
    ),
    rememberedFonts(folder, memory, report),
    readYaml('suits.yaml', folder, memory, report),
    listCards(folder, report),
  ]);
  const settings = deckFile && readSettings(deckFile, report);
  if (tokens) checkFonts(tokens, fonts, folder, report);
  const colours = tokens && Object.keys(tokens.colour);
  const suits =
    suitsFile &&
    memory.recall('suits', [suitsFile, tokens, looks], report, (problem) =>
      readSuits(suitsFile, colours, Object.keys(looks.faces), problem),
    );
  if (files.length === 0) report(empty(folder));
  if (!suits || files.length === 0) return stopped();

  const drafts = await readDrafts(files, folder, suits, looks, memory, report);
  const { cards, broken } = readBodies(drafts, checkIdentity(drafts, report), looks, memory, report);
  const { glyphs, pictures } = await readArt(cards, folder, memory, report);
  const theme = memory.recall('theme', [tokens, fonts], report, () => ({ ...(tokens ?? NO_TOKENS), fonts }));
  const deck: Deck = {
    dir: folder.dir,
    ...(settings ?? NO_SETTINGS),
    ...suits,
    cards: ordered(cards, suits.suits),
    theme,
    glyphs,
    pictures,
  };
  // Of a deck with mistakes some cards are missing: what a set then lacks is no mistake of its own.
  if (deckFile && !hasErrors(problems)) checkSets(deck, deckFile, report);
  return { deck, problems: sorted(problems), broken };
}

/** The deck in print order: suit, series (families with codes of their own), number, id; blanks last in their suit. */
export function ordered(cards: readonly Card[], suits: readonly Suit[]): Card[] {
  const key = (card: Card): (number | string)[] => {
    const at = suits.findIndex((suit) => suit.id === card.suit);
    const suit = suits[at];
    const family = suit?.families.findIndex((one) => one.id === card.fields[suit.familyKey]) ?? -1;
    const ownCode = suit?.families[family]?.code ? family : 0;
    const first = FIRST.indexOf(card.id);
    return [at, card.blank ? 1 : 0, ownCode, card.number ?? 0, first < 0 ? FIRST.length : first, card.id];
  };
  const keyed = cards.map((card) => ({ card, key: key(card) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ card }) => card);
}

/** Unnumbered cards that stand before the others of their suit. */
const FIRST = ['cover', 'how-to-play'];

/** Stand in for what could not be read, so that the rest is checked in the same run; nothing is made of such a deck. */
const NO_SETTINGS: Settings = {
  name: '',
  version: '',
  date: '',
  lang: 'en-US',
  format: 'poker',
  prints: [],
  credit: '',
  url: '',
  qr: false,
};
const NO_TOKENS: Tokens = { colour: {}, font: { display: '', text: '' } };

async function readYaml(name: string, folder: Folder, memory: Memory, report: Report): Promise<Located | undefined> {
  const file = path.join(folder.dir, name);
  return await memory.recall(`yaml ${name}`, [stampOf(file)], report, async (problem) => {
    const source = await readText(file, folder, problem);
    return source && parseYaml(source.text, source.file, problem);
  });
}

async function rememberedFonts(folder: Folder, memory: Memory, report: Report): Promise<Font[]> {
  const stamp = await stampOfFolder(path.join(folder.dir, 'fonts'));
  return await memory.recall('fonts', [stamp], report, (problem) => readFonts(folder, problem));
}

/** Glyphs and pictures. A problem with one names the place in the card, so that places are sources too. */
async function readArt(cards: readonly Card[], folder: Folder, memory: Memory, report: Report) {
  const stamp = await stampOfFolder(path.join(folder.dir, 'art'));
  const at = (place: Place | undefined) => `${place?.line}:${place?.column}`;
  const named = cards.map(({ file, glyph, places }) => `${file}:${at(places.glyph)} ${glyph}`).join('\n');
  const shown = cards.flatMap(({ file, sections }) =>
    sections.flatMap(({ content, place }) => picturesIn(content).map((name) => `${file}:${at(place)} ${name}`)),
  );
  const [glyphs, pictures] = await Promise.all([
    memory.recall('glyphs', [stamp, named], report, (problem) => readGlyphs(cards, folder, problem)),
    memory.recall('pictures', [stamp, shown.join('\n')], report, (problem) => readPictures(cards, folder, problem)),
  ]);
  return { glyphs, pictures };
}

async function readDrafts(
  files: readonly string[],
  folder: Folder,
  suits: Suits,
  looks: Looks,
  memory: Memory,
  report: Report,
): Promise<Draft[]> {
  const schemas = memory.recall('schemas', [suits], report, () => schemasOf(suits.suits));
  return await mapFiles(files, async (one) =>
    memory.recall(`draft ${one}`, [stampOf(one), suits, looks], report, async (problem) => {
      const source = await readText(one, folder, problem);
      if (source) return readDraft(source, suits, looks, schemas, problem);
      return { id: path.basename(one, '.mdx'), file: folder.show(one), body: '', series: '', card: undefined };
    }),
  );
}

/** Ids given once in the deck, numbers once in their series. Returns the cards that came second. */
function checkIdentity(drafts: readonly Draft[], report: Report): Set<Draft> {
  const ids = new Map<string, Draft>();
  const numbers = new Map<string, Draft>();
  const twice = new Set<Draft>();
  for (const draft of drafts) {
    const id = draft.id.toLowerCase();
    const same = ids.get(id);
    if (same) {
      const message = `The id "${draft.id}" is taken: ${same.file} has it.`;
      const note = 'Rename one of the files: an id is unique in the whole deck, whatever the folder.';
      report(error({ file: draft.file, rule: 'card/id-twice', message, note }));
      twice.add(draft);
    }
    ids.set(id, same ?? draft);
    if (draft.card?.number === undefined) continue;
    const { code, number, places } = draft.card;
    const key = `${draft.series} ${number}`;
    const other = numbers.get(key);
    if (other) {
      const next = 1 + Math.max(...drafts.map((one) => (one.series === draft.series ? (one.card?.number ?? 0) : 0)));
      const message = `The number ${number} (${code}) is taken: ${other.file} has it.`;
      const note = `The next free one is ${next}.`;
      report(error({ file: draft.file, place: places.number, rule: 'card/number-twice', message, note }));
    }
    numbers.set(key, other ?? draft);
  }
  return twice;
}

function empty(folder: Folder): Problem {
  return error({
    file: folder.show(folder.dir),
    rule: 'deck/empty',
    message: `The deck has no cards: there is no .mdx file in ${folder.show(path.join(folder.dir, 'cards'))}.`,
    note: 'A card is one file, e.g. cards/patterns/because-you-row.mdx.',
  });
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? '';
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}
