import type { Card } from '../model/card.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Wish } from './deck-format.ts';

/** An error for each face that is made for larger cards than these; it replaces an error for each text that would not fit. */
export function tooSmallFor(
  cards: readonly Card[],
  format: Format,
  { faces }: Pick<Looks, 'faces'>,
  at: Wish,
): Problem[] {
  const { width, height, name } = format;
  return [...new Set(cards.map((card) => card.face))].sort().flatMap((face) => {
    const least = lookUp(faces, face)?.least;
    if (!least || (width >= least.width && height >= least.height)) return [];
    const count = cards.filter((card) => card.face === face).length;
    const made = `is made for cards of at least ${least.width} × ${least.height} mm`;
    const message = `The face "${face}" ${made}; ${name} has ${width} × ${height} mm (cards with this face: ${count}).`;
    const note = 'Choose a larger format, leave these cards out, or give them another face.';
    return [error({ file: at.file, place: at.place, rule: 'deck/face-size', message, got: format.id, note })];
  });
}
