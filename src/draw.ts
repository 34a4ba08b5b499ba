import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { drawFaces } from './face/draw.ts';
import { drawGuide } from './face/draw-guide.ts';
import { drawKit } from './face/draw-kit.ts';
import { drawingOnce } from './face/drawn-before.ts';
import { startThreads, type Threads, threadsBeside } from './face/threads.ts';
import { stampsOfLayouts } from './layout-stamps.ts';
import { type Cache, noCache } from './model/cache.ts';
import type { Deck } from './model/deck.ts';
import type { DrawnGuide } from './model/drawn-guide.ts';
import type { DrawnPage } from './model/drawn-page.ts';
import type { DrawnFaces } from './model/faces.ts';
import { handled } from './model/handled.ts';
import { kitFace } from './model/kit.ts';
import { lookUp } from './model/look-up.ts';
import { guideSizes } from './model/paper.ts';
import { hasErrors, type Problem } from './model/problem.ts';
import type { BuildRequest } from './plan/options.ts';
import { makesKit, type Plan } from './plan/plan.ts';
import type { Project } from './plan/project.ts';
import type { preflightFaces, readyPreflight } from './press/preflight.ts';
import { boardDpi, type FacePicture, type Painting } from './raster/face-pictures.ts';
import { isCompiled } from './read/package.ts';

/** All that is drawn of a deck in one language. */
export interface Drawings {
  /** Drawn faces by format id. */
  drawn: ReadonlyMap<string, DrawnFaces>;
  /** Pictures of all faces for the catalog, document by document; empty where none is made. */
  pictures: readonly Promise<FacePicture[]>[];
  /** Boards and worksheets, drawn; none where they are left out. */
  kit: readonly DrawnPage[];
  /** Pictures of boards for the catalog; empty where none is made. */
  boardPictures: readonly Promise<FacePicture[]>[];
  /** The guide on each of its papers; none where it is left out. */
  guides: readonly DrawnGuide[];
}

/** What drawing needs beside the plan. */
export interface DrawOptions extends BuildRequest {
  threads: Threads;
  /** Makes pictures of each document for the catalog while others are drawn. */
  painting: Painting | undefined;
  /** Where what a press would call about in a document is kept. */
  cache: Cache;
  /** Frees what was left over from reading the deck. */
  tidy: () => void;
  /** Begins what comes after drawing. */
  meanwhile?: (() => void) | undefined;
}

/** How many processors have other work while cards are drawn: pictures of them are painted by one thread. */
const othersBeside = (painting: Painting | undefined) => (painting ? 1 : 0);

/**
 * Starts threads, before it is known what is drawn: all of them for a deck that was never drawn, one where little will be. A thread that
 * starts in vain costs half a second of a processor; one that is missed starts when there is work for it.
 */
export function startDrawing(
  { deck, cards: { only, set, hand } }: BuildRequest,
  { cache, painting }: Pick<DrawOptions, 'cache' | 'painting'>,
): Threads {
  const isPart = only.length > 0 || set !== undefined || hand !== undefined;
  const isLittle = isPart || cache.find(drawnBefore(deck)) || isSmall(deck);
  return startThreads(isLittle ? 1 : threadsBeside(othersBeside(painting)));
}

/** What takes longer than this is more than a card or two. */
const DRAWING_MS = 500;

/** So many cards are drawn by one thread before another is ready. */
const FEW_CARDS = 12;

/** Whether a deck has few cards, all its own. */
function isSmall(deck: string): boolean {
  try {
    const cards = readdirSync(path.join(deck, 'cards'), { recursive: true, encoding: 'utf8' });
    const isAlone = !/^extends:/mu.test(readFileSync(path.join(deck, 'deck.yaml'), 'utf8'));
    return isAlone && cards.filter((name) => name.endsWith('.mdx')).length <= FEW_CARDS;
  } catch {
    // What is missing is said where the deck is loaded.
    return true;
  }
}

/** Notes that a deck was drawn. */
export async function noteDrawn(deck: string, cache: Cache): Promise<void> {
  await cache.keep(drawnBefore(deck), new Uint8Array());
}

const drawnBefore = (deck: string) => ['drawn before', deck];

/** Threads that draw only what was not drawn before. Where the engine's source runs, its code has no name, and nothing is kept. */
export async function keeping(threads: Threads, layouts: Project['layouts'], cache: Cache): Promise<Threads> {
  if (!isCompiled) return threads;
  const stamps = await stampsOfLayouts(layouts);
  return drawingOnce(threads, { cache, layouts: stamps, wary: stamps.length > 0 });
}

/** Draws a plan with threads of its own, and makes no pictures. */
export async function drawAlone(
  plan: Plan,
  project: Project,
  options: BuildRequest,
): Promise<Drawings & { problems: Problem[] }> {
  const threads = startThreads();
  try {
    return await draw(plan, project, { ...options, threads, painting: undefined, cache: noCache, tidy: () => {} });
  } finally {
    threads.end();
  }
}

