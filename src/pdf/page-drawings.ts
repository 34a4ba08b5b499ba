import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import type { PageDrawing } from '../model/page-drawing.ts';

/** A page that only places a form. */
const PLACING = /^(?:[-+.\d]+|q|Q|cm|re|W|n|\s)*\/\w+ Do(?:\s|Q)*$/;

/** Unpacks a zlib stream: pdf-lib's own way takes ten times as long as Node's. */
export type Inflate = (packed: Uint8Array) => Uint8Array;

/** What is drawn on each page of a document that shows one face, and nothing else; undefined for other pages. */
export function faceDrawings(document: PDFDocument, inflate: Inflate): (PageDrawing | undefined)[] {
  return document.getPages().map((page) => faceDrawing(page, inflate));
}

function faceDrawing(page: PDFPage, inflate: Inflate): PageDrawing | undefined {
  const contents = page.node.Contents();
  const forms = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const [name, ...more] = forms?.keys() ?? [];
  const form = name && forms?.lookup(name);
  if (more.length > 0 || !(contents instanceof PDFRawStream) || !(form instanceof PDFRawStream)) return undefined;
  // A group is painted aside, and as a whole then laid over what is below.
  if (form.dict.has(PDFName.of('Group')) || contents.dict.has(PDFName.of('Filter'))) return undefined;
  const placing = latin1(contents.contents);
  if (!PLACING.test(placing)) return undefined;
  const { width, height } = page.getSize();
  return { placing: `${width} ${height} ${placing} `, operators: latin1(unpacked(form, inflate)) };
}

function unpacked(form: PDFRawStream, inflate: Inflate): Uint8Array {
  const filter = form.dict.lookup(PDFName.of('Filter'));
  const isPlain = filter === PDFName.of('FlateDecode') && !form.dict.has(PDFName.of('DecodeParms'));
  return isPlain ? inflate(form.contents) : decodePDFRawStream(form).decode();
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
