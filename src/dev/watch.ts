import path from 'node:path';
import { watch } from 'chokidar';

/** Changes that come within this time are one: an editor that saves all files, a tool that writes two. */
const TOGETHER_MS = 8;

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
  let busy = false;

  async function tell(): Promise<void> {
    if (busy) return;
    busy = true;
    while (changed.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
      const files = [...changed];
      changed.clear();
      await onChange(files);
    }
    busy = false;
  }

  // What editors leave beside a file while they save it: .name.swp, name~.
  const ignored = (file: string) => {
    const name = path.basename(file);
    return !dirs.includes(file) && (name.startsWith('.') || name.endsWith('~') || name === 'node_modules');
  };
  const watcher = watch([...dirs], { ignoreInitial: true, ignored });
  watcher.on('all', (event, file) => {
    if (event.endsWith('Dir')) return;
    changed.add(file);
    void tell();
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}
