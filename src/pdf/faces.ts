import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFName,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../model/faces.ts';
import type { Sheet } from '../model/sheets.ts';
import { pt } from '../model/units.ts';
import type { OpenPdf } from './open.ts';

/** How far a face's page may be off its size, in pt: PDF writers round to a few decimals. */
const SLACK = 0.05;

/** Face key → the form XObject that draws it. */
export type Forms = ReadonlyMap<string, PDFRef>;

/**
 * Copies the faces that the sheets show into a document, each once, as form XObjects.
 * What the pages of one document share (fonts, images) is copied once for all of them.
 */
export async function embedFaces(
  target: PDFContext,
  faces: DrawnFaces,
  sheets: readonly Sheet[],
  open: OpenPdf,
): Promise<Forms> {
  const wanted = new Set(sheets.flatMap((sheet) => sheet.placed.map((one) => faceKey(one.face))));
  const missing = [...wanted].find((key) => !faces.pages.has(key));
  if (missing) throw new Error(`the face ${missing} is on a sheet but was not drawn`);

  const forms = new Map<string, PDFRef>();
  for (const [index, bytes] of faces.documents.entries()) {
    const keys = [...faces.pages].filter(([key, page]) => page.document === index && wanted.has(key));
    if (keys.length === 0) continue;
    const source = await open(bytes);
    const copier = PDFObjectCopier.for(source.context, target);
    for (const [key, place] of keys) {
      const page = source.getPage(place.page);
      checkSize(page, key, faces.format);
      forms.set(key, formOf(page, key, copier, target));
    }
  }
  return forms;
}

function checkSize(page: PDFPage, key: string, format: DrawnFaces['format']): void {
  const { width, height } = page.getSize();
  const wanted = { width: pt(format.width + 2 * FACE_BLEED), height: pt(format.height + 2 * FACE_BLEED) };
  if (Math.abs(width - wanted.width) > SLACK || Math.abs(height - wanted.height) > SLACK) {
    throw new Error(`the page of ${key} is ${width} × ${height} pt, not ${wanted.width} × ${wanted.height}`);
  }
}

/** pdf-lib's own embedPages would also keep each page's contents a second time, unused, and pack them anew. */
function formOf(page: PDFPage, key: string, copier: PDFObjectCopier, target: PDFContext): PDFRef {
  const { width, height } = page.getSize();
  const stream = contentsOf(page, key);
  const dict = target.obj({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, width, height],
    Resources: copier.copy(page.node.Resources() ?? target.obj({})),
  });
  const filter = stream.filter;
  if (filter) dict.set(PDFName.of('Filter'), filter);
  const group = page.node.lookup(PDFName.of('Group'));
  if (group) dict.set(PDFName.of('Group'), copier.copy(group));
  return target.register(PDFRawStream.of(dict, stream.bytes));
}

/** A page's drawing: packed as it is where it is one stream, else unpacked and joined. */
function contentsOf(page: PDFPage, key: string): { bytes: Uint8Array; filter?: PDFName } {
  const contents = page.node.Contents();
  const all = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  const streams = all.filter((one) => one instanceof PDFRawStream);
  const [only] = streams;
  if (!only || streams.length < all.length) throw new Error(`the page of ${key} has no contents that can be read`);
  if (streams.length > 1) return { bytes: joined(streams.map((one) => decodePDFRawStream(one).decode())) };
  const filter = only.dict.lookup(PDFName.of('Filter'));
  const plain = filter instanceof PDFName && !only.dict.has(PDFName.of('DecodeParms'));
  return plain ? { bytes: only.contents, filter } : { bytes: decodePDFRawStream(only).decode() };
}

/** A line break between the parts: one may end, and the next begin, in the middle of nothing. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length + 1;
  }
  return all;
}
