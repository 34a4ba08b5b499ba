import { UsageError } from '../model/usage.ts';
import { isKebab } from '../read/ids.ts';

/** @throws UsageError for an id that can't be a file's name; `of` says whose: `a card’s id` */
export function checkNewId(id: string, of: string, example: string): void {
  if (isKebab(id)) return;
  throw new UsageError(`${of} is lower-case words joined by hyphens, e.g. ${example} (got: ${id})`);
}

/** The title that a new file begins with: `because-you-row` → `Because You Row`. */
export function titleFromId(id: string): string {
  return id.replaceAll('-', ' ').replace(/\b\w/gu, (letter) => letter.toUpperCase());
}
