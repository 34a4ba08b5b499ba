import { cacheFolders } from '../../caches.ts';
import { cacheText, clearedIn, keptIn } from '../../command/cache.ts';
import type { Voice } from '../voice.ts';

/** Says what is kept for the project in this folder, or removes it. */
export async function runCache({ clear = false }: { clear?: boolean }, voice: Voice): Promise<void> {
  const root = process.cwd();
  const dirs = await cacheFolders(root);
  voice.data(cacheText(clear ? await clearedIn(dirs) : await keptIn(dirs), root, clear));
}
