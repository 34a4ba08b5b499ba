import { type PDFContext, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { channels } from '../model/contrast.ts';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../model/faces.ts';
import type { CutOut, OutlineStep } from '../model/net.ts';
import type { Placed, Rect, SheetLabel, SheetLine } from '../model/sheets.ts';
import { type Mm, pt, type Size } from '../model/units.ts';
import { type Description, describe } from './describe.ts';
import { embedFont } from './embed-font.ts';
import { embedFaces, type Forms } from './faces.ts';
import { labelOn } from './labels.ts';
import { openPdf } from './open.ts';
import { numbers, penFor } from './operators.ts';
import { fontRunsOf } from './runs.ts';
import { saved } from './saved.ts';
import type { SlugFont } from './slug-font.ts';
import { OVERPRINT, spot } from './spots.ts';

/** A label in a color, and the fonts that it is set in: each character in the first that has it. */
export type ColouredLabel = SheetLabel & { colour: string; fonts: readonly SlugFont[] };

/** A piece on a page: where its upper left corner is, what color it has, and how far that runs over its cut. */
interface Piece {
  shape: Pick<CutOut, 'outline' | 'creases'>;
  x: Mm;
  y: Mm;
  /** `#rrggbb`. */
  ground: string;
  bleed: Mm;
  /** Where it is left white, for glue. */
  glue?: Rect | undefined;
}

/** A page of pieces that are cut out. Lengths from the upper left corner of them all; around them is a margin. */
export interface DieLinePage {
  /** Of all pieces together. */
  width: Mm;
  height: Mm;
  pieces: readonly Piece[];
  /** Where faces of the deck stand. */
  placed: readonly Placed[];
  labels: readonly ColouredLabel[];
  /** Below the pieces, for whoever makes them: set in its fonts, black. */
  note: Pick<ColouredLabel, 'text' | 'fonts'>;
}

/** What the pages are drawn from. */
export interface DieLineOptions extends Description {
  pages: readonly DieLinePage[];
  /** Left out where no page has a face on it. */
  faces?: DrawnFaces | undefined;
}

/** How far the art runs over the cut. */
export const NET_BLEED: Mm = 3;
/** White around the pieces, beyond the bleed, where the note stands. */
const MARGIN: Mm = 10;
/** From the pieces down to the note's baseline. */
export const TO_NOTE: Mm = 7;
/** The glue tab is printed only so far: ink keeps glue from holding. */
export const UNDER_GLUE: Mm = 2;
const LINE = 0.5;

/** The size of the page that some pieces need. */
export function dieLinePage({ width, height }: Size): Size {
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/** What all pages of a document share. */
interface Shared {
  forms: Forms;
  fonts: ReadonlyMap<SlugFont, readonly [name: string, ref: PDFRef]>;
  inks: { Cut: PDFRef; Fold: PDFRef };
}

/**
 * Writes what is cut out and folded as a PDF of its own size: art, then the knife's line in the spot color CutContour and the folds
 * in Crease, both overprinting. TrimBox is around all pieces of a page. The same input gives the same bytes.
 */
export async function composeDieLine(options: DieLineOptions): Promise<Uint8Array> {
  const { pages, faces } = options;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  describe(document, options, [
    new TextEncoder().encode(JSON.stringify(pages, fontNames)),
    ...(faces?.documents ?? []),
  ]);
  const sheet = { stock: '', width: 0, height: 0, side: 'front', number: 1, of: 1 } as const;
  const shared: Shared = {
    forms: faces
      ? await embedFaces(
          context,
          faces,
          pages.map(({ placed }) => ({ ...sheet, placed })),
          openPdf,
        )
      : new Map(),
    fonts: embedded(context, pages),
    inks: { Cut: spot(context, 'CutContour', [0, 1, 0, 0]), Fold: spot(context, 'Crease', [1, 0, 0, 0]) },
  };
  for (const page of pages) addPage(document, page, faces, shared);
  return await saved(document);
}

/** Fonts by their names: their bytes as a list of numbers are too long to be compared. */
function fontNames(key: string, value: unknown): unknown {
  return key === 'fonts' && Array.isArray(value) ? value.map(({ name }: SlugFont) => name) : value;
}

/** The fonts that labels and notes are set in, each once. */
function embedded(context: PDFContext, pages: readonly DieLinePage[]): Shared['fonts'] {
  const texts = pages.flatMap(({ labels, note }) => [...labels, note]);
  const used = new Set(texts.flatMap(({ text, fonts }) => fontRunsOf(text, fonts).map(({ font }) => font)));
  return new Map([...used].map((font, at) => [font, [`T${at}`, embedFont(context, font)]] as const));
}

function addPage(document: PDFDocument, page: DieLinePage, faces: DrawnFaces | undefined, shared: Shared): void {
  const { context } = document;
  const { width, height } = dieLinePage(page);
  const bleed = Math.max(...page.pieces.map((piece) => piece.bleed));
  const node = document.addPage([pt(width), pt(height)]);
  node.setTrimBox(pt(MARGIN), pt(MARGIN), pt(page.width), pt(page.height));
  node.setBleedBox(pt(MARGIN - bleed), pt(MARGIN - bleed), pt(page.width + 2 * bleed), pt(page.height + 2 * bleed));
  const drawing = drawingOf(page, { faces, fonts: shared.fonts, height });
  node.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawing)));
  const shown = page.placed.map((one) => faceKey(one.face));
  const forms = [...shared.forms].filter(([key]) => shown.includes(key));
  node.node.set(
    PDFName.of('Resources'),
    context.obj({
      XObject: Object.fromEntries(forms.map(([key, form]) => [nameOf(key), form] as const)),
      Font: Object.fromEntries([...shared.fonts.values()]),
      ColorSpace: shared.inks,
      ExtGState: { Over: OVERPRINT },
    }),
  );
}

