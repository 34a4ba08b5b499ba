import { layoutProblem, type Mistake } from '../looks/mistake.ts';
import type { Card, Side } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { type DrawnFaces, type Face, type Format, faceKey } from '../model/faces.ts';
import type { Looks } from '../model/layouts.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import type { Finding } from './inspect.ts';
import { givenTexts, lostWords, words } from './texts.ts';
import { startThreads, type Threads } from './threads.ts';
import type { FaceReport, Failure, WorkerSetup } from './worker.ts';

/** What drawFaces needs. */
export interface DrawOptions {
  deck: Deck;
  looks: Looks;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  format: Format;
  /** The cards to draw, both sides of each. */
  cards: readonly Card[];
  /** Layouts are named in messages relative to this folder; left out: the working directory. */
  root?: string;
  /** Threads to draw on; left out: its own, ended afterwards. */
  threads?: Threads;
  /** Called with the number of faces done so far. */
  onProgress?: (done: number, of: number) => void;
  /** Called with each document as soon as it is drawn, while others are: its place among `documents`, and its pages in order. */
  onDocument?: (document: number, pdf: Uint8Array, faces: readonly Face[]) => void;
}

/**
 * Text must keep this far from the trim: a cutter is out by up to 1.5 mm, and services ask for 3 to 3.2 mm
 * (The Game Crafter and DriveThruCards: 1/8 inch).
 */
export const SAFE_MARGIN = 3.2;
/**
 * Faces in one document, at most. Its fonts are embedded again in each, and a document of more than about 270 pages grows
 * slower per page (measured, react-pdf 4.9). Fixed, not by the number of processors: the bytes must not depend on the machine.
 */
const BATCH = 70;

/**
 * Draws both sides of each card once, in worker threads with a deadline.
 *
 * Every text that does not fit, loses a word, or is set in a glyph or a font that is not there is an error that names
 * the card and the side. Where a whole batch fails, its cards are drawn again one by one to find the culprit.
 */
export async function drawFaces(options: DrawOptions): Promise<{ drawn: DrawnFaces; problems: Problem[] }> {
  const batches = batchesOf(
    options.cards.flatMap((card): Face[] => [
      { card: card.id, side: 'front' },
      { card: card.id, side: 'back' },
    ]),
  );
  const setup: WorkerSetup = {
    deck: options.deck,
    layouts: options.layouts,
    format: options.format,
    safe: SAFE_MARGIN,
  };
  const threads = options.threads ?? startThreads();
  let done = 0;
  const answers = await threads.draw(batches, setup, ({ id, bytes, failure }) => {
    const batch = batches[id] ?? [];
    done += batch.length;
    options.onProgress?.(done, 2 * options.cards.length);
    if (failure === undefined) options.onDocument?.(id, bytes, batch);
  });
  const blamed: Blamed[] = [];
  const pages = new Map<string, { document: number; page: number }>();
  for (const [document, answer] of answers.entries()) {
    const batch = batches[document] ?? [];
    if (answer.failure) blamed.push(...(await blame(batch, answer.failure, setup, { ...options, threads })));
    for (const [page, face] of batch.entries()) pages.set(faceKey(face), { document, page });
  }
  if (!options.threads) threads.end();
  const reports = new Map(answers.flatMap((answer) => answer.reports.map((report) => [report.key, report] as const)));
  const problems = undrawn(blamed, options.root);
  for (const card of options.cards) problems.push(...cardProblems(card, reports, options.looks));
  return { drawn: { format: options.format, documents: answers.map((answer) => answer.bytes), pages }, problems };
}

/** Problems of one card, from the reports on its two sides. */
export function cardProblems(card: Card, reports: ReadonlyMap<string, FaceReport>, looks: Looks): Problem[] {
  const sides = (['front', 'back'] as const).flatMap((side) => {
    const report = reports.get(faceKey({ card: card.id, side }));
    return report ? [{ side, report }] : [];
  });
  if (sides.length < 2) return [];
  const findings = sides.flatMap(({ side, report }) => report.findings.map((found) => asProblem(card, side, found)));
  const look = lookUp(looks.faces, card.face);
  const drawn = sides.flatMap(({ report }) => report.drawn.flatMap(words));
  const lost = look
    ? givenTexts(card, look).flatMap((given) => {
        const missing = lostWords(words(given.text), drawn);
        return missing.length === 0 ? [] : [{ given, missing }];
      })
    : [];
  // Text that overflows is often also cut: one message is enough.
  if (findings.some((found) => found.fatal)) return findings;
  return [
    ...findings,
    ...lost.map(({ given, missing }) =>
      error({
        file: card.file,
        place: lookUp(card.places, given.from) ?? { line: 1, column: 1 },
        rule: 'face/lost-words',
        message: `${nameOf(card)}: the layout “${card.face}” does not print “${missing.join(' ')}” of ${given.from}`,
        note: 'A face must print every word of its card.',
      }),
    ),
  ];
}

