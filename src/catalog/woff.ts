import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

// WOFF 2.0 (W3C Recommendation, 2024): a header, a directory of tables, and all tables in one Brotli stream.
// We use the null transform for `glyf` and `loca`: a fifth larger than the full one, and sixty lines instead of six hundred.

/** Table names with a number of their own (section 5.2); others are spelt out. */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .split(' ')
    .map((tag) => tag.replace('_', ' '));

/** Tables that browsers do not read. */
const DROPPED = ['DSIG', 'STAT', 'meta'];

interface Table {
  tag: string;
  data: Buffer;
}

const brotli = promisify(brotliCompress);

/** Brotli's own scale. Against the best (11), `tight` is 1 % larger in half the time, `quick` 9 % in a sixtieth. */
const QUALITY = { tight: 10, quick: 5 };

/**
 * A TrueType or OpenType font as WOFF2, packed by another thread.
 *
 * @param packing `tight` for what every reader loads, `quick` for what few do
 * @throws Error where the bytes are not a single sfnt font
 */
export async function woff2(font: Uint8Array, packing: keyof typeof QUALITY = 'tight'): Promise<Uint8Array> {
  const file = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const flavor = file.readUInt32BE(0);
  if (flavor !== 0x00010000 && flavor !== 0x4f54544f) throw new Error('woff2: not a TrueType or OpenType font');
  const tables = tablesOf(file).filter(({ tag }) => !DROPPED.includes(tag));
  const directory = Buffer.concat(tables.map(entryOf));
  const body = await compress(Buffer.concat(tables.map(({ data }) => data)), QUALITY[packing]);
  const header = headerOf(flavor, tables, directory.length, body.length);
  const packed = Buffer.concat([header, directory, body]);
  return Buffer.concat([packed, Buffer.alloc(padded(packed.length) - packed.length)]);
}

/** In the order of their names, but `loca` right after `glyf`, as section 5.3 wants. */
function tablesOf(file: Buffer): Table[] {
  const count = file.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 12 + 16 * i;
    const start = file.readUInt32BE(at + 8);
    return { tag: file.toString('latin1', at, at + 4), data: file.subarray(start, start + file.readUInt32BE(at + 12)) };
  });
  const rank = (tag: string) => (tag === 'loca' ? 'glyf+' : tag);
  return tables.sort((a, b) => (rank(a.tag) < rank(b.tag) ? -1 : 1));
}

function entryOf({ tag, data }: Table): Buffer {
  const known = KNOWN.indexOf(tag);
  // The two upper bits name the transform: 3 is "none" for glyf and loca, 0 is "none" for all others.
  const transform = tag === 'glyf' || tag === 'loca' ? 3 << 6 : 0;
  const flags = transform | (known < 0 ? 63 : known);
  const name = known < 0 ? Buffer.from(tag, 'latin1') : Buffer.alloc(0);
  return Buffer.concat([Buffer.from([flags]), name, base128(data.length)]);
}

function headerOf(flavor: number, tables: readonly Table[], directory: number, body: number): Buffer {
  const header = Buffer.alloc(48);
  header.write('wOF2', 0, 'latin1');
  header.writeUInt32BE(flavor, 4);
  header.writeUInt32BE(padded(header.length + directory + body), 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(12 + 16 * tables.length + tables.reduce((sum, { data }) => sum + padded(data.length), 0), 16);
  header.writeUInt32BE(body, 20);
  header.writeUInt16BE(1, 24);
  return header;
}

async function compress(data: Buffer, quality: number): Promise<Buffer> {
  return await brotli(data, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
}

/** UIntBase128: seven bits a byte, the highest first, the top bit set on all but the last. */
function base128(value: number): Buffer {
  const bytes = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
  return Buffer.from(bytes);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
