import type { Pt } from '../model/units.ts';
import { setColour } from './colours.ts';
import { type Paint, paintKey } from './inks.ts';
import { type Operation, operations } from './operations.ts';
import { apply, IDENTITY, type Matrix, multiply, scaleOf } from './page-marks.ts';
import {
  type Edit,
  mark,
  matrixOf,
  nameAt,
  note,
  numberAt,
  type Reader,
  refuse,
  type State,
  type StreamDrawing,
} from './reader.ts';
import type { Resources } from './resources.ts';

/** Strokes up to this width in black print as black ink alone: four plates never register on so thin a line. */
const HAIRLINE: Pt = 0.5;

const DEFAULT: Paint = { space: 'gray', level: 0 };

/**
 * Reads a content stream once: what it draws, and how its colours are to be rewritten.
 *
 * Colours are set anew where they are used, not where the source sets them: only the use tells whether a black is
 * text (black ink alone, overprinting) or an area (rich).
 *
 * @param page true for a page, false for a form, which starts with its caller's colours.
 * @param isBlack whether a paint is one of the deck's blacks.
 */
export function readDrawing(
  bytes: Uint8Array,
  resources: Resources,
  page: boolean,
  isBlack: (paint: Paint) => boolean,
): StreamDrawing {
  const first: Paint = page ? DEFAULT : { space: 'inherited' };
  const space = { kind: 'gray', source: '/DeviceGray' } as const;
  const state: State = {
    matrix: IDENTITY,
    ...{ fill: first, stroke: first, fillSpace: space, strokeSpace: space },
    ...{ lineWidth: 1, clips: 0, fontSize: 0, textMode: 0 },
    ...{ outFill: paintKey(first), outStroke: paintKey(first), outOverprint: false },
  };
  const reader: Reader = {
    ...{ bytes, resources, isBlack, state, stack: [], textMatrix: IDENTITY, pathStart: -1, pathPoint: { x: 0, y: 0 } },
    ...{ drawing: { edits: [], marks: [], calls: [] }, seen: new Set() },
  };
  for (const operation of operations(bytes)) (STEPS.get(operation.operator) ?? setColour)(reader, operation);
  // In order of place: react-pdf sets a border's colour inside its path, so an edit before the path may be found after a later one.
  reader.drawing.edits.sort((a, b) => a.start - b.start);
  return reader.drawing;
}

type Step = (reader: Reader, operation: Operation) => void;

/** What each operator does, except those that set colours. */
const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['q', save],
  ['Q', restore],
  ['cm', transform],
  ['w', (reader, { operands }) => (reader.state.lineWidth = numberAt(operands, 0))],
  ['gs', setGraphicsState],
  ...['m', 're'].map((operator) => [operator, startPath] as const),
  ...['W', 'W*'].map((operator) => [operator, clip] as const),
  ...['f', 'F', 'f*'].map((operator) => [operator, painter({ fill: true, stroke: false })] as const),
  ...['S', 's'].map((operator) => [operator, painter({ fill: false, stroke: true })] as const),
  ...['B', 'B*', 'b', 'b*'].map((operator) => [operator, painter({ fill: true, stroke: true })] as const),
  ['n', painter({ fill: false, stroke: false })],
  ['BT', (reader) => (reader.textMatrix = IDENTITY)],
  ['Tm', (reader, { operands }) => (reader.textMatrix = matrixOf(operands))],
  ...['Td', 'TD'].map((operator) => [operator, moveText] as const),
  ['Tf', setFont],
  ['Tr', (reader, { operands }) => (reader.state.textMode = numberAt(operands, 0))],
  ...['Tj', 'TJ', "'", '"'].map((operator) => [operator, showText] as const),
  ['Do', callObject],
  ['sh', (reader) => refuse(reader, 'a gradient')],
  ['BI', (reader) => refuse(reader, 'an inline image')],
]);

function startPath(reader: Reader, { operands, start }: Operation): void {
  if (reader.pathStart >= 0) return;
  reader.pathStart = start;
  reader.pathPoint = apply(reader.state.matrix, numberAt(operands, 0), numberAt(operands, 1));
}

/** A step that ends a path: fills it, strokes it, or leaves it. */
function painter(what: { fill: boolean; stroke: boolean }): Step {
  return (reader) => paintPath(reader, what);
}

