import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { Conformance } from '../pdfx-identity.ts';
import { unpack } from '../unpack.ts';
import { joinedBytes } from '../write.ts';

/** One statement of the self-check: what was looked at, whether it holds, and what was found. */
export interface CheckedRule {
  rule: string;
  ok: boolean;
  detail: string;
}

/** What a press PDF is to keep to. */
export interface Promised {
  conformance: Conformance;
  /** In percent. */
  inkLimit: number;
}

/** A PDF read afresh: everything in it, whether a page shows it or not. */
export interface PdfFacts {
  bytes: Uint8Array;
  document: PDFDocument;
  /** Every dictionary, those of streams included. */
  dicts: readonly PDFDict[];
  /** Every name that stands as a value. */
  names: ReadonlySet<string>;
  streams: readonly PDFRawStream[];
  /** Drawing instructions of pages, forms and tiling patterns, unpacked. */
  contents: readonly Uint8Array[];
  images: readonly PDFRawStream[];
  /** Streams that could not be unpacked. */
  damaged: number;
}

/** Reads a finished file as its receiver would. */
export async function readFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, {
    ...{ updateMetadata: false, ignoreEncryption: true },
    parseSpeed: ParseSpeeds.Fastest,
  });
  const dicts: PDFDict[] = [];
  const names = new Set<string>();
  const streams: PDFRawStream[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) visit(object, dicts, names, streams);
  const damaged = streams.filter((stream) => !isJpeg(stream) && unpacked(stream) === undefined).length;
  const images = streams.filter(({ dict }) => nameIn(dict, 'Subtype') === 'Image');
  const drawn = streams.filter(({ dict }) => nameIn(dict, 'Subtype') === 'Form' || numberIn(dict, 'PatternType') === 1);
  const contents = [...document.getPages().map((page) => contentsOf(page.node.Contents())), ...drawn.map(content)];
  return { bytes, document, dicts, names, streams, contents, images, damaged };
}

/** Every graphics state that a resource dictionary names. */
export function statesIn(dicts: readonly PDFDict[]): PDFDict[] {
  return dicts.flatMap((dict) => {
    const states = dict.lookup(PDFName.of('ExtGState'));
    return states instanceof PDFDict ? states.keys().map((key) => states.lookup(key, PDFDict)) : [];
  });
}

/** The name under a key; empty where there is none. */
export function nameIn(dict: PDFDict | undefined, key: string): string {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

/** The number under a key; undefined where there is none. */
export function numberIn(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** A stream's bytes without its filters; undefined where they are damaged. */
export function unpacked(stream: PDFRawStream): Uint8Array | undefined {
  try {
    return unpack(stream);
  } catch {
    return undefined;
  }
}

function visit(object: PDFObject, dicts: PDFDict[], names: Set<string>, streams: PDFRawStream[]): void {
  if (object instanceof PDFName) names.add(object.decodeText());
  else if (object instanceof PDFArray) for (const one of object.asArray()) visit(one, dicts, names, streams);
  else if (object instanceof PDFDict) {
    dicts.push(object);
    for (const one of object.values()) visit(one, dicts, names, streams);
  } else if (object instanceof PDFStream) {
    if (object instanceof PDFRawStream) streams.push(object);
    visit(object.dict, dicts, names, streams);
  }
}

function isJpeg({ dict }: PDFRawStream): boolean {
  return nameIn(dict, 'Filter') === 'DCTDecode';
}

function content(stream: PDFRawStream): Uint8Array {
  return unpacked(stream) ?? new Uint8Array();
}

function contentsOf(contents: unknown): Uint8Array {
  if (contents instanceof PDFRawStream) return content(contents);
  if (!(contents instanceof PDFArray)) return new Uint8Array();
  const parts = contents.asArray().map((_, i) => contents.lookup(i));
  return joinedBytes(parts.flatMap((one) => (one instanceof PDFRawStream ? [content(one), Uint8Array.of(10)] : [])));
}
