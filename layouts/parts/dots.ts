import { textWidth } from '../../src/font/lines.ts';
import type { Type } from '../../src/font/type.ts';
import type { Pt } from '../../src/model/units.ts';

/** The separator between two entries of one line. */
export const BETWEEN = '\u00a0·\u00a0';

/** Factor on estimated widths: the renderer may need a little more. */
const CAUTION = 1.02;

/**
 * The lines of a list whose entries stand on one line with dots between them. An entry is never broken, and no line ends or begins
 * with a dot: between lines the break itself parts the entries.
 *
 * @param first by how much the first line is shorter, where a name stands before the list
 */
export function dotLines(entries: readonly string[], type: Type & { size: Pt }, width: Pt, first: Pt = 0): string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const longer = last === undefined ? entry : `${last} · ${entry}`;
    const room = width - (lines.length > 1 ? 0 : first);
    if (last === undefined || textWidth(longer, type, type.size * CAUTION) > room) lines.push(entry);
    else lines[lines.length - 1] = longer;
  }
  return shared(lines).map((line) => line.replaceAll(' ', '\u00a0'));
}

/** Lines whose last entry does not stand alone: it gets one from the line before, where two are left there. */
function shared(lines: string[]): string[] {
  const [before = '', last = ''] = lines.slice(-2);
  const entries = before.split(' · ');
  if (lines.length < 2 || last.includes(' · ') || entries.length < 3) return lines;
  return [...lines.slice(0, -2), entries.slice(0, -1).join(' · '), `${entries.at(-1)} · ${last}`];
}
