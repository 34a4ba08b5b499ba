import type { Card } from '../model/card.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Size } from '../model/units.ts';
import type { Wish } from './deck-format.ts';

/**
 * An error where faces are made for larger cards than these: one for each minimum size, not one for each face. It
 * replaces an error for each text that would not fit.
 *
 * @param formats those that deck.yaml may name: the message says which are large enough
 */
export function tooSmallFor(
  { cards, format }: { cards: readonly Card[]; format: Format },
  { faces }: Pick<Looks, 'faces'>,
  formats: Readonly<Record<string, Format>>,
  at: Wish,
): Problem[] {
  const small = [...new Set(cards.map((card) => card.face))].sort().flatMap((face) => {
    const least = lookUp(faces, face)?.least;
    return least && !holds(format, least) ? [{ face, least }] : [];
  });
  const sizes = new Map(small.map(({ least }) => [sizeText(least), least]));
  return [...sizes].map(([size, least]) => {
    const those = small.filter((one) => sizeText(one.least) === size).map(({ face }) => face);
    const count = cards.filter((card) => those.includes(card.face)).length;
    const made = `made for cards of at least ${size}; ${format.name} is ${sizeText(format)}`;
    const message = `${facesText(those)} ${made} (cards with ${those.length > 1 ? 'these faces' : 'this face'}: ${count}).`;
    const allowed = Object.values(formats).flatMap((one) => (holds(one, least) ? [one.id] : []));
    const note = 'Choose a larger format, leave these cards out, or give them another face.';
    return error({ file: at.file, place: at.place, rule: 'deck/face-size', message, allowed, got: format.id, note });
  });
}

function holds({ width, height }: Size, least: Size): boolean {
  return width >= least.width && height >= least.height;
}

function sizeText({ width, height }: Size): string {
  return `${width} × ${height} mm`;
}

/** `The face "pattern" is`, `The faces "pattern" and "risk" are`. */
function facesText(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length === 1) return `The face ${quoted[0]} is`;
  return `The faces ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} are`;
}
