import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const FILTER = PDFName.of('Filter');
const PARAMETERS = PDFName.of('DecodeParms');
const FLATE = PDFName.of('FlateDecode');

/**
 * A stream's bytes. Where it is packed by Flate alone, as nearly all are, zlib unpacks it: pdf-lib's own decoder is
 * JavaScript, and slow until it is warm.
 *
 * @throws Error where it is damaged
 */
export function unpack(stream: PDFRawStream): Uint8Array {
  const { dict } = stream;
  const simple = dict.lookup(FILTER) === FLATE && !dict.has(PARAMETERS);
  return simple ? new Uint8Array(inflateSync(stream.getContents())) : decodePDFRawStream(stream).decode();
}

/** A stream of bytes that are packed by Flate already. */
export function flateOf(
  context: PDFContext,
  packed: Uint8Array,
  dict: Readonly<Record<string, string | number>> = {},
): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...dict, Filter: 'FlateDecode' }), packed);
}
