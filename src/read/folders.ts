import path from 'node:path';
import type { Folder } from './files.ts';
import { stampOf } from './memory.ts';

/** The highest folder that has a file; the highest of all where none has. */
export function folderOf(name: string, folders: readonly Folder[]): Folder {
  const [top] = folders;
  const found = folders.find(({ dir }) => stampOf(path.join(dir, name)) !== '') ?? top;
  if (!found) throw new Error('a deck without a folder');
  return found;
}
