import path from 'node:path';
import { openCache } from './cache.ts';
import { checkDeck } from './check/deck.ts';
import { checkTranslated } from './check/translated.ts';
import { drawFaces } from './face/draw.ts';
import { loadLooks } from './face/looks.ts';
import { startThreads, type Threads } from './face/threads.ts';
import { withChangeCards } from './layers/change-card.ts';
import { changesSince } from './layers/edition.ts';
import { loadBoxes } from './load/boxes.ts';
import { type Loaded, loadDeck } from './load/deck.ts';
import { type InLanguage, notAmong } from './load/in-languages.ts';
import { loadStocks } from './load/stocks.ts';
import { lowInk } from './low-ink.ts';
import type { BoxStock, Deck, DrawnFaces, Format, Looks, Output, Stock } from './model.ts';
import { type Manifest, recover, write } from './output.ts';
import { layoutDirs, layoutsDir, packageVersion } from './paths.ts';
import { preflightFaces } from './preflight.ts';
import { loadProfiles, type PressProfile } from './press/profile.ts';
import { hasErrors, type Problem, sorted } from './problem.ts';
import { type Selection, select, type Wanted } from './select.ts';
import {
  adjusted,
  choose,
  isPaper,
  type PrintOptions,
  profilesFor,
  skippedSlots,
  tooManyCards,
  withCaliper,
} from './stocks.ts';
import { boxTarget } from './target/box.ts';
import { facesTarget } from './target/faces.ts';
import { inFolder } from './target/folder.ts';
import { picturesTarget } from './target/pictures.ts';
import { printTarget } from './target/print.ts';
import { schemaTarget } from './target/schema.ts';
import { siteTarget } from './target/site.ts';
import type { Job, Target } from './target/target.ts';

/** What to build. Paths are absolute. */
export interface BuildOptions {
  /** The deck's folder. */
  deck: string;
  /** The output folder. */
  out: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  /** Ids of stocks; empty for those that deck.yaml names. */
  stocks: readonly string[];
  /** Which cards to print. */
  cards: Wanted;
  /** How to print them. */
  print: PrintOptions;
  /** A catalog too; it is made of the whole deck only. */
  site: boolean;
  /** Only this language; left out for the deck's first and all that deck.yaml names. */
  lang?: string | undefined;
  /** Called as the work goes on: a step's name, and how far it has come. */
  onProgress?: (step: string, done?: number, of?: number) => void;
}

/** A deck in one language that may be printed, with what it is printed on. */
interface Checked {
  deck: Deck;
  /** Where its outputs go: the language's folder; empty for the deck's first language. */
  folder: string;
  /** How many cards the deck has of its own; with `since` it holds generated ones besides. */
  size: number;
  looks: Looks;
  formats: Readonly<Record<string, Format>>;
  /** As the options want them. */
  stocks: readonly Stock[];
  /** Every sheet of paper that the deck's format fits on: what the catalog offers to print hands on. */
  papers: readonly Stock[];
  boxes: readonly BoxStock[];
  /** By the id of the stock that is printed with it. */
  profiles: ReadonlyMap<string, PressProfile>;
  selection: Selection;
  /** Slots of the first sheet that stay empty. */
  skip: readonly number[];
  drawn: ReadonlyMap<string, DrawnFaces>;
}

/** What a command found and made. */
export interface BuildResult {
  problems: readonly Problem[];
  /** Absent where errors stopped it: nothing was written then. */
  manifest?: Manifest;
  deck?: Deck;
  /** How many different cards were printed. */
  printed?: number;
  stocks: readonly Stock[];
  boxes: readonly BoxStock[];
}

/** Every output, in the order in which they are made. To add one: a file in `target/` and a line here. */
const targets: readonly Target[] = [printTarget, picturesTarget, boxTarget, facesTarget, schemaTarget, siteTarget];

