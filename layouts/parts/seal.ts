import type { Mm } from '../../src/model/units.ts';

/** Bows around a seal. */
const BOWS = 18;

/** The path of a seal with a scalloped edge. */
export function scallop(x: Mm, y: Mm, r: Mm): string {
  const at = (index: number) => {
    const angle = (index / BOWS) * 2 * Math.PI;
    return `${(x + r * Math.sin(angle)).toFixed(3)} ${(y - r * Math.cos(angle)).toFixed(3)}`;
  };
  const bow = (r * Math.sin(Math.PI / BOWS) * 1.08).toFixed(3);
  const bows = Array.from({ length: BOWS }, (_, index) => `A${bow} ${bow} 0 0 1 ${at(index + 1)}`);
  return `M${at(0)}${bows.join('')}z`;
}

/** The path of two ribbons that hang from a seal. */
export function ribbon(x: Mm, y: Mm, r: Mm): string {
  const tail = (turn: 1 | -1) =>
    `M${x} ${y + r * 0.4}L${x + turn * r * 0.85} ${y + r * 1.42}L${x + turn * r * 0.42} ${y + r * 1.3}L${x + turn * r * 0.2} ${y + r * 1.6}z`;
  return tail(1) + tail(-1);
}
