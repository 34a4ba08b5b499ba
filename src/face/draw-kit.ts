import { layoutProblem, type Mistake } from '../looks/mistake.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import { faceKey } from '../model/faces.ts';
import { kitFace, type PaperPage, paperPages } from '../model/kit.ts';
import { error, type Problem } from '../model/problem.ts';
import { type DrawOptions, SAFE_MARGIN } from './draw.ts';
import type { Failure, WorkerSetup } from './messages.ts';
import { onPaper, pageName, pageProblems } from './page-problems.ts';
import { startThreads } from './threads.ts';

/** What drawKit needs. */
export type DrawKitOptions = Pick<DrawOptions, 'deck' | 'layouts' | 'format' | 'root' | 'threads'>;

/**
 * Draws each board and each worksheet once for each of its papers. Whatever does not fit, loses a word or leaves too little room
 * to write is an error that names the page.
 */
export async function drawKit({ deck, layouts, format, root, threads = startThreads() }: DrawKitOptions): Promise<{
  pages: DrawnPage[];
  problems: Problem[];
}> {
  const pages = paperPages(deck);
  if (pages.length === 0) return { pages: [], problems: [] };
  const setup: WorkerSetup = { deck, layouts, format, safe: SAFE_MARGIN };
  const answers = await threads.draw(
    pages.map((page) => [kitFace(page)]),
    setup,
  );
  const [drawn, failed]: [DrawnPage[], Failed[]] = [[], []];
  const problems: Problem[] = [];
  for (const [at, { bytes, reports, failure }] of answers.entries()) {
    const page = pages[at] as PaperPage;
    const [report] = reports;
    if (failure || !report) failed.push({ page, failure: failure ?? { message: 'nothing was drawn' } });
    else {
      const key = faceKey(kitFace(page));
      const faces = { format: page.size, documents: [bytes], pages: new Map([[key, { document: 0, page: 0 }]]) };
      drawn.push({ ...page, drawn: faces, fields: report.fields.map(onPaper) });
      problems.push(...pageProblems(page, report));
    }
  }
  return { pages: drawn, problems: [...problems, ...undrawn(failed, root)] };
}

interface Failed {
  page: PaperPage;
  failure: Failure;
}

/** The errors of pages that were given up on. A layout's mistake is one error, at its line, however many pages it draws. */
function undrawn(failed: readonly Failed[], root = process.cwd()): Problem[] {
  const mistakes = new Map<string, { mistake: Mistake; on: PaperPage[] }>();
  const problems = failed.flatMap(({ page, failure: { mistake, message } }) => {
    if (!mistake) {
      const said = `${pageName(page)}: cannot be drawn: ${message}`;
      return [error({ file: page.page.file, place: { line: 1, column: 1 }, rule: 'kit/cannot-draw', message: said })];
    }
    const key = JSON.stringify(mistake);
    mistakes.set(key, { mistake, on: [...(mistakes.get(key)?.on ?? []), page] });
    return [];
  });
  const seen = ([first, ...others]: readonly PaperPage[]) =>
    first && `It draws ${pageName(first)}${others.length === 0 ? '' : `, and ${others.length} more`}.`;
  return [...problems, ...[...mistakes.values()].map(({ mistake, on }) => layoutProblem(mistake, root, seen(on)))];
}
