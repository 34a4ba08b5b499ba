/** The header of an ICC profile (ICC.1:2010, 7.2), and its description. */
export interface IccHeader {
  /** E.g. `2.4`. */
  version: string;
  /** `prtr` printer, `mntr` monitor, `scnr` scanner, `spac` colour space conversion … */
  deviceClass: string;
  /** `CMYK`, `RGB`, `GRAY`, `Lab` … */
  space: string;
  /** The profile's name for itself; empty where that can't be read. */
  description: string;
}

const HEADER_BYTES = 128;

/** Reads an ICC profile's header; undefined where the bytes are none. */
export function readIcc(bytes: Uint8Array): IccHeader | undefined {
  if (bytes.length < HEADER_BYTES + 4 || ascii(bytes, 36, 4) !== 'acsp') return undefined;
  if (viewOf(bytes).getUint32(0) > bytes.length) return undefined;
  return {
    version: `${bytes[8]}.${(bytes[9] ?? 0) >> 4}`,
    deviceClass: ascii(bytes, 12, 4).trim(),
    space: ascii(bytes, 16, 4).trim(),
    description: descriptionOf(bytes),
  };
}

/** The `desc` tag: a text of version 2, or the first of version 4's texts in many languages. */
function descriptionOf(bytes: Uint8Array): string {
  const view = viewOf(bytes);
  const count = view.getUint32(HEADER_BYTES);
  for (let at = HEADER_BYTES + 4; at + 12 <= bytes.length && at < HEADER_BYTES + 4 + 12 * count; at += 12) {
    if (ascii(bytes, at, 4) !== 'desc') continue;
    const start = view.getUint32(at + 4);
    if (start + 28 > bytes.length) return '';
    if (ascii(bytes, start, 4) === 'desc') return printable(ascii(bytes, start + 12, view.getUint32(start + 8)));
    if (ascii(bytes, start, 4) !== 'mluc') return '';
    const [length, offset] = [view.getUint32(start + 20), view.getUint32(start + 24)];
    const utf16 = bytes.subarray(start + offset, start + offset + length);
    return printable(new TextDecoder('utf-16be').decode(utf16));
  }
  return '';
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim();
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 1024)));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