function paintPath(reader: Reader, { fill, stroke }: { fill: boolean; stroke: boolean }): void {
  const { state, pathStart: at } = reader;
  reader.pathStart = -1;
  // react-pdf also writes `f` where there is no path: it paints nothing.
  if (at < 0 || (!fill && !stroke)) return;
  const width = lineWidth(state);
  const black = stroke && width <= HAIRLINE && reader.isBlack(state.stroke);
  use(reader, at, { fill: fill && state.fill, stroke: stroke && (black ? 'black' : state.stroke) });
  if (fill) mark(reader, { kind: 'area', paint: state.fill, ...reader.pathPoint }, paintKey(state.fill));
  if (!stroke) return;
  const key = `${paintKey(state.stroke)} ${width.toFixed(2)}`;
  mark(reader, { kind: 'line', width, paint: state.stroke, black, ...reader.pathPoint }, key);
}

function save(reader: Reader): void {
  reader.stack.push({ ...reader.state });
  reader.state.clips = 0;
}

function restore(reader: Reader): void {
  reader.state = reader.stack.pop() ?? reader.state;
}

function transform({ state }: Reader, { operands }: Operation): void {
  state.matrix = multiply(matrixOf(operands), state.matrix);
}

function clip({ state }: Reader): void {
  state.clips += 1;
}

/** react-pdf draws a border twice as wide as it is, along its outer edge, and clips three times to halve it. */
function lineWidth({ lineWidth, clips, matrix }: State): number {
  return (lineWidth * scaleOf(matrix)) / (clips >= 3 ? 2 : 1);
}

function showText(reader: Reader, { start }: Operation): void {
  const { state } = reader;
  const mode = state.textMode % 4;
  if (mode === 3) return;
  const [fill, stroke] = [mode !== 1, mode !== 0];
  const black = fill && !stroke && reader.isBlack(state.fill);
  use(reader, start, { fill: fill && (black ? 'black' : state.fill), stroke: stroke && state.stroke });
  const matrix = multiply(reader.textMatrix, state.matrix);
  const size = Math.abs(state.fontSize) * scaleOf(matrix);
  const paint = fill ? state.fill : state.stroke;
  const key = `${paintKey(paint)} ${size.toFixed(2)}`;
  mark(reader, { kind: 'text', size, paint, black, ...apply(matrix, 0, 0) }, key);
}

/** Sets, before the offset `at`, what the next operator paints with, unless it is set already. */
function use(reader: Reader, at: number, wanted: { fill: Paint | 'black' | false; stroke: Paint | 'black' | false }) {
  const { state } = reader;
  const edit: Edit = { start: at, end: at };
  const [fill, stroke] = [resolved(wanted.fill), resolved(wanted.stroke)];
  if (fill && paintKey(fill) !== state.outFill) {
    edit.fill = fill;
    state.outFill = paintKey(fill);
  }
  if (stroke && paintKey(stroke) !== state.outStroke) {
    edit.stroke = stroke;
    state.outStroke = paintKey(stroke);
  }
  // Where only one of fill and stroke is black, overprinting would mix the other with what is under it.
  const overprint =
    [wanted.fill, wanted.stroke].every((one) => one === false || one === 'black') && Boolean(fill ?? stroke);
  if (overprint !== state.outOverprint) {
    edit.overprint = overprint;
    state.outOverprint = overprint;
  }
  if (edit.fill ?? edit.stroke ?? edit.overprint !== undefined) reader.drawing.edits.push(edit);
}

const BLACK_PAINT: Paint = { space: 'cmyk', inks: [0, 0, 0, 1] };

function resolved(wanted: Paint | 'black' | false): Paint | undefined {
  if (wanted === 'black') return BLACK_PAINT;
  return wanted || undefined;
}

function callObject(reader: Reader, { operands, start }: Operation): void {
  const name = nameAt(operands, 0);
  // A form starts with these paints; a stencil image is painted with the fill.
  use(reader, start, { fill: reader.state.fill, stroke: reader.state.stroke });
  reader.drawing.calls.push({ name, kind: 'object', matrix: reader.state.matrix });
}

function setGraphicsState(reader: Reader, { operands }: Operation): void {
  const found = reader.resources.state(nameAt(operands, 0));
  if (found.lineWidth !== undefined) reader.state.lineWidth = found.lineWidth;
  if (found.softMask) refuse(reader, 'a soft mask');
  else if (found.transparency) note(reader, 'transparency', found.transparency);
}

function setFont(reader: Reader, { operands }: Operation): void {
  const font = reader.resources.font(nameAt(operands, 0));
  if (font.type === 'Type3') refuse(reader, 'a font whose glyphs are drawings (Type 3)');
  else if (!font.embedded) note(reader, 'font', font.name);
  reader.state.fontSize = numberAt(operands, 1);
}

function moveText(reader: Reader, { operands }: Operation): void {
  const move: Matrix = [1, 0, 0, 1, numberAt(operands, 0), numberAt(operands, 1)];
  reader.textMatrix = multiply(move, reader.textMatrix);
}