interface Sheet {
  faces: DrawnFaces | undefined;
  fonts: Shared['fonts'];
  /** Of the page, with its margins. */
  height: Mm;
}

function drawingOf(page: DieLinePage, sheet: Sheet): string {
  const { faces, height } = sheet;
  const pen = penFor(height);
  const { width: wide = 0, height: high = 0 } = faces?.format ?? {};
  const size = [pt(wide + 2 * FACE_BLEED), pt(high + 2 * FACE_BLEED)] as const;
  const shifted = page.placed.map((one) => ({ ...one, x: one.x + MARGIN, y: one.y + MARGIN }));
  const note: ColouredLabel = {
    ...page.note,
    ...{ x: 0, y: page.height + TO_NOTE, anchor: 'start', turn: 0, points: 7, room: page.width, colour: '#000000' },
  };
  return [
    ...page.pieces.map((piece) => groundOf(piece, height)),
    ...page.pieces.map(({ glue, x, y }) => (glue ? unprinted({ ...glue, x: glue.x + x, y: glue.y + y }, height) : '')),
    ...shifted.map((one) => pen.form(nameOf(faceKey(one.face)), one, ...size)),
    ...[...page.labels, note].map((label) => writtenOn(label, sheet)),
    ...page.pieces.map((piece) => creasesOf(piece, height)),
    ...page.pieces.map((piece) => `q /Over gs /Cut CS 1 SCN ${LINE} w 1 j\n${pathOf(piece, height)} s Q`),
  ]
    .filter(Boolean)
    .join('\n');
}

/** A piece's color, over its cut: a stroke twice as wide as the bleed reaches it on the outside. */
function groundOf(piece: Piece, page: Mm): string {
  const colour = rgb(piece.ground);
  return `q ${colour} rg ${colour} RG ${pt(2 * piece.bleed)} w 1 j\n${pathOf(piece, page)} b Q`;
}

/** White over the glue tab and its bleed. */
function unprinted({ x, y, width, height }: Rect, page: Mm): string {
  const left = MARGIN + x - NET_BLEED - 1;
  const [top, bottom] = [MARGIN + y - NET_BLEED - 1, MARGIN + y + height + NET_BLEED + 1];
  const right = MARGIN + x + width - UNDER_GLUE;
  return `q 1 g ${numbers(pt(left), pt(page - bottom), pt(right - left), pt(bottom - top))} re f Q`;
}

function writtenOn({ colour, ...label }: ColouredLabel, { fonts, height }: Sheet): string {
  const moved = { ...label, x: MARGIN + label.x, y: MARGIN + label.y };
  const nameOf = (font: SlugFont) => fonts.get(font)?.[0] ?? '';
  return labelOn(moved, label.fonts, penFor(height), { nameOf, colour: `${rgb(colour)} rg` });
}

function creasesOf({ shape, x, y }: Piece, page: Mm): string {
  if (shape.creases.length === 0) return '';
  const lines = shape.creases.map((line: SheetLine) => {
    const point = (px: Mm, py: Mm) => pointOf(px + x, py + y, page);
    return `${point(line.x1, line.y1)} m ${point(line.x2, line.y2)} l`;
  });
  return `q /Over gs /Fold CS 1 SCN ${LINE} w [4 2] 0 d\n${lines.join('\n')}\nS Q`;
}

function pathOf({ shape, x, y }: Piece, page: Mm): string {
  const point = (px: Mm, py: Mm) => pointOf(px + x, py + y, page);
  const path = (step: OutlineStep, at: number) => {
    if (step.length === 2) return `${point(...step)} ${at === 0 ? 'm' : 'l'}`;
    const [x1, y1, x2, y2, toX, toY] = step;
    return `${point(x1, y1)} ${point(x2, y2)} ${point(toX, toY)} c`;
  };
  return shape.outline.map(path).join('\n');
}

function pointOf(x: Mm, y: Mm, page: Mm): string {
  return numbers(pt(x + MARGIN), pt(page - y - MARGIN));
}

function nameOf(key: string): string {
  return `F-${key.replace('.', '-')}`;
}

/** `#ff8000` → `1 0.502 0`. */
function rgb(hex: string): string {
  return numbers(...channels(hex).map((value) => value / 255));
}
