import { channels, contrast } from '../model/contrast.ts';

/** Least contrast of text under 24 px by WCAG 2.2, level AA. */
const AA = 4.5;

/** A mix of two `#rrggbb` colours: `share` 0 is the first, 1 the second. */
export function mixed(a: string, b: string, share: number): string {
  const [from, to] = [channels(a), channels(b)];
  const mean = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * share));
  return `#${mean.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The first color on the way from `colour` to `toward` that has enough contrast with `ground` for text. */
export function readable(colour: string, ground: string, toward: string): string {
  const steps = Array.from({ length: 21 }, (_, i) => mixed(colour, toward, i / 20));
  return steps.find((step) => contrast(step, ground) >= AA) ?? toward;
}
