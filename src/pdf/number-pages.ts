import { PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { DrawnGuide } from '../model/drawn-guide.ts';
import type { FieldBox } from '../model/field-box.ts';
import { type Mm, mm, pt } from '../model/units.ts';
import { type Description, describe } from './describe.ts';
import { embedFont } from './embed-font.ts';
import { penFor } from './operators.ts';
import { drawRuns, fontsIn, widthIn } from './runs.ts';
import { saved } from './saved.ts';
import type { SlugFont } from './slug-font.ts';

/** What pages are numbered with. */
export interface Numbering extends Description {
  /** Has the digits, and the letters of `notes`. */
  font: SlugFont;
  /** Chapters that begin on a left-hand page, an even one: where they would not, a page is left empty before them. */
  onLeft: ReadonlySet<string>;
  /** What stands on a page that is left empty, over its lines. */
  notes: string;
}

/** Pages by their order, and where chapters begin. */
interface Order {
  /** For each laid page its number, from 1. */
  numbers: readonly number[];
  /** Numbers of pages that are left empty. */
  empty: readonly number[];
  starts: ReadonlyMap<string, number>;
}

/** Name of the font in a page's resources; react-pdf's are F1, F2 … */
const FONT = 'PageNumbers';
/** Size of a number, as a share of the height of its place. */
const SHARE = 0.72;
/** From the foot of a number's place to its baseline, as a share of its height. */
const BASELINE = 0.24;

/**
 * Writes the numbers of pages into a guide, and leaves pages empty so that chapters which want it begin on the left. The renderer
 * could number pages itself, but lays all of them out again for it. Outline and links stay. The same input gives the same bytes.
 */
export async function numberPages({ pdf, pages, size }: DrawnGuide, numbering: Numbering): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  describe(document, numbering, [pdf, new TextEncoder().encode(JSON.stringify([pages, [...numbering.onLeft]]))]);
  const { numbers, empty, starts } = orderOf(pages, numbering.onLeft);
  const laid = document.getPages();
  const refs = fontsIn(numbering.font).map((font, at) => [fontName(at), embedFont(document.context, font)] as const);
  for (const [at, page] of pages.entries()) {
    const texts = page.numbers.flatMap((box) => {
      const number = box.name === 'number' ? numbers[at] : starts.get(box.name.replace(/^start:/u, ''));
      return number === undefined ? [] : [set(String(number), box, size.height, numbering.font)];
    });
    const sheet = laid[at];
    if (sheet && texts.length > 0) write(sheet, texts.join('\n'), refs, document);
  }
  const place = pages.flatMap((page) => page.numbers).find(({ name }) => name === 'number');
  for (const number of empty) {
    const sheet = document.insertPage(number - 1, [pt(size.width), pt(size.height)]);
    write(sheet, forNotes(number, { size, place }, numbering), refs, document);
  }
  return await saved(document);
}

/** How many sheets of paper a guide takes that is printed on both sides. */
export function sheetsOfGuide({ pages }: DrawnGuide, onLeft: ReadonlySet<string>): number {
  return Math.ceil((pages.length + orderOf(pages, onLeft).empty.length) / 2);
}

function orderOf(pages: DrawnGuide['pages'], onLeft: ReadonlySet<string>): Order {
  const numbers: number[] = [];
  const empty: number[] = [];
  const starts = new Map<string, number>();
  let next = 1;
  for (const { chapter } of pages) {
    const begins = chapter !== '' && !starts.has(chapter);
    if (begins && onLeft.has(chapter) && next % 2 === 1) {
      empty.push(next);
      next += 1;
    }
    if (begins) starts.set(chapter, next);
    numbers.push(next);
    next += 1;
  }
  return { numbers, empty, starts };
}

/** From the corner of a page for notes to its word, and to the sides of its lines, where no other page says where text begins. */
const EDGE: Mm = 20;
/** Between lines to write on by hand. */
const LINE: Mm = 9;
const WORD = { height: 4, size: 8 } as const;

/** A page that is left empty: its word, lines to write on, and its number where other pages have theirs, if they have. */
function forNotes(
  number: number,
  { size, place }: Pick<DrawnGuide, 'size'> & { place: FieldBox | undefined },
  { notes, font }: Numbering,
): string {
  const side = place ? size.width - place.right : EDGE;
  const right = side + mm(widthIn(notes, fontsIn(font)) * WORD.size);
  const word = set(notes, { name: '', left: side, right, top: EDGE, bottom: EDGE + WORD.height }, size.height, font);
  const first = EDGE + WORD.height + LINE;
  const count = Math.max(0, Math.floor(((place?.top ?? size.height - EDGE) - LINE - first) / LINE) + 1);
  const lines = Array.from({ length: count }, (_, at) => {
    const y = first + at * LINE;
    return { x1: side, y1: y, x2: size.width - side, y2: y };
  });
  const rules = penFor(size.height).stroke(lines, { gray: 0.75, width: 0.5 });
  return [word, rules, ...(place ? [set(String(number), place, size.height, font)] : [])].join('\n');
}

/** A text at the right of its place: a page's number, or the word on a page for notes. */
function set(text: string, { right, top, bottom }: FieldBox, pageHeight: number, font: SlugFont): string {
  const height = bottom - top;
  const size = pt(height) * SHARE;
  const fonts = fontsIn(font);
  const [x, y] = [right - mm(widthIn(text, fonts) * size), bottom - height * BASELINE];
  return drawRuns(text, fonts, ({ hex, font: own, along, up }) =>
    penFor(pageHeight).text(
      hex,
      { x: x + mm(along * size), y: y - mm(up * size), turn: 0, size },
      fontName(fonts.indexOf(own)),
    ),
  );
}

/** What the font of page numbers, or one that stands in for it, is called among a page's resources. */
function fontName(at: number): string {
  return at === 0 ? FONT : `${FONT}${at}`;
}

/** Fonts by what they are called among a page's resources. */
type Refs = readonly (readonly [name: string, ref: PDFRef])[];

/** Draws on a page after all that is on it: the renderer leaves its coordinates turned over. */
function write({ node }: PDFPage, drawing: string, fonts: Refs, { context }: PDFDocument): void {
  node.wrapContentStreams(context.register(context.stream('q')), context.register(context.stream('Q')));
  node.addContentStream(context.register(context.stream(drawing)));
  for (const [name, ref] of fonts) node.normalizedEntries().Font.set(PDFName.of(name), ref);
}
