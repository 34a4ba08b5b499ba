import type { Mm } from './units.ts';

/** Coated card of 310 g/m² is 0.31 mm thick within a few percent; uncoated is up to a fifth thicker: measure ten cards. */
const MM_PER_GSM = 0.001;

/** A card's thickness in mm by its weight in g/m². */
export function caliperOf(gsm: number): Mm {
  return gsm * MM_PER_GSM;
}
