import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TAG, MAX_TAGS } from './limits.ts';

// Spreadsheets are zip files from strangers. Only the parts that are wanted are unpacked, each within what is left of one
// allowance, whatever the file says of its sizes; readers get a new zip of these parts and nothing else.

/** A file in a zip. */
interface Entry {
  name: string;
  method: number;
  /** Packed and unpacked, in bytes, as the zip declares them. */
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

/** Why a zip is not read: one sentence for the author. */
export class ZipFault extends Error {
  override name = 'ZipFault';
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** More files than this are in no spreadsheet that a person made. */
const MAX_ENTRIES = 4000;

/** The names of all files in a zip, and those that are wanted, unpacked. */
export interface Unzipped {
  names: readonly string[];
  files: ReadonlyMap<string, Buffer>;
}

/**
 * Unpacks the wanted files of a zip.
 *
 * @param limit how many bytes they may be together
 * @throws ZipFault for what is no zip, is damaged, or is larger than the limit
 */
export function unzip(bytes: Buffer, wanted: (name: string) => boolean, limit: number): Unzipped {
  const entries = entriesOf(bytes);
  const files = new Map<string, Buffer>();
  let left = limit;
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    if (files.has(entry.name)) throw new ZipFault(`It is damaged: it holds "${entry.name}" twice.`);
    if (entry.size > left) throw tooLarge(limit);
    const file = unpacked(bytes, entry, left, limit);
    left -= file.length;
    files.set(entry.name, file);
  }
  return { names: entries.map(({ name }) => name), files };
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) {
    throw new ZipFault('It is damaged or not a spreadsheet: the end of the file is missing.');
  }
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new ZipFault(`It holds ${count} files inside; at most ${MAX_ENTRIES}.`);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as Three;
    const entry: Entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + extra + comment;
    return entry;
  });
}

type Three = [number, number, number];

function unpacked(bytes: Buffer, { name, method, packed, size, offset }: Entry, left: number, limit: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw damaged();
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new ZipFault(`"${name}" inside it is packed in a way that is not read.`);
  try {
    const file = inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(left, size)) });
    if (file.length === size) return file;
  } catch (cause) {
    if (isTooLong(cause)) throw size < left ? new ZipFault('It says that it is smaller than it is.') : tooLarge(limit);
  }
  throw damaged();
}

function isTooLong(cause: unknown): boolean {
  return cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
}

function damaged(): ZipFault {
  return new ZipFault('It is damaged: parts of it can’t be unpacked.');
}

function tooLarge(limit: number): ZipFault {
  return new ZipFault(`Unpacked it is larger than ${Math.floor(limit / 1024 / 1024)} MB.`);
}

/** The fault of a sheet that goes on beyond what is read. */
export function tooManyCells(): ZipFault {
  const most = `${MAX_ROWS} rows, ${MAX_COLUMNS} columns or ${MAX_CELLS} cells`;
  return new ZipFault(`A sheet of it has more than ${most} with something in them.`);
}

/** Refuses a part of a spreadsheet with more or longer tags than one that a person made: it would take long to read. */
export function refuseStrangeXml(xml: Buffer): void {
  let tags = 0;
  for (let at = xml.indexOf(0x3c); at >= 0; at = xml.indexOf(0x3c, at + 1)) {
    tags += 1;
    const end = xml.subarray(at, at + MAX_TAG).indexOf(0x3e);
    if (end < 0) throw new ZipFault('It can’t be read: a tag of its XML has no end.');
    if (tags > MAX_TAGS) throw tooManyCells();
  }
}

/** A zip of files that are not packed. */
export function zipOf(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of files) {
    const { local, central } = headersOf(Buffer.from(name), file, offset);
    parts.push(local, file);
    directory.push(central);
    offset += local.length + file.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function headersOf(name: Buffer, file: Buffer, offset: number): { local: Buffer; central: Buffer } {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(LOCAL, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(file), 14);
  local.writeUInt32LE(file.length, 18);
  local.writeUInt32LE(file.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(CENTRAL, 0);
  central.writeUInt16LE(20, 4);
  local.copy(central, 6, 4, 28);
  central.writeUInt32LE(offset, 42);
  return { local: Buffer.concat([local, name]), central: Buffer.concat([central, name]) };
}
