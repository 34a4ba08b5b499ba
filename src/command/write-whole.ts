import { mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/usage.ts';
import { errorCode, isHeld, move } from '../write/disk.ts';

/** A file that is to be written. */
export interface NewFile {
  /** Absolute path. */
  file: string;
  content: string | Uint8Array;
}

/** A new file beside the place that it is for. */
interface Staged {
  to: string;
  part: string;
}

/**
 * Writes files so that each is whole, or as it was: on a full disk, too, and where the process is ended in between. First all of them
 * are written beside their places; then each takes its place, one after the other.
 *
 * @throws UsageError where the disk is full, or does not let a file be written
 */
export async function writeWhole(files: readonly NewFile[]): Promise<void> {
  const staged: Staged[] = [];
  let at = '';
  try {
    for (const { file, content } of files) {
      at = file;
      // Of a link, what it leads to is written.
      const to = await realpath(file).catch(() => file);
      const part = path.join(path.dirname(to), `.${path.basename(to)}.part`);
      await mkdir(path.dirname(to), { recursive: true });
      staged.push({ to, part });
      const before = await stat(to).catch(() => undefined);
      await writeFile(part, content, before && { mode: before.mode });
    }
    for (const { to, part } of staged) {
      at = to;
      await move(part, to);
    }
  } catch (cause) {
    for (const { part } of staged) await rm(part, { force: true });
    throw troubleWith(at, cause);
  }
}

/** What is to be said of an error of the disk; any other is our own bug. */
function troubleWith(file: string, cause: unknown): unknown {
  const code = errorCode(cause) ?? '';
  if (!/^E[A-Z0-9]+$/u.test(code)) return cause;
  const isFull = /^(?:ENOSPC|EDQUOT|EFBIG)$/u.test(code);
  const isClosed = isHeld(cause) || code === 'EROFS';
  const held = isClosed ? 'another program has it open, or it may not be changed' : `the disk says ${code}`;
  return new UsageError(
    `${file} can’t be written: ${isFull ? 'the disk is full' : held}. Mend that, and run this again`,
  );
}
