import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../model/faces.ts';
import type { Net, Step } from '../model/net.ts';
import type { Label, Placed, Rect } from '../model/sheets.ts';
import { type Mm, pt } from '../model/units.ts';
import { type Description, describe } from './describe.ts';
import { embedFont, encode, widthOf } from './embed-font.ts';
import { embedFaces } from './faces.ts';
import { penFor } from './operators.ts';
import type { SlugFont } from './slug-font.ts';
import { OVERPRINT, spot } from './spots.ts';

/** A label in a color. */
export type ColouredLabel = Label & { colour: string };

/** What the net of a box is drawn from. */
export interface DieLineOptions extends Description {
  net: Net;
  faces: DrawnFaces;
  /** Where the deck's faces stand on the net. */
  placed: readonly Placed[];
  /** Around the faces, `#rrggbb`. */
  ground: string;
  /** On the net, e.g. the deck's name on a side. */
  labels: readonly ColouredLabel[];
  /** Below the net, for whoever makes the box. */
  note: string;
  font: SlugFont;
}

/** How far the art runs over the cut. */
export const NET_BLEED: Mm = 3;
/** White around the net, beyond the bleed, where the note stands. */
const MARGIN: Mm = 10;
/** The glue tab is printed only so far: ink keeps glue from holding. */
export const UNDER_GLUE: Mm = 2;
const LINE = 0.5;

/** The size of the page that a net needs. */
export function dieLinePage(net: Net): { width: Mm; height: Mm } {
  return { width: net.width + 2 * MARGIN, height: net.height + 2 * MARGIN };
}

/**
 * Writes a box's net as a PDF of its own size: art, then the knife's line in the spot color CutContour and the folds in
 * Crease, both overprinting. TrimBox is the net. The same input gives the same bytes.
 */
export async function composeDieLine(options: DieLineOptions): Promise<Uint8Array> {
  const { net, faces, placed, font } = options;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const content = [
    new TextEncoder().encode(JSON.stringify([net, placed, options.ground, options.labels, options.note])),
  ];
  describe(document, options, [...content, ...faces.documents]);
  const { width, height } = dieLinePage(net);
  const page = document.addPage([pt(width), pt(height)]);
  page.setTrimBox(pt(MARGIN), pt(MARGIN), pt(net.width), pt(net.height));
  page.setBleedBox(
    pt(MARGIN - NET_BLEED),
    pt(MARGIN - NET_BLEED),
    pt(net.width + 2 * NET_BLEED),
    pt(net.height + 2 * NET_BLEED),
  );
  const sheet = { stock: '', width, height, side: 'front', number: 1, of: 1, placed } as const;
  const forms = await embedFaces(context, faces, [sheet]);
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawing(options, height))));
  const entries = [...forms].map(([key, form]) => [nameOf(key), form] as const);
  page.node.set(
    PDFName.of('Resources'),
    context.obj({
      XObject: Object.fromEntries(entries),
      Font: { T: embedFont(context, font) },
      ColorSpace: { Cut: spot(context, 'CutContour', [0, 1, 0, 0]), Fold: spot(context, 'Crease', [1, 0, 0, 0]) },
      ExtGState: { Over: OVERPRINT },
    }),
  );
  return await document.save({ useObjectStreams: true, updateFieldAppearances: false, objectsPerTick: Infinity });
}

function drawing({ net, faces, placed, ground, labels, note, font }: DieLineOptions, height: Mm): string {
  const pen = penFor(height);
  const outline = pathOf(net.outline, height);
  const colour = rgb(ground);
  const size = [pt(faces.format.width + 2 * FACE_BLEED), pt(faces.format.height + 2 * FACE_BLEED)] as const;
  const shifted = placed.map((one) => ({ ...one, x: one.x + MARGIN, y: one.y + MARGIN }));
  const below: ColouredLabel = {
    text: note,
    x: MARGIN,
    y: MARGIN + net.height + 7,
    anchor: 'start',
    turn: 0,
    points: 7,
    room: net.width,
    colour: '#000000',
  };
  return [
    // A stroke twice as wide as the bleed reaches it on the outside.
    `q ${colour} rg ${colour} RG ${pt(2 * NET_BLEED)} w 1 j\n${outline} b Q`,
    unprinted(net.glue, height),
    ...shifted.map((one) => pen.form(nameOf(faceKey(one.face)), one, ...size)),
    ...labels.map((label) => labelOn({ ...label, x: label.x + MARGIN, y: label.y + MARGIN }, font, height)),
    labelOn(below, font, height),
    `q /Over gs /Fold CS 1 SCN ${LINE} w [4 2] 0 d\n${net.creases.map((line) => lineOf(line, height)).join('\n')}\nS Q`,
    `q /Over gs /Cut CS 1 SCN ${LINE} w 1 j\n${outline} s Q`,
  ].join('\n');
}

/** White over the glue tab and its bleed. */
function unprinted({ x, y, width, height }: Rect, page: Mm): string {
  const left = MARGIN + x - NET_BLEED - 1;
  const [top, bottom] = [MARGIN + y - NET_BLEED - 1, MARGIN + y + height + NET_BLEED + 1];
  const right = MARGIN + x + width - UNDER_GLUE;
  const sides = [pt(left), pt(page - bottom), pt(right - left), pt(bottom - top)].map(decimal);
  return `q 1 g ${sides.join(' ')} re f Q`;
}

function labelOn(label: ColouredLabel, font: SlugFont, page: Mm): string {
  const width = widthOf(label.text, font);
  const size = label.room === undefined ? label.points : Math.min(label.points, pt(label.room) / width);
  const back = label.anchor === 'middle' ? (width * size) / pt(1) / 2 : 0;
  const angle = (label.turn * Math.PI) / 180;
  const at = { x: label.x - back * Math.cos(angle), y: label.y - back * Math.sin(angle), turn: label.turn, size };
  // The pen sets black text.
  return penFor(page)
    .text(encode(label.text, font), at, 'T')
    .replace('q 0 g', `q ${rgb(label.colour)} rg`);
}

function pathOf(steps: readonly Step[], page: Mm): string {
  const point = (x: Mm, y: Mm) => `${decimal(pt(x + MARGIN))} ${decimal(pt(page - y - MARGIN))}`;
  return steps
    .map((step, at) => {
      if (step.length === 2) return `${point(...step)} ${at === 0 ? 'm' : 'l'}`;
      const [x1, y1, x2, y2, x, y] = step;
      return `${point(x1, y1)} ${point(x2, y2)} ${point(x, y)} c`;
    })
    .join('\n');
}

function lineOf(line: { x1: Mm; y1: Mm; x2: Mm; y2: Mm }, page: Mm): string {
  const point = (x: Mm, y: Mm) => `${decimal(pt(x + MARGIN))} ${decimal(pt(page - y - MARGIN))}`;
  return `${point(line.x1, line.y1)} m ${point(line.x2, line.y2)} l`;
}

function nameOf(key: string): string {
  return `F-${key.replace('.', '-')}`;
}

/** `#ff8000` → `1 0.502 0`. */
function rgb(hex: string): string {
  return [1, 3, 5].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}
