import path from 'node:path';
import { type DiskEntry, entriesIn, statOf } from './disk.ts';
import { isManifestOurs, MANIFEST, readManifest } from './manifest.ts';
import { foldersOf } from './own-paths.ts';

/** Files that keep an empty folder in a repository, or that a system leaves in every folder: they may go with the folder. */
const KEEPER = /^(\.gitignore|\.gitkeep|\.gitattributes|\.nojekyll|\.DS_Store|Thumbs\.db|desktop\.ini)$/iu;

/**
 * Whether a folder holds nothing but the files that our manifest lists, in folders with the permissions that we give: then it may
 * be replaced as a whole. An empty folder, or one with other permissions, is somebody's.
 *
 * @param like a folder that was just made beside it
 */
export function isOursAlone(dir: string, like: string): boolean {
  const listed = new Set(readManifest(dir).outputs.map((output) => output.path));
  const folders = new Set([...listed].flatMap(foldersOf));
  const isOurs = ({ path: name, isFolder }: DiskEntry) => {
    const one = path.join(dir, name);
    if (isFolder) return folders.has(name) && isAlike(one, like);
    if (name === MANIFEST) return isManifestOurs(dir);
    return statOf(one)?.isFile() === true && (listed.has(name) || KEEPER.test(name));
  };
  return isAlike(dir, like) && entriesIn(dir).every(isOurs);
}

/** Whether two folders are the same to those who may use them. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  return a?.mode === b?.mode && a?.uid === b?.uid && a?.gid === b?.gid;
}
