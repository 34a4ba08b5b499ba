import { unwatchFile, watchFile } from 'node:fs';

/** How often a file is looked at: a program that saves by putting a new file in the place of the old is seen as well. */
const LOOK_MS = 300;

/**
 * Calls `onSave` whenever a file has been saved and stays as it is for a moment: while a program writes there is half a file,
 * or none. Calls wait for one another.
 *
 * @param file absolute path
 * @returns ends it
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
