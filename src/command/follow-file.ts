import { unwatchFile, watchFile } from 'node:fs';

/** How often the file is checked, in ms. Polling also notices programs that save by putting a new file in place of the old one. */
const LOOK_MS = 300;

/**
 * Calls `onSave` whenever a file has been saved and then stays unchanged for a moment: while a program writes, only half of the
 * file is there, or none of it. Calls wait for one another.
 *
 * @param file absolute path
 * @returns a function that stops watching
 */
export function followFile(file: string, onSave: () => Promise<void>): () => void {
  let last: Promise<void> = Promise.resolve();
  let due: NodeJS.Timeout | undefined;
  const onChange = ({ size }: { size: number }) => {
    clearTimeout(due);
    if (size === 0) return;
    due = setTimeout(() => {
      last = last.then(onSave);
    }, LOOK_MS + 50);
  };
  watchFile(file, { interval: LOOK_MS }, onChange);
  return () => {
    clearTimeout(due);
    unwatchFile(file, onChange);
  };
}
