import { type Place, warning } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';

/** A text, what it may fill, and where it stands. */
interface Budgeted {
  /** As messages call it. */
  what: string;
  text: string;
  /** In characters. */
  budget: number;
  /** How much of its budget it may fill, in percent. */
  room: number;
  file: string;
  place: Place | undefined;
}

/** The warning that a text is longer than its budget. */
export function overBudget({ what, text, budget, room, file, place }: Budgeted, report: Report): void {
  // A soft hyphen is printed only where a line ends at it, and accents and vowels over and under letters take no room beside them.
  const length = [...text.normalize('NFC').replace(/[\u00ad\p{Mn}]/gu, '')].length;
  const most = Math.floor((budget * room) / 100);
  if (length <= most) return;
  const message = `${what} is ${length} characters: over budget by ${length - most}.`;
  const note = `Shorten it to ${most}; longer text is printed only if it happens to fit.`;
  report(warning({ file, place, rule: 'card/over-budget', message, note, got: text.slice(0, 80) }));
}
