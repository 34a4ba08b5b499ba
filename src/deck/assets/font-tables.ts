/** A table of a TrueType or OpenType file, as the file's directory says. */
export interface FontTable {
  tag: string;
  /** Of what the table holds. */
  checksum: number;
  /** Where its entry in the directory stands. */
  entry: number;
  offset: number;
  length: number;
}

/** How many tables a file says that it has. */
export function tableCount(data: Buffer): number {
  return data.length < 12 ? 0 : data.readUInt16BE(4);
}

/** The tables of a file; of one that is cut short in its directory, those before that. */
export function tablesIn(data: Buffer): FontTable[] {
  return Array.from({ length: tableCount(data) }, (_, i) => 12 + i * 16)
    .filter((entry) => entry + 16 <= data.length)
    .map((entry) => ({
      tag: data.toString('latin1', entry, entry + 4),
      checksum: data.readUInt32BE(entry + 4),
      entry,
      offset: data.readUInt32BE(entry + 8),
      length: data.readUInt32BE(entry + 12),
    }));
}

/** The checksum of a table: the sum of its 32-bit numbers. OpenType 1.9, "Calculating checksums". */
export function checksumOf(table: Buffer, tag: string): number {
  const padded = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) {
    // The sum of the whole file stands in this table, and is not part of its own.
    if (tag !== 'head' || at !== 8) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  }
  return sum;
}
