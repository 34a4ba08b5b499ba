import type { Paint } from './inks.ts';
import type { Operand } from './operations.ts';
import { apply, type Matrix, type PageMark } from './page-marks.ts';
import type { Resources, Space } from './resources.ts';

/** A stretch of the source that is replaced, by nothing or by operators that set paints. */
export interface Edit {
  start: number;
  end: number;
  fill?: Paint;
  stroke?: Paint;
  /** Set where it changes: whether inks under the paint stay. */
  overprint?: boolean;
}

/** The marks, edits and calls of one content stream, in its own space. */
export interface StreamDrawing {
  edits: Edit[];
  marks: PageMark[];
  /** Forms, images and patterns it calls, by name. */
  calls: { name: string; kind: 'object' | 'pattern'; matrix: Matrix }[];
}

/** The graphics state as far as paints need it. `out…` is what the rewritten stream has set. */
export interface State {
  matrix: Matrix;
  fill: Paint;
  stroke: Paint;
  fillSpace: Space & { source: string };
  strokeSpace: Space & { source: string };
  lineWidth: number;
  /** Clips since the last `q`. */
  clips: number;
  fontSize: number;
  textMode: number;
  outFill: string;
  outStroke: string;
  outOverprint: boolean;
}

/** A content stream being read. */
export interface Reader {
  bytes: Uint8Array;
  resources: Resources;
  /** Whether a paint is one of the deck's blacks. */
  isBlack(paint: Paint): boolean;
  state: State;
  stack: State[];
  textMatrix: Matrix;
  /** Where the current path begins: colours must be set before it. */
  pathStart: number;
  pathPoint: { x: number; y: number };
  drawing: StreamDrawing;
  seen: Set<string>;
}

/** Notes something that this converter cannot bring to a press. */
export function refuse(reader: Reader, what: string): void {
  note(reader, 'unsupported', what);
}

/** Notes a finding in words, at the origin of the current drawing. */
export function note(reader: Reader, kind: 'transparency' | 'unsupported' | 'font', what: string): void {
  mark(reader, { kind, what, ...apply(reader.state.matrix, 0, 0) }, what);
}

/** Each kind of mark once a stream: the first stands for the others. */
export function mark(reader: Reader, one: PageMark, key: string): void {
  const whole = `${one.kind} ${key}`;
  if (reader.seen.has(whole)) return;
  reader.seen.add(whole);
  reader.drawing.marks.push(one);
}

/** The six numbers of `cm` or `Tm`. */
export function matrixOf(operands: readonly Operand[]): Matrix {
  const at = (index: number, usual: number) => {
    const one = operands[index];
    return typeof one === 'number' ? one : usual;
  };
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

/** The operands that are numbers. */
export function numbers(operands: readonly Operand[]): number[] {
  return operands.filter((one) => typeof one === 'number');
}

/** A number that an operator cannot be without. */
export function numberAt(operands: readonly Operand[], index: number): number {
  const one = operands[index];
  if (typeof one === 'number') return one;
  throw new Error(`a number is missing in a content stream`);
}

/** A name that an operator cannot be without. */
export function nameAt(operands: readonly Operand[], index: number): string {
  const one = operands[index];
  if (typeof one === 'object' && one.kind === 'name') return one.value;
  throw new Error(`a name is missing in a content stream`);
}
