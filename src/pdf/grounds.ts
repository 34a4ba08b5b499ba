import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';

/** Fewer faces than this are painted as fast each for itself. */
const ENOUGH = 4;
/** So many shapes are looked at: a ground is the first few, and a picture of thousands is on one face alone. */
const MOST_SHAPES = 64;

/** One operator with what it is given: numbers, lists of them, and colors as devices have them. What else is named may be another thing on another page. */
const OPERATOR = /\s*(?:(?:[-+.\d]+|\[[-+.\d\s]*\]|\/Device(?:Gray|RGB|CMYK))\s+)*([A-Za-z]+\*?)(?=\s|$)/gy;
/** Those that make shapes, and those that paint them (PDF 32000-1, table 51). */
const SHAPING = new Set('q Q cm w J j M d cs CS sc SC scn SCN g G rg RG k K m l c v y h re W W* n'.split(' '));
const PAINTING = new Set('f F f* B B* b b* S s'.split(' '));
/** A page that only places a form. */
const PLACING = /^(?:[-+.\d]+|q|Q|cm|re|W|n|\s)*\/\w+ Do(?:\s|Q)*$/;

/** Unpacks a zlib stream: pdf-lib's own way takes ten times as long as Node's. */
export type Inflate = (packed: Uint8Array) => Uint8Array;

/** A page that shows one face, and nothing else. */
interface FacePage {
  page: PDFPage;
  /** What places the face's form on it. */
  placing: string;
  name: PDFName;
  form: PDFRawStream;
  operators: Uint8Array;
  /** What its operators begin with, shape by shape: each is longer than the one before. */
  beginnings: string[];
}

/**
 * Takes what several faces of a document begin with (the color or the pattern of a suit, which takes longer to paint than all that stands
 * on it) off their pages, and adds pages that show nothing else. Painted over the picture of its ground a page looks as it did, pixel for
 * pixel: shapes are painted one after the other, each over those before.
 *
 * @returns for each page the place of the page with its ground; undefined for one without
 */
export function shareGrounds(document: PDFDocument, inflate: Inflate): (number | undefined)[] {
  const faces = document.getPages().map((page) => facePageOf(page, inflate));
  const uses = new Map<string, number>();
  for (const one of faces.flatMap((face) => face?.beginnings ?? [])) uses.set(one, (uses.get(one) ?? 0) + 1);
  const grounds = new Map<string, number>();
  return faces.map((face) => {
    const ground = face?.beginnings.findLast((one) => (uses.get(one) ?? 0) >= ENOUGH);
    if (!face || ground === undefined) return undefined;
    // A page that is turned has its ground turned.
    const key = `${face.placing} ${ground}`;
    const place = grounds.get(key) ?? addGround(document, face, ground);
    grounds.set(key, place);
    showOn(face.page, face, above(ground, face.operators));
    return place;
  });
}

function facePageOf(page: PDFPage, inflate: Inflate): FacePage | undefined {
  const contents = page.node.Contents();
  const forms = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const [name, ...more] = forms?.keys() ?? [];
  const form = name && forms?.lookup(name);
  if (!name || more.length > 0 || !(contents instanceof PDFRawStream) || !(form instanceof PDFRawStream))
    return undefined;
  // A group is painted aside, and as a whole then laid over what is below.
  if (form.dict.has(PDFName.of('Group')) || contents.dict.has(PDFName.of('Filter'))) return undefined;
  const placing = latin1(contents.contents);
  if (!PLACING.test(placing)) return undefined;
  const operators = unpacked(form, inflate);
  return { page, placing, name, form, operators, beginnings: beginningsOf(latin1(operators)) };
}

function unpacked(form: PDFRawStream, inflate: Inflate): Uint8Array {
  const filter = form.dict.lookup(PDFName.of('Filter'));
  const isPlain = filter === PDFName.of('FlateDecode') && !form.dict.has(PDFName.of('DecodeParms'));
  return isPlain ? inflate(form.contents) : decodePDFRawStream(form).decode();
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Up to the end of each plain shape, as long as there is nothing else before it. */
function beginningsOf(operators: string): string[] {
  const beginnings: string[] = [];
  for (const { 0: text, 1: operator = '', index } of operators.matchAll(OPERATOR)) {
    if (PAINTING.has(operator)) beginnings.push(operators.slice(0, index + text.length));
    else if (!SHAPING.has(operator)) break;
    if (beginnings.length === MOST_SHAPES) break;
  }
  return beginnings;
}

/** A face without its ground: the same operators with none of its shapes painted, so that what follows finds the clips, colors and matrices that they leave. */
function above(ground: string, operators: Uint8Array): Uint8Array {
  const unpainted = ascii(ground.replaceAll(/(?<=\s)(?:[fBb]\*?|[FSs])(?=\s|$)/g, 'n'));
  // A ground has no character of two bytes.
  const rest = operators.subarray(ground.length);
  const all = new Uint8Array(unpainted.length + rest.length);
  all.set(unpainted);
  all.set(rest, unpainted.length);
  return all;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Adds a page with a ground alone; returns its place. */
function addGround(document: PDFDocument, face: FacePage, ground: string): number {
  const { width, height } = face.page.getSize();
  const page = document.addPage([width, height]);
  const contents = face.page.node.get(PDFName.of('Contents'));
  if (contents) page.node.set(PDFName.of('Contents'), contents);
  const groups = (ground.match(/\bq\b/g)?.length ?? 0) - (ground.match(/\bQ\b/g)?.length ?? 0);
  showOn(page, face, ascii(`${ground}${' Q'.repeat(groups)}`));
  return document.getPageCount() - 1;
}

/** Has a page show operators in the place of its face. The face's own form stays as it is: other pages may show it. */
function showOn(page: PDFPage, { name, form }: FacePage, operators: Uint8Array): void {
  const { context } = page.doc;
  const dict = form.dict.clone(context);
  dict.delete(PDFName.of('Filter'));
  const ref = context.register(PDFRawStream.of(dict, operators));
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { [name.decodeText()]: ref } }));
}
