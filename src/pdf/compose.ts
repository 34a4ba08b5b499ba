import {
  Duplex,
  type PDFContext,
  PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRawStream,
  type PDFRef,
  PrintScaling,
} from '@cantoo/pdf-lib';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../model/faces.ts';
import type { PageDrawing } from '../model/page-drawing.ts';
import { allSides, around, grow } from '../model/rect.ts';
import type { MarkedSheet, Rect, SheetLabel } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { pt } from '../model/units.ts';
import { type Description, describe } from './describe.ts';
import { embedFont } from './embed-font.ts';
import { embedFaces, type Forms } from './faces.ts';
import { labelOn } from './labels.ts';
import { type OpenPdf, openPdf } from './open.ts';
import { type Pen, penFor, tilted } from './operators.ts';
import { faceDrawings, type Inflate } from './page-drawings.ts';
import { ALL_INKS, CUT, CUT_LAYER, cutLinesOn, OVER, pressMarksOn } from './press-drawing.ts';
import { fontsIn } from './runs.ts';
import { saved } from './saved.ts';
import type { SlugFont } from './slug-font.ts';
import { addLayer, OVERPRINT, processInks, spot } from './spots.ts';

/** What a print PDF is made of. */
export interface ComposeOptions extends Description {
  sheets: readonly MarkedSheet[];
  stock: Stock;
  /** In the stock's format. */
  faces: DrawnFaces;
  /** Needed where the sheets have labels. */
  font?: SlugFont | undefined;
  /** How drawn faces are opened; `openOnce()` where several files are made of the same. */
  open?: OpenPdf | undefined;
  /** Packs by Flate what is drawn on a page, of Latin-1 letters; left out: the PDF library does, in five times the time of Node's own. */
  pack?: ((drawing: string) => Uint8Array) | undefined;
}

/** Cut marks: a hairline that a printer still shows, on white so that it is seen on any art. In pt. */
const HAIRLINE = 0.25;
const HALO = 1;
/** A page that shows one face is a line or two, in bytes: packed it is no smaller, and takes a millisecond. */
const WORTH_PACKING = 300;

/**
 * Writes sheets as a PDF: each face is embedded once and placed as often as it is wanted.
 * The same input gives the same bytes. Runs in Node and in browsers.
 */
export async function composePdf(options: ComposeOptions): Promise<Uint8Array> {
  return await saved(await composed(options));
}

/** The same to be painted, and what is drawn on each sheet that shows one face. */
export async function composeToPaint(
  options: ComposeOptions,
  inflate: Inflate,
): Promise<{ pdf: Uint8Array; drawings: (PageDrawing | undefined)[] }> {
  const document = await composed(options);
  return { pdf: await saved(document), drawings: faceDrawings(document, inflate) };
}

async function composed(options: ComposeOptions): Promise<PDFDocument> {
  const { sheets, stock, faces } = options;
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, options, [new TextEncoder().encode(JSON.stringify([stock, sheets])), ...faces.documents]);
  // What a print dialog starts with: a sheet that is fitted to the page is no longer true to size.
  const preferences = document.catalog.getOrCreateViewerPreferences();
  preferences.setPrintScaling(PrintScaling.None);
  const duplex = duplexOf(sheets, stock);
  if (duplex) preferences.setDuplex(duplex);
  const forms = await embedFaces(document.context, faces, sheets, options.open ?? openPdf);
  const hasLabels = sheets.some((sheet) => sheet.marks.labels.length > 0);
  const used = options.font && hasLabels ? fontsIn(options.font) : [];
  const fonts = used.map((font, at) => [fontName(at), embedFont(document.context, font)] as const);
  const shared = { forms, fonts: Object.fromEntries(fonts), named: namedIn(document, stock) };
  for (const sheet of sheets) addSheet(document, sheet, options, shared);
  return document;
}

/** How the paper is turned; nothing of a print shop's pages, which are no sheets. */
function duplexOf(sheets: readonly MarkedSheet[], { page, flip }: Stock): Duplex | undefined {
  if (page) return undefined;
  if (!sheets.some((sheet) => sheet.side !== sheets[0]?.side)) return Duplex.Simplex;
  return flip === 'long' ? Duplex.DuplexFlipLongEdge : Duplex.DuplexFlipShortEdge;
}

/** What the pages of a document share. */
interface Shared {
  /** Face key → its form. */
  forms: Forms;
  /** None where no sheet has a label. */
  fonts: Readonly<Record<string, PDFRef>>;
  /** Inks, layers and states, as resources. */
  named: ReturnType<typeof namedIn>;
}

