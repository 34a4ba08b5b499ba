import path from 'node:path';
import { watch } from 'chokidar';
import { stampOf } from '../load/memory.ts';

/** Changes that come within this time are one: an editor that saves all files, a tool that writes two. */
const TOGETHER_MS = 8;

/**
 * When to look at a saved file once more. Where an editor puts a new file in its place, the watcher needs some ms to find that:
 * two saves within 50 ms, and it would never tell of the second.
 */
const AGAIN_MS = [100, 1000];

/** Watches folders; the one to close it. */
export interface Watch {
  close(): Promise<void>;
}

/**
 * Tells of files that were changed, added or removed, a batch at a time: while one is dealt with, the next is gathered.
 *
 * @param dirs absolute paths
 * @returns once every folder is being watched
 */
export async function watchFiles(
  dirs: readonly string[],
  onChange: (files: readonly string[]) => Promise<void>,
): Promise<Watch> {
  const changed = new Set<string>();
  const seen = new Map<string, string>();
  let busy = false;
  let closed = false;

  async function tell(): Promise<void> {
    if (busy) return;
    busy = true;
    while (changed.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
      const files = [...changed];
      changed.clear();
      for (const file of files) seen.set(file, stampOf(file));
      await onChange(files);
      for (const ms of AGAIN_MS) setTimeout(() => files.forEach(note), ms).unref();
    }
    busy = false;
  }

  function note(file: string): void {
    if (closed || stampOf(file) === seen.get(file)) return;
    changed.add(file);
    void tell();
  }

  // What editors leave beside a file while they save it: .name.swp, name~.
  const ignored = (file: string) => {
    const name = path.basename(file);
    return !dirs.includes(file) && (name.startsWith('.') || name.endsWith('~') || name === 'node_modules');
  };
  const watcher = watch([...dirs], { ignoreInitial: true, ignored });
  watcher.on('all', (event, file) => {
    if (!event.endsWith('Dir')) note(file);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      closed = true;
      await watcher.close();
    },
  };
}