/**
 * Makes the print files and the catalog: load, check, draw, impose and write. Errors stop it before anything is written.
 *
 * @throws UsageError for a stock, a query, a set or a press profile that there is not, and for options that contradict
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  await recover(options.out);
  const { checked, problems } = await check(options);
  const [first] = checked;
  if (!first) return { problems, stocks: [], boxes: [] };

  const outputs: Output[] = [];
  for (const one of checked) outputs.push(...(await outputsOf(one, options, problems)));
  if (hasErrors(problems)) return { problems: sorted(problems), stocks: [], boxes: [] };

  options.onProgress?.('write');
  const { deck, stocks, boxes, selection } = first;
  const manifest = await write({
    out: options.out,
    outputs,
    deck: { name: deck.name, version: deck.version, cards: first.size },
    partial: options.stocks.length > 0 || !isWhole(options) || first.folder !== '',
  });
  return { problems: sorted(problems), manifest, deck, printed: selection.cards.length, stocks, boxes };
}

/** Everything that is made of a deck in one language. */
async function outputsOf(checked: Checked, options: BuildOptions, problems: Problem[]): Promise<Output[]> {
  const job: Job = {
    ...checked,
    cards: checked.selection.cards,
    selection: variantName(checked.selection, options),
    sides: options.print.sides ?? 'both',
    lowInk: options.print.lowInk === true,
    site: makesSite(options),
    cache: openCache(path.join(options.root, 'node_modules/.cache/prepdeck'), await packageVersion()),
    report: (problem) => problems.push(problem),
  };
  const outputs: Output[] = [];
  for (const target of targets) {
    options.onProgress?.(target.name);
    outputs.push(...(await target(job, outputs)));
  }
  return checked.folder === '' ? outputs : inFolder(checked.folder, outputs);
}

/**
 * Everything that `build` does but writing: loads and checks the deck and draws every face.
 * `checked` is the deck in each language that is wanted; it is empty where there are errors.
 */
export async function check(options: BuildOptions): Promise<{ checked: Checked[]; problems: Problem[] }> {
  const threads = startThreads();
  return await checkWith(threads, options).finally(threads.end);
}

async function checkWith(
  threads: Threads,
  options: BuildOptions,
): Promise<{ checked: Checked[]; problems: Problem[] }> {
  options.onProgress?.('load');
  const layouts = await layoutDirs(options.deck);
  const looks = await loadLooks(...layouts);
  const print = await loadPrint(layoutsDir, options.root);
  const { deck: dir, root, lang } = options;
  const loaded = await loadDeck({ dir, root, looks, languages: lang === undefined ? [] : [lang] });
  const problems = [...print.problems, ...loaded.problems];

  const checked: Checked[] = [];
  for (const { deck, problems: own } of editionsOf(loaded, lang)) {
    options.onProgress?.('check');
    problems.push(...own, ...notAmong(checkDeck(deck, looks), problems));
    if (hasErrors(problems)) continue;
    const folder = deck.lang === loaded.deck?.lang ? '' : deck.lang;
    const prepared = await prepare({ deck, folder, loaded, looks, layouts, print, threads }, options);
    problems.push(...notAmong(prepared.problems, problems));
    checked.push(prepared.checked);
  }
  return { checked: hasErrors(problems) ? [] : checked, problems: sorted(problems) };
}

/** The deck in each language that is wanted, with what is wrong with it alone. */
function editionsOf({ deck, further }: Loaded, lang: string | undefined): Pick<InLanguage, 'deck' | 'problems'>[] {
  const all = deck ? [{ deck, problems: [] }, ...further] : [];
  return lang === undefined ? all : all.filter((one) => one.deck.lang === lang);
}

/** What a deck in one language is prepared for print with. */
interface Preparing {
  deck: Deck;
  folder: string;
  loaded: Loaded;
  looks: Looks;
  layouts: [string, ...string[]];
  print: Awaited<ReturnType<typeof loadPrint>>;
  threads: Threads;
}

