/** A palette has no more colours than this (PNG, 11.2.2: PLTE). */
const MOST = 256;
/** Each value of a channel, rounded to one of eight. */
const EIGHTHS = Uint8Array.from({ length: 256 }, (_, value) => Math.round((Math.round((value / 255) * 7) * 255) / 7));

/** Colours in the order in which they come. */
export interface Colours {
  /** Each a number: red in its lowest byte, then green, then blue. */
  values: number[];
  /** How many runs of pixels have each. */
  uses: number[];
  /** Where each is in `values`. */
  places: Map<number, number>;
}

/** A colour's place among those that came before; the next one for a new colour. */
export function colourPlace({ values, uses, places }: Colours, colour: number): number {
  const known = places.get(colour);
  if (known !== undefined) return known;
  places.set(colour, values.length);
  uses.push(0);
  return values.push(colour) - 1;
}

/** Counts one more run of a colour. */
export function countUse({ uses }: Colours, place: number): void {
  uses[place] = (uses[place] ?? 0) + 1;
}

/** A colour with each channel rounded to one of eight values. */
export function roundedColour(pixel: number): number {
  return eighth(pixel, 16) | eighth(pixel, 8) | eighth(pixel, 0);
}

function eighth(pixel: number, shift: number): number {
  return (EIGHTHS[(pixel >>> shift) & 0xff] ?? 0) << shift;
}

/** The most frequent colours, three bytes each, and where each colour is among them: the others are the nearest of them. */
export function mostFrequent({ values, uses }: Colours): { palette: Uint8Array; moved: Uint8Array } {
  const order = values.map((_, at) => at).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const palette = Uint8Array.from(order.slice(0, MOST).flatMap((at) => channelsOf(values[at] ?? 0)));
  const moved = new Uint8Array(values.length);
  for (const [to, at] of order.entries()) moved[at] = to < MOST ? to : nearest(values[at] ?? 0, palette);
  return { palette, moved };
}

function nearest(colour: number, palette: Uint8Array): number {
  const [red, green, blue] = channelsOf(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < palette.length; at += 3) {
    const [inRed, inGreen, inBlue] = [palette[at] ?? 0, palette[at + 1] ?? 0, palette[at + 2] ?? 0];
    const distance = (red - inRed) ** 2 + (green - inGreen) ** 2 + (blue - inBlue) ** 2;
    if (distance < least) [best, least] = [at / 3, distance];
  }
  return best;
}

function channelsOf(colour: number): [number, number, number] {
  return [colour & 0xff, (colour >>> 8) & 0xff, colour >>> 16];
}
