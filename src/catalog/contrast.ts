// Colours as WCAG 2.2 measures them. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

/** Least contrast of text under 24 px by WCAG 2.2, level AA. */
const AA = 4.5;

/** The contrast ratio of two `#rrggbb` colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A mix of two `#rrggbb` colours: `share` 0 is the first, 1 the second. */
export function mixed(a: string, b: string, share: number): string {
  const [from, to] = [channels(a), channels(b)];
  const mean = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * share));
  return `#${mean.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour nearest to `colour`, on its way to `toward`, that reads on `ground` as text. */
export function readable(colour: string, ground: string, toward: string): string {
  const steps = Array.from({ length: 21 }, (_, i) => mixed(colour, toward, i / 20));
  return steps.find((step) => contrast(step, ground) >= AA) ?? toward;
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
