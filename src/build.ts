import { projectCache, pruneCaches, readingCache } from './caches.ts';
import { unmet, withAccepted } from './deck/chain/accept.ts';
import { type Chain, openChain, sourceDirs } from './deck/chain/chain.ts';
import { notAmong } from './deck/languages/in-languages.ts';
import { type Drawings, type DrawOptions, draw, keeping, noteDrawn, startDrawing } from './draw.ts';
import { bytesInUse, tidier } from './face/tidy.ts';
import { openProjects } from './load.ts';
import { isOurs } from './looks/compile.ts';
import { LayoutError, layoutProblems, mistakeIn } from './looks/mistake.ts';
import type { Cache } from './model/cache.ts';
import type { Deck } from './model/deck.ts';
import { handled } from './model/handled.ts';
import type { Output } from './model/output.ts';
import { hasErrors, isWarning, type Problem, sorted } from './model/problem.ts';
import type { BoxStock, Stock } from './model/stock.ts';
import type { BuildRequest } from './plan/options.ts';
import { isWhole, makesKit, makesSite, type Plan, planOf, variantName } from './plan/plan.ts';
import type { Project } from './plan/project.ts';
import { ON_SCREEN, openPainting } from './raster/face-pictures.ts';
import { inFolder } from './target/folder.ts';
import type { Job, Made } from './target/target.ts';
import type { Manifest } from './write/manifest.ts';
import { write } from './write/output.ts';
import { readied } from './write/recover.ts';

/** A deck in one language that may be printed: loaded, checked, planned and drawn. */
export interface Checked extends Plan, Drawings {
  project: Project;
}

/** The problems that a command found, and the files that it made. */
export interface BuildOutcome {
  problems: readonly Problem[];
  /** Absent where errors stopped it: nothing was written then. */
  manifest?: Manifest;
  /** Paths inside the output folder of what this run made; the manifest also has what stayed of earlier ones. */
  made?: readonly string[];
  /** How many sheets of paper each of `made` takes; 0 for files that are not printed. */
  sheets?: ReadonlyMap<string, number>;
  deck?: Deck;
  /** What they were made from; absent where nothing was made. */
  sources?: Sources;
  /** How many different cards were printed. */
  printed?: number;
  stocks: readonly Stock[];
  boxes: readonly BoxStock[];
}

/** What a build is made from; all paths are absolute. */
export interface Sources {
  /** Folders of decks, layouts and this package. */
  dirs: readonly string[];
  /** The `layouts/` folders whose code drew the deck. What it imports may lie elsewhere. */
  layouts: readonly string[];
}

/**
 * Makes the print files and the catalog: load, check, draw, impose and write. Errors stop it before anything is written.
 *
 * @throws UsageError for a stock, a query, a set or a press profile that does not exist, and for options that contradict each other
 */
export async function build(options: BuildRequest): Promise<BuildOutcome> {
  const chain = await chainOf(options);
  const refused = await readied({ ...options, sources: sourceDirs(chain) });
  if (refused) return { problems: [refused], stocks: [], boxes: [] };
  const cache = await projectCache(options);
  const painting = makesSite(options) ? openPainting(ON_SCREEN, cache) : undefined;
  try {
    // What makes the outputs is loaded while threads draw.
    const meanwhile = () => void handled(import('./target/targets.ts'));
    const { checked, problems } = await checkAndDraw(options, { chain, painting, meanwhile });
    const [first] = checked;
    if (!first) return { problems, stocks: [], boxes: [] };
    painting?.hurry();

    const outputs: Output[] = [];
    const report: Job['report'] = (problem) => problems.push(problem);
    for (const one of checked) outputs.push(...(await outputsOf(one, options, cache, report)));
    const said = () => sorted(withAccepted(problems, chain.layers));
    const stops = hasErrors(problems) || (options.strict === true && said().some(isWarning));
    if (stops) return { problems: said(), stocks: [], boxes: [] };

    options.onProgress?.('write');
    const { deck, stocks, boxes, selection } = first;
    const about = { name: deck.name, version: deck.version, cards: first.size };
    const partial = options.stocks.length > 0 || !isWhole(options) || first.project.folder !== '';
    const manifest = await write({ ...options, outputs, deck: about, partial }, report);
    if (!manifest) return { problems: said(), stocks: [], boxes: [] };
    const made = outputs.map((output) => output.path);
    const sheets = new Map(outputs.map((output) => [output.path, output.sheets ?? 0] as const));
    return {
      ...{ problems: said(), manifest, made, sheets, deck, stocks, boxes },
      ...{ sources: { dirs: sourceDirs(chain), layouts: chain.layouts }, printed: selection.cards.length },
    };
  } finally {
    painting?.end();
    await pruneCaches(options);
  }
}

