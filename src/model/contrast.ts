// Colors as WCAG 2.2 measures them: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

/** Relative luminance of `#rrggbb`, 0 to 1. */
export function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast ratio of two `#rrggbb` colors, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

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
