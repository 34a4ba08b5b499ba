import type { DrawnPage } from '../model/drawn-page.ts';
import { faceKey } from '../model/faces.ts';
import { kitFace, largerPage, type PaperPage, paperPages } from '../model/kit.ts';
import { lookUp } from '../model/look-up.ts';
import { hasErrors, type Problem, warning } from '../model/problem.ts';
import { deckOnWhite } from '../model/white-paper.ts';
import { type DrawFacesOptions, SAFE_MARGIN } from './draw.ts';
import type { DrawAnswer, Failure, WorkerSetup } from './messages.ts';
import { onPaper, pageName, pageProblems } from './page-problems.ts';
import { startThreads } from './threads.ts';
import { undrawnProblems } from './undrawn.ts';

/** What drawKit needs. */
export type DrawKitOptions = Pick<DrawFacesOptions, 'deck' | 'layouts' | 'format' | 'root' | 'threads'>;

/**
 * Draws each board and each worksheet once for each of its papers. Whatever does not fit, loses a word or leaves too little room
 * to write is an error that names the page. A board whose places are too small for the deck's cards is made on larger paper, which
 * is a warning.
 */
export async function drawKit({ deck, layouts, format, root, threads = startThreads() }: DrawKitOptions): Promise<{
  pages: DrawnPage[];
  problems: Problem[];
}> {
  const pages = paperPages(deck);
  if (pages.length === 0) return { pages: [], problems: [] };
  const setup: WorkerSetup = { deck: deckOnWhite(deck), layouts, format, safe: SAFE_MARGIN };
  const draw: Draw = async (some) => {
    const answers = await threads.draw(
      some.map((page) => [kitFace(page)]),
      setup,
    );
    return answers.map((answer, at) => attemptOf(some[at] as PaperPage, answer));
  };
  const attempts = await onLargerPaper(await draw(pages), draw);
  const failed = attempts.flatMap(({ page, failure }) =>
    failure ? [{ name: pageName(page), file: page.page.file, failure }] : [],
  );
  return {
    pages: attempts.flatMap(({ drawn }) => drawn ?? []),
    problems: [...attempts.flatMap(({ problems }) => problems), ...undrawnProblems(failed, 'kit/cannot-draw', root)],
  };
}

type Draw = (pages: readonly PaperPage[]) => Promise<Attempt[]>;

/** The result of drawing a page on one paper. */
interface Attempt {
  page: PaperPage;
  drawn?: DrawnPage;
  failure?: Failure;
  problems: Problem[];
}

function attemptOf(page: PaperPage, { bytes, reports, failure }: DrawAnswer): Attempt {
  const [report] = reports;
  if (failure || !report) return { page, failure: failure ?? { message: 'nothing was drawn' }, problems: [] };
  const pages = new Map([[faceKey(kitFace(page)), { document: 0, page: 0 }]]);
  const drawn = { format: page.size, documents: [bytes], pages };
  return { page, drawn: { ...page, drawn, fields: report.fields.map(onPaper) }, problems: pageProblems(page, report) };
}

/** Draws boards that are too small for their cards again, on the smallest paper that is large enough. If there is none they stay, with their errors. */
async function onLargerPaper(attempts: readonly Attempt[], draw: Draw): Promise<Attempt[]> {
  const fitting = new Map<string, Attempt>();
  let small = attempts.filter(isTooSmall);
  while (small.length > 0) {
    const tries = await draw(small.flatMap(({ page }) => largerPage(page) ?? []));
    for (const one of tries) if (one.drawn && !hasErrors(one.problems)) fitting.set(one.page.page.id, one);
    small = tries.filter(isTooSmall);
  }
  return attempts.map((first) => {
    const larger = first.page.page.kind === 'board' ? fitting.get(first.page.page.id) : undefined;
    return larger ? { ...larger, problems: [grown(first.page, larger.page), ...larger.problems] } : first;
  });
}

/** Whether a board has errors and places for cards, so that a larger paper may help. */
function isTooSmall({ page: { page }, problems }: Attempt): boolean {
  return page.kind === 'board' && page.fields.some(({ kind }) => kind === 'card') && hasErrors(problems);
}

function grown(asked: PaperPage, { size }: PaperPage): Problem {
  const { file, places } = asked.page;
  const message = `${pageName(asked)}: places for cards of this deck’s size do not fit, so it is made on ${size.name}.`;
  const note = 'To choose its paper yourself, write size: in its front matter.';
  const place = lookUp(places, 'size') ?? { line: 1, column: 1 };
  return warning({ file, place, rule: 'kit/larger-paper', message, note });
}