function asProblem(card: Card, side: string, found: Finding): Problem {
  const report = found.rule === 'small-text' ? warning : error;
  return report({
    file: card.file,
    place: { line: 1, column: 1 },
    rule: `face/${found.rule}`,
    message: `${nameOf(card)}, ${side}: ${found.message}`,
    got: found.text,
    note: remedies[found.rule],
  });
}

const remedies: Record<Finding['rule'], string> = {
  'picture-overflow': 'Shorten the text beside it, or crop the picture to a lower one.',
  overflow: 'Shorten the text.',
  overlap: 'Shorten the text.',
  'lost-text': 'Shorten the text.',
  cut: 'Shorten the text, or change the layout.',
  squeezed: 'Shorten the text.',
  'missing-glyph': 'Use another character, or a font that has it.',
  'missing-font': 'Add the font file to the deck’s fonts folder, or change the layout.',
  'small-text': 'It will be hard to read.',
};

/** A face that a layout or the renderer gave up on. */
export interface Blamed {
  card: Card;
  side?: Side;
  failure: Failure;
}

/**
 * The errors of faces that were given up on. A layout's mistake is one error, at its line, however many faces it draws.
 *
 * @param root layouts are named relative to this folder; left out: the working directory
 */
export function undrawn(faces: readonly Blamed[], root = process.cwd()): Problem[] {
  const mistakes = new Map<string, { mistake: Mistake; on: Blamed[] }>();
  const problems: Problem[] = [];
  for (const one of faces) {
    const { mistake, message } = one.failure;
    if (mistake) {
      const key = JSON.stringify(mistake);
      const known = mistakes.get(key) ?? { mistake, on: [] };
      mistakes.set(key, { mistake, on: [...known.on, one] });
    } else {
      const said = `${faceName(one)}: cannot be drawn: ${message}`;
      problems.push(
        error({ file: one.card.file, place: { line: 1, column: 1 }, rule: 'face/cannot-draw', message: said }),
      );
    }
  }
  return [...problems, ...[...mistakes.values()].map(({ mistake, on }) => layoutProblem(mistake, root, whereSeen(on)))];
}

function whereSeen([first, ...others]: readonly Blamed[]): string | undefined {
  if (!first) return undefined;
  return `It draws ${faceName(first)}${others.length === 0 ? '' : `, and ${others.length} more`}.`;
}

function faceName({ card, side }: Blamed): string {
  return `${nameOf(card)}${side ? `, ${side}` : ''}`;
}

function nameOf(card: Card): string {
  return card.code === '' ? card.title : `${card.code} ${card.title}`;
}

/** Draws the cards of a failed batch one by one, to name those that cannot be drawn. */
async function blame(
  batch: readonly Face[],
  failure: Failure,
  setup: WorkerSetup,
  { deck, threads }: DrawOptions & { threads: Threads },
): Promise<Blamed[]> {
  const answers = await threads.draw(
    batch.map((face) => [face]),
    setup,
  );
  const blamed = answers.flatMap((answer, i): Blamed[] => {
    const face = batch[i];
    const card = deck.cards.find((one) => one.id === face?.card);
    if (!answer.failure || !face || !card) return [];
    return [{ card, side: face.side, failure: answer.failure }];
  });
  if (blamed.length === 0) throw new Error(`drawing failed: ${failure.message}`);
  return blamed;
}

/** One batch, or an even number of equal ones: two threads, or four, then end at about the same time. */
function batchesOf(faces: readonly Face[]): Face[][] {
  const count = faces.length <= BATCH ? 1 : 2 * Math.ceil(faces.length / (2 * BATCH));
  const size = Math.ceil(faces.length / count);
  return Array.from({ length: count }, (_, i) => faces.slice(i * size, (i + 1) * size)).filter(
    (batch) => batch.length > 0,
  );
}
