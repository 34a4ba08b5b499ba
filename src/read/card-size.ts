import { z } from 'zod';
import type { Mm } from '../model/units.ts';
import { length, size } from './lengths.ts';

/** Least length of a card's sides: a smaller card has no room for a word. */
const SMALLEST: Mm = 25;
/** The longer and the shorter side of the largest card: a sheet of A4. */
const LONGEST: Mm = 297;
const BROADEST: Mm = 210;
/** The corners of most cards. */
const RADIUS: Mm = 3;

/** The size of a card after cutting, as in `formats.yaml`, or under `format:` in deck.yaml for a size of one's own. */
export const cardSize = z
  .strictObject({ name: z.string().min(1).optional(), width: size, height: size, radius: length.default(RADIUS) })
  .superRefine(({ width, height, radius }, context) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    if (short < SMALLEST || long > LONGEST || short > BROADEST) {
      const range = `a card is ${SMALLEST} × ${SMALLEST} to ${LONGEST} × ${BROADEST} mm, upright or wide`;
      context.addIssue(`is ${plain(width)} × ${plain(height)} mm; ${range}`);
    }
    if (radius > short / 2)
      context.addIssue({ code: 'custom', path: ['radius'], message: `is more than half of the card’s shorter side` });
  })
  .transform(({ name, ...rest }) => ({ name: name ?? `${plain(rest.width)} × ${plain(rest.height)} mm`, ...rest }));

function plain(length: Mm): string {
  return String(Number(length.toFixed(2)));
}
