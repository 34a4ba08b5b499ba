import { counted, filled } from '../../../layouts/words/words.ts';
import { codePoint } from '../../model/code-point.ts';
import { linesIn, overIn, unmeasuredIn } from './compose-room.ts';
import { words } from './compose-words.ts';
import { type Made, missingIn } from './composed.ts';
import type { ComposerData } from './composer-data.ts';

/** What keeps a composed text from being a card, in sentences; else that it is ready, or that only `prepdeck check` can tell. */
export function statusOf(made: Made, data: ComposerData): string[] {
  const missing = missingIn(made, data);
  const over = overIn(made, data).map(({ name, by }) => filled(words.overBy, { name, count: by }));
  const front = linesIn(made, data);
  const isFull = front !== undefined && front.filled > front.lines;
  const unmeasured = unmeasuredIn(made, data);
  const lines = [
    ...(missing.length > 0 ? [filled(words.stillToFill, { names: missing.join(' · ') })] : []),
    ...(over.length > 0 ? [filled(words.tooMuch, { names: over.join(' · ') })] : []),
    ...(isFull ? [filled(counted(front.lines, words.frontIsFull), { filled: front.filled })] : []),
    ...(unmeasured.length > 0 ? [filled(words.unmeasured, { letters: unmeasured.map(seen).join(' ') })] : []),
  ];
  if (lines.length > 0) return lines;
  return [front === undefined ? words.withinBudgets : words.ready];
}

/** A letter, or the number of one that nobody would see. */
function seen(letter: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : codePoint(letter);
}
