import { layoutProblem } from '../looks/mistake.ts';
import type { DrawnGuide } from '../model/drawn-guide.ts';
import { type Format, faceKey } from '../model/faces.ts';
import { type Chapter, chapterFace } from '../model/guide.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { deckOnWhite } from '../model/white-paper.ts';
import { remedies } from './card-problems.ts';
import { type DrawFacesOptions, SAFE_MARGIN } from './draw.ts';
import type { DrawAnswer, FaceReport, WorkerSetup } from './messages.ts';
import { textsLost } from './texts.ts';
import { startThreads } from './threads.ts';

/** What drawGuide needs. */
export type DrawGuideOptions = Pick<DrawFacesOptions, 'deck' | 'layouts' | 'format' | 'root' | 'threads'> & {
  /** The papers that it is made for. */
  sizes: readonly Format[];
};

/**
 * Draws the guide once for each paper. What does not fit, loses a word or has no glyph is an error that names the chapter; a layout
 * that never ends is given up on after a while.
 */
export async function drawGuide(options: DrawGuideOptions): Promise<{ guides: DrawnGuide[]; problems: Problem[] }> {
  const { deck, layouts, format, sizes, root = process.cwd(), threads = startThreads() } = options;
  const chapters = deck.guide ?? [];
  if (chapters.length === 0) return { guides: [], problems: [] };
  const setup: WorkerSetup = { deck: deckOnWhite(deck), layouts, format, safe: SAFE_MARGIN };
  const batches = sizes.map((size) => chapters.map((chapter) => chapterFace(chapter, size)));
  const answers = await threads.draw(batches, setup);
  const guides: DrawnGuide[] = [];
  const problems: Problem[] = [];
  for (const [at, size] of sizes.entries()) {
    const answer = answers[at];
    if (!answer || answer.failure) {
      const draw = async (chapter: Chapter) => {
        const alone = { ...setup, deck: { ...setup.deck, guide: [chapter] } };
        return (await threads.draw([[chapterFace(chapter, size)]], alone))[0]?.failure;
      };
      problems.push(...(await givenUp(answer?.failure, { chapters, size, root, draw })));
    } else {
      guides.push({ size, pdf: answer.bytes, pages: answer.pages ?? [] });
      problems.push(...chapters.flatMap((chapter) => chapterProblems(chapter, size, answer.reports)));
    }
  }
  return { guides, problems };
}

interface GivenUp {
  chapters: readonly Chapter[];
  size: Format;
  root: string;
  /** Draws a chapter alone: why that fails, or nothing. */
  draw: (chapter: Chapter) => Promise<DrawAnswer['failure']>;
}

/** Why a guide was not drawn: each chapter that can't be drawn alone, either. */
async function givenUp(failure: DrawAnswer['failure'], { chapters, size, root, draw }: GivenUp): Promise<Problem[]> {
  if (failure?.mistake) return [layoutProblem(failure.mistake, root, 'It draws the guide.')];
  const problems: Problem[] = [];
  const cannot = { place: { line: 1, column: 1 }, rule: 'guide/cannot-draw' };
  for (const chapter of chapters) {
    const own = await draw(chapter);
    if (!own) continue;
    const why = TOO_HIGH.test(own.message) ? HIGHER : `it cannot be drawn: ${own.message}`;
    const message = `chapter “${chapter.title}” on ${size.name}: ${why}`;
    problems.push(error({ ...cannot, file: chapter.file, message }));
  }
  if (problems.length > 0) return problems;
  const message = `The guide cannot be drawn: ${failure?.message ?? 'nothing was drawn'}`;
  return [error({ ...cannot, file: chapters[0]?.file ?? '', message })];
}

/** What the renderer says of a block that is kept on one page. */
const TOO_HIGH = /^\[paginate\] .* exceeds available height/u;
const HIGHER = 'a paragraph, an item of a list or a row of a table is higher than the page; divide it';

function chapterProblems(chapter: Chapter, size: Format, reports: readonly FaceReport[]): Problem[] {
  const key = faceKey(chapterFace(chapter, size));
  const { findings = [], drawn = [] } = reports.find((one) => one.key === key) ?? {};
  const on = `chapter “${chapter.title}” on ${size.name}`;
  const place = { line: 1, column: 1 };
  const found = findings.map((one) =>
    (one.rule === 'small-text' ? warning : error)({
      ...{ file: chapter.file, place, rule: `guide/${one.rule}`, message: `${on}: ${one.message}` },
      ...{ got: one.text, note: remedies[one.rule] },
    }),
  );
  return found.some((one) => one.fatal) ? found : [...found, ...lostIn(chapter, drawn, on)];
}

/** Words of a chapter that its layout does not print. */
function lostIn({ file, title, lead, sources, sections }: Chapter, drawn: readonly string[], on: string): Problem[] {
  const given = [
    ...[title, lead, ...sources].map((text) => ({ text, place: { line: 1, column: 1 } })),
    ...sections.map(({ heading, text, place }) => ({ text: `${heading} ${text}`, place })),
  ];
  return textsLost(given, drawn).map(({ place, missing }) => {
    const message = `${on}: the layout does not print “${missing}”`;
    const note = 'A layout prints every word of its page.';
    return error({ file, place, rule: 'guide/lost-words', message, note });
  });
}
