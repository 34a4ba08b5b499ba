import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Paint } from './inks.ts';
import { type ReadStream, readOnce } from './known-stream.ts';
import { type PressMemory, pressMemory } from './memory.ts';
import { IDENTITY, type Matrix, multiply, type PageMark, placedMark } from './page-marks.ts';
import type { StreamDrawing } from './reader.ts';
import { type Resources, rawOf, resourcesOf, spaceOf } from './resources.ts';
import { unpack } from './unpack.ts';
import { joinedBytes } from './write.ts';

/** A content stream of the file, read. */
export interface Source {
  /** The form's or pattern's number; undefined for a page. */
  ref?: PDFRef;
  page?: PDFPage;
  dict: PDFDict;
  /** Its own, or what its page inherits. */
  resources: PDFDict | undefined;
  stream: ReadStream;
  /** Its marks and those of all it calls, in its own space. */
  marks: readonly PageMark[];
}

/** A PDF, read for the press. */
export interface PressSource {
  document: PDFDocument;
  /** One a page, in order. */
  pages: readonly Source[];
  /** Pages, forms and tiling patterns, each once. */
  sources: readonly Source[];
  images: ReadonlyMap<PDFRef, PDFRawStream>;
  /** Every RGB colour that is painted with, as `#rrggbb`, sorted. */
  colours: readonly string[];
}

interface Walk extends Required<Pick<StreamsToRead, 'isBlack' | 'known'>> {
  forms: Map<PDFRef, Source>;
  images: Map<PDFRef, PDFRawStream>;
  /** Forms being read: one that calls itself would be read for ever. */
  open: Set<PDFRef>;
}

/** How the streams of a PDF are read. */
export interface StreamsToRead {
  isBlack(paint: Paint): boolean;
  /** What is remembered of them. */
  known?: PressMemory['streams'];
  /** The pages whose streams are read, from 0; left out: all. */
  places?: readonly number[] | undefined;
}

/** Reads every content stream of a PDF once. */
export async function readStreams(
  pdf: Uint8Array,
  { isBlack, known = pressMemory().streams, places }: StreamsToRead,
): Promise<PressSource> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const walk: Walk = { isBlack, known, forms: new Map(), images: new Map(), open: new Set() };
  const leaves = document.getPages();
  const wanted = places ? places.flatMap((place) => leaves[place] ?? []) : leaves;
  const pages = wanted.map((page) => readPage(page, walk));
  const sources = [...pages, ...walk.forms.values()];
  const colours = new Set(sources.flatMap(({ stream }) => stream.colours));
  return { document, pages, sources, images: walk.images, colours: [...colours].sort() };
}

function readPage(page: PDFPage, walk: Walk): Source {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  // A line break between the parts: else the last operator of one and the first of the next would become one word.
  const parts = streams.flatMap((one) => (one instanceof PDFRawStream ? [unpack(one), Uint8Array.of(10)] : []));
  return { ...readStream(joinedBytes(parts), page.node.Resources(), walk, true), page, dict: page.node };
}

function readForm(ref: PDFRef, stream: PDFRawStream, walk: Walk): Source {
  const known = walk.forms.get(ref);
  if (known) return known;
  if (walk.open.has(ref)) throw new Error(`the form ${ref} of this PDF draws itself`);
  walk.open.add(ref);
  const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
  const source = { ...readStream(unpack(stream), resources, walk, false), ref, dict: stream.dict };
  walk.forms.set(ref, source);
  walk.open.delete(ref);
  return source;
}

function readStream(bytes: Uint8Array, dict: PDFDict | undefined, walk: Walk, page: boolean): Omit<Source, 'dict'> {
  const resources = resourcesOf(dict);
  const stream = readOnce({ bytes, resources, page }, walk.isBlack, walk.known);
  const marks = [...stream.marks];
  for (const call of stream.calls) {
    marks.push(
      ...(call.kind === 'object' ? marksOfObject(call, resources, walk) : marksOfPattern(call, resources, walk)),
    );
  }
  return { resources: dict, stream, marks };
}

function marksOfObject({ name, matrix }: StreamDrawing['calls'][number], resources: Resources, walk: Walk): PageMark[] {
  const object = resources.object(name);
  if (!object) throw new Error(`this PDF has no object named ${name}`);
  const stream = rawOf(object.stream);
  if (stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')) {
    const inner = multiply(matrixIn(stream.dict), matrix);
    return readForm(object.ref, stream, walk).marks.map((mark) => placedMark(mark, inner));
  }
  walk.images.set(object.ref, stream);
  return marksOfImage(object.ref, stream.dict, matrix);
}

function marksOfImage(ref: PDFRef, dict: PDFDict, matrix: Matrix): PageMark[] {
  const [a, b, c, d, x, y] = matrix;
  const pixels = (key: string) => dict.lookup(PDFName.of(key), PDFNumber).asNumber();
  const ppi = 72 * Math.min(pixels('Width') / Math.hypot(a, b), pixels('Height') / Math.hypot(c, d));
  const marks: PageMark[] = [{ kind: 'image', ppi, image: ref.objectNumber, x, y }];
  if (dict.has(PDFName.of('SMask')))
    marks.push({ kind: 'transparency', what: 'an image with see-through parts', x, y });
  return marks;
}

/** A tiling pattern is read as a form; a shading pattern is a gradient. */
function marksOfPattern(
  { name, matrix }: StreamDrawing['calls'][number],
  resources: Resources,
  walk: Walk,
): PageMark[] {
  const pattern = resources.pattern(name);
  if (!pattern) throw new Error(`this PDF has no pattern named ${name}`);
  const [, , , , x, y] = matrix;
  if (pattern.stream) {
    const inner = matrixIn(pattern.dict);
    return readForm(pattern.ref, rawOf(pattern.stream), walk).marks.map((mark) => placedMark(mark, inner));
  }
  const shading = pattern.dict.lookup(PDFName.of('Shading'));
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  const space = dict instanceof PDFDict ? spaceOf(dict.lookup(PDFName.of('ColorSpace'))) : undefined;
  if (space?.kind === 'cmyk' || space?.kind === 'gray') return [];
  return [{ kind: 'unsupported', what: 'a gradient', x, y }];
}

function matrixIn(dict: PDFDict): Matrix {
  const array = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
  if (!array) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = array
    .asArray()
    .map((_, i) => array.lookup(i, PDFNumber).asNumber());
  return [a, b, c, d, e, f];
}