async function chainOf(options: BuildRequest): Promise<Chain> {
  const { deck: dir, root } = options;
  return await openChain({ dir, root, cache: await readingCache() });
}

/** All files for a deck in one language. */
async function outputsOf(
  checked: Checked,
  options: BuildRequest,
  cache: Cache,
  report: Job['report'],
): Promise<Output[]> {
  const { openOnce, targets } = await import('./target/targets.ts');
  const { ownTargets } = await import('./target/own.ts');
  const job: Job = { ...jobOf(checked, options, cache, report), open: openOnce() };
  const begun: Made[] = [];
  const made = async () => (await Promise.all(begun)).flat();
  const [, ...layouts] = checked.project.layouts;
  try {
    for (const target of [...targets, ...(await ownTargets(layouts))]) {
      options.onProgress?.(target.name);
      begun.push(...(await target(job, made)));
    }
    return inFolder(checked.project.folder, await made());
  } catch (cause) {
    // Whether the organization's own code failed: its frame around the pages, or an output of its own.
    const mistake = mistakeIn(cause, layouts);
    for (const one of layoutProblems(mistake ? new LayoutError([mistake]) : cause, options.root)) report(one);
    return [];
  }
}

/**
 * Everything that `build` does but imposing and writing: loads and checks the deck and draws every face.
 * `checked` is the deck in each language that is wanted; it is empty where there are errors.
 *
 * @param begun work that `build` has begun already: the deck's chain is open, and `painting` makes pictures of each document for the
 * catalog while others are drawn; `meanwhile` begins what comes after drawing
 */
export async function checkAndDraw(
  options: BuildRequest,
  begun: { chain?: Chain } & Partial<Pick<DrawOptions, 'painting' | 'meanwhile'>> = {},
): Promise<{ checked: Checked[]; problems: Problem[] }> {
  const tidy = tidier(bytesInUse());
  const cache = await projectCache(options);
  // Started first: the threads load the renderer while the deck is read.
  const threads = startDrawing(options, { cache, painting: begun.painting });
  try {
    options.onProgress?.('load');
    const chain = begun.chain ?? (await chainOf(options));
    const { projects, problems } = await openProjects(chain, options.lang);
    const checked: Checked[] = [];
    for (const project of projects) {
      const { plan, problems: planned } = await planOf(project, options);
      const { problems: found, ...drawings } = await draw(plan, project, {
        ...options,
        threads: await keeping(threads, project.layouts, cache),
        painting: begun.painting,
        meanwhile: begun.meanwhile,
        tidy,
        cache,
      });
      problems.push(...notAmong([...planned, ...found], problems));
      checked.push({ ...plan, ...drawings, project });
    }
    if (checked.length > 0) await noteDrawn(options.deck, cache);
    const said = withAccepted(withoutEchoes(problems), chain.layers);
    if (hasErrors(said)) return { checked: [], problems: sorted(said) };
    if (looksAtAll(options)) said.push(...unmet(said, chain.layers));
    return { checked, problems: sorted(said) };
  } finally {
    threads.end();
    // A build keeps more after this, and prunes when all is kept.
    if (!begun.chain) await pruneCaches(options);
  }
}

/** Whether a check finds every warning that the deck has, on the stocks of deck.yaml. */
function looksAtAll(options: BuildRequest): boolean {
  return makesSite(options) && makesKit(options) && options.stocks.length === 0 && options.lang === undefined;
}

/** Leaves out the warning that a text is over its budget where an error says by how much the same text is too long to be printed. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const key = ({ file, line, column }: Problem) => `${file}:${line}:${column}`;
  const refused = new Set(problems.filter(({ source, fatal }) => fatal && source === 'face').map(key));
  return problems.filter((one) => one.ruleId !== 'over-budget' || !refused.has(key(one)));
}

function jobOf(checked: Checked, options: BuildRequest, cache: Cache, report: Job['report']): Job {
  const { looks, formats } = checked.project;
  return {
    ...checked,
    ...{ looks, formats, cache, report },
    cards: checked.selection.cards,
    isOurs: checked.project.layouts.every(isOurs),
    selection: variantName(checked.selection, options),
    sides: options.print.sides ?? 'both',
    split: options.print.split === true,
    lowInk: options.print.lowInk === true,
  };
}
