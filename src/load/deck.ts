import path from 'node:path';
import type { Card, Deck, Looks, Suit } from '../model.ts';
import { error, hasErrors, type Problem, sorted } from '../problem.ts';
import { bodyParser, readBody } from './body.ts';
import { type Draft, readDraft, schemasOf } from './card.ts';
import { type Folder, listCards, mapFiles, openFolder, type Report, readText } from './files.ts';
import { checkFonts, readFonts } from './fonts.ts';
import { readGlyphs } from './glyphs.ts';
import { readPictures } from './pictures.ts';
import { checkSections, cutSections } from './sections.ts';
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

/**
 * Loads a deck: reads, checks and locates everything in its folder. All problems of the deck come from one run.
 *
 * @param dir the deck's folder
 * @param root messages name files relative to this folder
 */
export async function loadDeck({ dir, root, looks }: { dir: string; root: string; looks: Looks }): Promise<Loaded> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const stopped = () => ({ deck: undefined, problems: sorted(problems), broken: new Set<string>() });

  const folder = await openFolder(dir, root, report);
  if (!folder) return stopped();
  const [settings, tokens, fonts, suitsFile, files] = await Promise.all([
    readYaml('deck.yaml', folder, report).then((source) => source && readSettings(source, report)),
    readYaml('tokens.json', folder, report).then((source) => source && readTokens(source, report)),
    readFonts(folder, report),
    readYaml('suits.yaml', folder, report),
    listCards(folder, report),
  ]);
  if (tokens) checkFonts(tokens, fonts, folder, report);
  const colours = tokens && Object.keys(tokens.colour);
  const suits = suitsFile && readSuits(suitsFile, colours, Object.keys(looks.faces), report);
  if (files.length === 0) report(empty(folder));
  if (!suits || files.length === 0) return stopped();

  const drafts = await readDrafts(files, folder, suits, looks, report);
  const { cards, broken } = finish(drafts, looks, report);
  const [glyphs, pictures] = await Promise.all([
    readGlyphs(cards, folder, report),
    readPictures(cards, folder, report),
  ]);
  const theme = { ...(tokens ?? NO_TOKENS), fonts };
  const deck: Deck = {
    dir: folder.dir,
    ...(settings ?? NO_SETTINGS),
    ...suits,
    cards: ordered(cards, suits.suits),
    theme,
    glyphs,
    pictures,
  };
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

async function readYaml(name: string, folder: Folder, report: Report): Promise<Located | undefined> {
  const source = await readText(path.join(folder.dir, name), folder, report);
  return source && parseYaml(source.text, source.file, report);
}

async function readDrafts(
  files: readonly string[],
  folder: Folder,
  suits: Suits,
  looks: Looks,
  report: Report,
): Promise<Draft[]> {
  const schemas = schemasOf(suits.suits);
  return await mapFiles(files, async (one) => {
    const source = await readText(one, folder, report);
    if (source) return readDraft(source, suits, looks, schemas, report);
    return { id: path.basename(one, '.mdx'), file: folder.show(one), body: '', series: '', card: undefined };
  });
}

/** Reads the bodies, now that all ids and codes are known. */
function finish(drafts: readonly Draft[], looks: Looks, report: Report): { cards: Card[]; broken: Set<string> } {
  const twice = checkIdentity(drafts, report);
  const parse = bodyParser();
  const ids = new Set(drafts.map((draft) => draft.id));
  const known = new Map(drafts.map(({ id, card }) => [id, card ?? { id, code: '', title: id }]));
  const { elements } = looks;
  const vocabulary = { elements, ids };
  const broken = new Set(ids);
  const cards = drafts.flatMap((draft): Card[] => {
    const found: Problem[] = [];
    const context = { file: draft.file, elements, report: (one: Problem) => found.push(one), cards: known, base: '' };
    const tree = readBody(draft.body, draft.file, parse, vocabulary, context.report);
    const sections = tree && cutSections(tree, context);
    if (sections && draft.look && draft.card && !draft.card.blank) checkSections(sections, draft.look, context);
    if (sections && draft.card?.blank && sections.length > 0) context.report(notBlank(draft, sections[0]?.place));
    for (const one of found) report(one);
    if (!sections || !draft.card || hasErrors(found) || twice.has(draft)) return [];
    broken.delete(draft.id);
    return [{ ...draft.card, sections }];
  });
  return { cards, broken };
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

function notBlank(draft: Draft, place: Card['sections'][number]['place'] | undefined): Problem {
  return error({ file: draft.file, place, rule: 'card/blank', message: 'A blank card has no sections.' });
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
