import type { Cache } from '../model/cache.ts';
import type { Deck } from '../model/deck.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import { FACE_BLEED } from '../model/faces.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { blacksOf } from './blacks.ts';
import { findingsIn } from './findings-kept.ts';

/** Left out here: drawing the pages has reported it already, and quotes the text. */
const SAID_BEFORE = 'press/small-text';

/** What a print shop would call about, found in a drawn board or worksheet. */
export async function preflightPages({ page, size, drawn }: DrawnPage, deck: Deck, cache: Cache): Promise<Problem[]> {
  const asked = { blacks: blacksOf(deck.theme), press: undefined };
  const problems: Problem[] = [];
  for (const pdf of drawn.documents) {
    for (const { severity, rule, x, y, message: found, note } of await findingsIn(pdf, asked, cache)) {
      if (rule === SAID_BEFORE) continue;
      const [left, top] = [x - FACE_BLEED, y - FACE_BLEED].map((length) => Math.max(0, length).toFixed(0));
      const message = `${page.kind} “${page.title}” on ${size.name}, ${left} mm from the left and ${top} mm from the top: ${found}`;
      const place = { line: 1, column: 1 };
      problems.push((severity === 'error' ? error : warning)({ file: page.file, place, rule, message, note }));
    }
  }
  return problems;
}