/** Draws everything that is planned: faces, and boards, worksheets and the guide unless they are left out. Returns what is wrong with them. */
export async function draw(
  plan: Plan,
  project: Project,
  options: DrawOptions,
): Promise<Drawings & { problems: Problem[] }> {
  const { problems, ...cards } = await drawCards(plan, project, options);
  const { problems: more, ...kit } = makesKit(options) ? await drawPages(plan, project, options) : NO_KIT;
  return { ...cards, ...kit, problems: [...problems, ...more] };
}

/**
 * Draws the faces that are planned, format by format. Each document is looked at as a press would, and painted for the catalog,
 * while others are drawn.
 */
async function drawCards(
  plan: Plan,
  { looks, layouts }: Project,
  { root, onProgress, threads, painting, cache, tidy, meanwhile }: DrawOptions,
) {
  const drawn = new Map<string, DrawnFaces>();
  const pictures: Promise<FacePicture[]>[] = [];
  const problems: Problem[] = [];
  for (const { format, deck, cards } of plan.drawings) {
    const stocks = plan.stocks.filter((stock) => stock.format === format.id);
    const looked: Promise<Problem[]>[] = [];
    const drawing = drawFaces({
      ...{ deck, looks, layouts, format, threads, cards, root },
      others: othersBeside(painting),
      onProgress: (done, of) => onProgress?.(`draw ${format.id}`, done, of),
      onDrawing: () => void handled(readyToLook({ stocks, profiles: plan.profiles })),
      onUnpainted: (what, { length }) => onProgress?.(`${length} faces by the slower react-pdf, for ${what}`),
      onDocument(at, pdf, pages, stamps) {
        if (painting && format.id === deck.format)
          pictures.push(handled(painting.paint(pdf, pages, format, { stamps })));
        looked[at] = handled(lookAt(pdf, pages, { deck: plan.deck, stocks, profiles: plan.profiles, cache, stamps }));
      },
    });
    meanwhile?.();
    // Not where all but a few cards is drawn already: nothing waits for the threads for so long.
    const waiting = setTimeout(tidy, DRAWING_MS);
    const faces = await drawing.finally(() => clearTimeout(waiting));
    drawn.set(format.id, faces.drawn);
    problems.push(...faces.problems);
    const found = (await Promise.all(looked)).flat();
    if (!hasErrors(faces.problems)) problems.push(...found);
  }
  return { drawn, pictures, problems };
}

const NO_KIT = { kit: [], guides: [], boardPictures: [], problems: [] };

/** Draws boards, worksheets and the guide, and looks at them as a press would. */
async function drawPages(
  { deck, stocks }: Plan,
  { layouts, formats }: Project,
  { root, threads, painting, cache }: DrawOptions,
) {
  const format = lookUp(formats, deck.format);
  if (!format) throw new Error(`no card format ${deck.format}`);
  const given = { deck, layouts, format, threads, root };
  const { pages, problems } = await drawKit(given);
  const boardPictures = pages.flatMap((page) => (painting ? boardPicture(page, painting) : []));
  const sizes = guideSizes(stocks.filter(({ page }) => !page).map(({ paper }) => paper));
  const { guides, problems: guideProblems } = await drawGuide({ ...given, sizes });
  problems.push(...guideProblems);
  if (!hasErrors(problems)) problems.push(...(await lookAtPages({ pages, guides }, deck, cache)));
  return { kit: pages, guides, boardPictures, problems };
}

/** A board's picture in the making; none for a worksheet, which the catalog shows as a form. */
function boardPicture(drawn: DrawnPage, painting: Painting): Promise<FacePicture[]>[] {
  const [pdf] = drawn.drawn.documents;
  if (drawn.page.kind !== 'board' || !pdf) return [];
  return [handled(painting.paint(pdf, [kitFace(drawn)], drawn.size, { dpi: boardDpi(drawn.size) }))];
}

/** Looks at drawn boards, worksheets and guides. The module for it is loaded only where there are any. */
async function lookAtPages(
  { pages, guides }: { pages: readonly DrawnPage[]; guides: readonly DrawnGuide[] },
  deck: Deck,
  cache: Cache,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (pages.length > 0) {
    const { preflightPages } = await import('./press/preflight-pages.ts');
    for (const page of pages) problems.push(...(await preflightPages(page, deck, cache)));
  }
  if (guides.length > 0) {
    const { preflightGuide } = await import('./press/preflight-guide.ts');
    for (const guide of guides) problems.push(...(await preflightGuide(guide, deck, cache)));
  }
  return problems;
}

/** Loads what looks at faces, while they are drawn. */
async function readyToLook(...given: Parameters<typeof readyPreflight>): Promise<void> {
  const { readyPreflight } = await import('./press/preflight.ts');
  await readyPreflight(...given);
}

/** Looks at drawn faces. The library that reads PDFs is loaded while others are drawn, not before the deck is read. */
async function lookAt(...given: Parameters<typeof preflightFaces>): Promise<Problem[]> {
  const { preflightFaces } = await import('./press/preflight.ts');
  return await preflightFaces(...given);
}