/** Chooses what is printed on what, and draws every face. */
async function prepare(
  { folder, loaded, looks, layouts, threads, ...given }: Preparing,
  options: BuildOptions,
): Promise<{ checked: Checked; problems: Problem[] }> {
  const problems: Problem[] = [];
  const { deck, changed, size } = await withChanges(given.deck, loaded, options.cards.since);
  const [stockById, formats] = [renamed(given.print.stocks, deck), renamed(given.print.formats, deck)];
  const all = { ...stockById, ...given.print.boxes };

  const chosen = choose(all, options.stocks.length > 0 ? options.stocks : deck.prints);
  const stocks = chosen
    .flatMap((one) => stockById[one.id] ?? [])
    .map((stock) => adjusted(stock, options.print, deck.backOffset));
  const boxes = chosen.flatMap((one) => given.print.boxes[one.id] ?? []).map((box) => withCaliper(box, options.print));
  const skip = skippedSlots(stocks, options.print);
  const selection = select(deck, options.cards, changed);
  const printed = deck.cards.filter((card) => selection.cards.some((one) => one.card === card.id));
  problems.push(...checkTranslated(deck, printed));
  const shipped = await loadProfiles(path.join(layoutsDir, 'press'));
  const profiles = await profilesFor([...stocks, ...boxes], shipped, deck, options.print);
  problems.push(
    ...tooManyCards(stocks, selection.cards, path.relative(options.root, path.join(options.deck, 'deck.yaml'))),
  );

  const drawn = new Map<string, DrawnFaces>();
  for (const format of formatsOf(deck, [...stocks, ...boxes], formats, options)) {
    const faces = await drawFaces({
      deck: options.print.lowInk ? { ...deck, theme: lowInk(deck.theme) } : deck,
      looks,
      layouts,
      format,
      threads,
      cards: makesSite(options) && format.id === deck.format ? deck.cards : printed,
      onProgress: (done, of) => options.onProgress?.(`draw ${format.id}`, done, of),
    });
    drawn.set(format.id, faces.drawn);
    problems.push(...faces.problems);
    if (hasErrors(faces.problems)) continue;
    const own = stocks.filter((stock) => stock.format === format.id);
    const [usual] = Object.values(shipped);
    if (usual) problems.push(...(await preflightFaces({ deck, drawn: faces.drawn, stocks: own, profiles, usual })));
  }
  const papers = Object.values(stockById).filter((stock) => stock.format === deck.format && isPaper(stock));
  const checked = { deck, folder, size, looks, formats, stocks, papers, boxes, profiles, selection, skip, drawn };
  return { checked, problems };
}

/** Stocks or formats with their names in the deck's language. */
function renamed<Thing extends { name: string }>(
  things: Readonly<Record<string, Thing>>,
  { names }: Deck,
): Record<string, Thing> {
  return Object.fromEntries(Object.entries(things).map(([id, one]) => [id, { ...one, name: names[id] ?? one.name }]));
}

/** The deck, with a card that lists what has changed where only that is wanted, and the ids of what is printed then. */
async function withChanges(deck: Deck, loaded: Loaded, since: string | undefined) {
  if (since === undefined) return { deck, size: deck.cards.length };
  const { deck: more, ids } = withChangeCards(deck, await changesSince(since, deck, loaded));
  return { deck: more, changed: ids, size: deck.cards.length };
}

/** Everything that can be printed on, by id. */
async function loadPrint(dir: string, root: string) {
  const { stocks, formats, problems } = await loadStocks(dir, root);
  const { boxes, problems: others } = await loadBoxes(dir, root, formats);
  return { stocks, formats, boxes, problems: [...problems, ...others] };
}

/** True where the whole deck is printed as it is: what is then made takes the place of everything made before. */
function isWhole({ cards, print }: BuildOptions): boolean {
  const { only, set, hand, since, copies } = cards;
  const { lowInk, sides = 'both', skip } = print;
  const all =
    only.length === 0 && set === undefined && hand === undefined && since === undefined && copies === undefined;
  return all && !lowInk && sides === 'both' && skip === undefined;
}

function makesSite(options: BuildOptions): boolean {
  return options.site && isWhole(options);
}

/** What makes the files others than those of the whole deck: `one-day--low-ink`, `backs`. */
function variantName(selection: Selection, { cards, print }: BuildOptions): string {
  const { lowInk, sides = 'both', skip } = print;
  const parts = [
    selection.name,
    cards.copies === undefined ? '' : `${cards.copies}-each`,
    lowInk ? 'low-ink' : '',
    sides === 'both' ? '' : sides,
    skip === undefined ? '' : `skip-${skip.replace(/[^\d]+/gu, '-')}`,
  ];
  return parts.filter((part) => part !== '').join('--');
}

/** The formats of the stocks, and the deck's own where a catalog shows it. */
function formatsOf(
  deck: Deck,
  stocks: readonly { format: string }[],
  formats: Readonly<Record<string, Format>>,
  options: BuildOptions,
): Format[] {
  const ids = new Set([...(makesSite(options) ? [deck.format] : []), ...stocks.map((stock) => stock.format)]);
  return [...ids].flatMap((id) => formats[id] ?? []);
}
