import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const BLOCK = 512;

/** Unpacks files, folders and symbolic links of a ustar archive: enough for the archives of one npm package. */
export async function unpackTar(archive: Buffer, dir: string): Promise<void> {
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const size = octal(header, 124, 12);
    const file = path.join(dir, path.join('/', text(header, 345, 155), text(header, 0, 100)));
    const body = archive.subarray(at + BLOCK, at + BLOCK + size);
    await unpackEntry(String.fromCharCode(header[156] ?? 0), file, body, octal(header, 100, 8), text(header, 157, 100));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function unpackEntry(type: string, file: string, body: Buffer, mode: number, target: string): Promise<void> {
  if (type === '5') {
    await mkdir(file, { recursive: true });
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  if (type === '2') await symlink(target, file);
  if (type === '0' || type === '\0') await writeFile(file, body, { mode });
}

function text(header: Buffer, at: number, length: number): string {
  return header.toString('utf8', at, at + length).replace(/\0.*$/s, '');
}

function octal(header: Buffer, at: number, length: number): number {
  return Number.parseInt(text(header, at, length).trim() || '0', 8);
}
