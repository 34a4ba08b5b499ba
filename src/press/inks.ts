/** Amounts of cyan, magenta, yellow and black, each 0–255. */
export type Inks = readonly [number, number, number, number];

/** The paint of a fill or a stroke. */
export type Paint =
  | { space: 'rgb'; hex: string }
  /** 0 is black, 1 is white. */
  | { space: 'gray'; level: number }
  /** 0–1 each. */
  | { space: 'cmyk'; inks: readonly number[] }
  /** A spot colour or a pattern, set by these operators. */
  | { space: 'other'; operators: string }
  /** The paint that the page had set when it drew this form: a form starts with it. */
  | { space: 'inherited' };

/** The amount of all four inks together in percent: 300 of at most 400. */
export function totalInk(inks: readonly number[]): number {
  return (inks.reduce((sum, one) => sum + one, 0) / 255) * 100;
}

/**
 * Brings pixels or colours down to an ink limit: black stays, cyan, magenta and yellow shrink in proportion.
 *
 * @param samples four bytes each: C, M, Y, K. Changed in place.
 * @param limit in percent
 * @returns how many of them were over it
 */
export function limitInks(samples: Uint8Array, limit: number): number {
  const most = (limit / 100) * 255;
  let over = 0;
  for (let at = 0; at < samples.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = samples.subarray(at, at + 4);
    if (c + m + y + k <= most) continue;
    over += 1;
    const scale = Math.max(0, most - k) / (c + m + y);
    // Rounded down, so that the sum cannot pass the limit by rounding.
    samples.set([Math.floor(c * scale), Math.floor(m * scale), Math.floor(y * scale)], at);
  }
  return over;
}

/** The most cyan, magenta and yellow together of any of these samples, in percent: what lies under an overprinting black. */
export function mostColour(samples: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 3 < samples.length; at += 4) {
    most = Math.max(most, (samples[at] ?? 0) + (samples[at + 1] ?? 0) + (samples[at + 2] ?? 0));
  }
  return (most / 255) * 100;
}

/** `#23262b` of three components 0–1. */
export function hexOf(components: readonly number[]): string {
  const byte = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255);
  const whole = components.reduce((sum, one) => sum * 256 + byte(one), 1);
  return `#${whole.toString(16).slice(1)}`;
}

/** The three bytes of `#23262b`. */
export function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Two paints with the same key are the same paint. */
export function paintKey(paint: Paint): string {
  if (paint.space === 'rgb') return paint.hex;
  if (paint.space === 'gray') return `gray ${paint.level}`;
  if (paint.space === 'cmyk') return `cmyk ${paint.inks.join(' ')}`;
  return paint.space === 'other' ? paint.operators : 'inherited';
}

/** The inks of a paint, or undefined where it is none of the four (a spot colour, a pattern). */
export function inksOf(paint: Paint, converted: ReadonlyMap<string, Inks>): Inks | undefined {
  if (paint.space === 'gray') return [0, 0, 0, Math.round((1 - paint.level) * 255)];
  if (paint.space === 'cmyk') {
    const [c = 0, m = 0, y = 0, k = 0] = paint.inks.map((one) => Math.round(one * 255));
    return [c, m, y, k];
  }
  if (paint.space !== 'rgb') return undefined;
  const inks = converted.get(paint.hex);
  if (!inks) throw new Error(`the color ${paint.hex} was not converted`);
  return inks;
}