function addSheet(document: PDFDocument, sheet: MarkedSheet, options: ComposeOptions, shared: Shared): void {
  const { stock } = options;
  const page = document.addPage([pt(sheet.width), pt(sheet.height)]);
  setBoxes(page, sheet, stock);
  const names = new Map([...new Set(sheet.placed.map((one) => faceKey(one.face)))].map((key, at) => [key, `F${at}`]));
  const { context } = document;
  const drawing = contentOf(sheet, options, names);
  page.node.set(PDFName.of('Contents'), context.register(streamOf(drawing, context, options.pack)));
  page.node.set(PDFName.of('Resources'), resources(context, names, shared));
}

function streamOf(drawing: string, context: PDFContext, pack: ComposeOptions['pack']): PDFRawStream {
  if (drawing.length < WORTH_PACKING) return context.stream(drawing);
  return pack ? context.stream(pack(drawing), { Filter: 'FlateDecode' }) : context.flateStream(drawing);
}

function contentOf(sheet: MarkedSheet, options: ComposeOptions, names: ReadonlyMap<string, string>): string {
  const { stock, faces } = options;
  const pen = penFor(sheet.height);
  const { press, labels } = sheet.marks;
  const content = [
    sheet.side === 'back' ? tilted(stock.back.rotation, sheet) : '',
    ...sheet.placed.map((one) => pen.form(names.get(faceKey(one.face)) ?? '', one, ...pageSize(faces))),
    ...marksOn(sheet, pen),
    press ? pressMarksOn(press, sheet.height, stock.dieLine ? '1 1 1 1' : '1') : '',
    ...labels.map((label) => writtenOn(label, options.font, pen)),
    stock.dieLine ? cutLinesOn(sheet.placed, faces.format.radius, sheet.height) : '',
  ];
  return content.filter(Boolean).join('\n');
}

/** The inks, layers and states that a stock's marks are drawn with, by the kind of resource. */
function namedIn(
  document: PDFDocument,
  { press, page, dieLine }: Stock,
): Record<string, Record<string, PDFRef | typeof OVERPRINT>> {
  const { context } = document;
  const inks = {
    ...(press && !page ? { [ALL_INKS]: dieLine ? processInks(context) : spot(context, 'All', [1, 1, 1, 1]) } : {}),
    ...(dieLine ? { [CUT]: spot(context, 'CutContour', [0, 1, 0, 0]) } : {}),
  };
  return {
    ...(Object.keys(inks).length > 0 && { ColorSpace: inks }),
    ...(dieLine && { ExtGState: { [OVER]: OVERPRINT }, Properties: { [CUT_LAYER]: addLayer(document, 'CutContour') } }),
  };
}

function marksOn({ marks }: MarkedSheet, pen: Pen): string[] {
  return [
    pen.stroke(marks.cuts, { gray: 1, width: HALO }),
    pen.stroke(marks.cuts, { gray: 0, width: HAIRLINE }),
    pen.stroke(marks.folds, { gray: 1, width: HALO }),
    pen.stroke(marks.folds, { gray: 0, width: HAIRLINE, dash: [3, 2] }),
    pen.fill(marks.registration),
    pen.stroke(marks.lines, { gray: 0, width: HAIRLINE }),
  ];
}

function writtenOn(label: SheetLabel, font: SlugFont | undefined, pen: Pen): string {
  if (!font) throw new Error(`no font for “${label.text}”`);
  const fonts = fontsIn(font);
  return labelOn(label, fonts, pen, { nameOf: (own) => fontName(fonts.indexOf(own)) });
}

/** What a font is called among a page's resources. */
function fontName(at: number): string {
  return at === 0 ? 'T' : `T${at}`;
}

function resources(context: PDFContext, names: ReadonlyMap<string, string>, { forms, fonts, named }: Shared) {
  const entries = [...names].flatMap(([key, name]) => {
    const form = forms.get(key);
    return form ? [[name, form] as const] : [];
  });
  return context.obj({
    XObject: Object.fromEntries(entries),
    ...(Object.keys(fonts).length > 0 && { Font: { ...fonts } }),
    ...named,
  });
}

function pageSize({ format }: DrawnFaces): [width: number, height: number] {
  return [pt(format.width + 2 * FACE_BLEED), pt(format.height + 2 * FACE_BLEED)];
}

/** TrimBox and BleedBox, which tell a print shop where to cut; none on paper for other printers. */
function setBoxes(page: PDFPage, sheet: MarkedSheet, stock: Stock): void {
  const trimOfPage = around(stock.slots);
  const ofPage = stock.page ? { trim: trimOfPage, bleed: grow(trimOfPage, allSides(stock.bleed)) } : undefined;
  const boxes = sheet.boxes ?? ofPage;
  if (!boxes) return;
  const box = ({ x, y, width, height }: Rect) => [pt(x), pt(sheet.height - y - height), pt(width), pt(height)] as const;
  page.setTrimBox(...box(boxes.trim));
  page.setBleedBox(...box(boxes.bleed));
}
