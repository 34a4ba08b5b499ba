import path from 'node:path';
import { home } from '../home.mjs';
import { lookUp } from '../model/look-up.ts';
import { fromHere } from './typed.ts';

const OTHERS = 'it is read-only, or belongs to somebody else';
const FULL = 'the disk is full';
/** What the codes of systems mean that a user can do something about. */
const WHY: Readonly<Record<string, string>> = {
  ...{ ENOENT: 'there is no such file or folder', ENOTDIR: 'a part of its path is a file, no folder' },
  ...{
    EISDIR: 'it is a folder',
    EEXIST: 'something else has this name',
    ENAMETOOLONG: 'its path is too long for this disk',
  },
  ...{ EACCES: OTHERS, EPERM: OTHERS, EROFS: OTHERS, EBUSY: 'another program has it open' },
  ...{ ENOSPC: FULL, EDQUOT: FULL },
  ...{ ELOOP: 'a link in its path leads back to itself', EIO: 'the disk can’t read or write it' },
};

/** What a disk refused, in one sentence. Undefined for any other error, and for files of this package: then it is our own fault. */
export function diskTrouble(cause: unknown): string | undefined {
  const { code = '', syscall, path: at, dest = at } = cause as NodeJS.ErrnoException & { dest?: string };
  const why = lookUp(WHY, code);
  if (!(cause instanceof Error) || syscall === undefined || why === undefined) return undefined;
  if (dest === undefined) return why === FULL ? why : undefined;
  const isOurs = path.resolve(dest).startsWith(path.join(home, 'src'));
  return isOurs ? undefined : `${fromHere(dest)}: ${why} (${code})`;
}
