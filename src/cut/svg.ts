import { escaped } from '../model/escaped.ts';
import type { Rect } from '../model/sheets.ts';
import type { Mm } from '../model/units.ts';
import type { CutSheet } from './outlines.ts';

/** A cut file as SVG: as large as the paper, in mm, so that in a plotter's program its lines lie where the cards are printed. */
export function svgOf({ paper, marks, cards, radius, title }: CutSheet): string {
  const size = `width="${short(paper.width)}mm" height="${short(paper.height)}mm"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${short(paper.width)} ${short(paper.height)}">`,
    `<title>${escaped(title)}</title>`,
    '<g id="Regmark" fill="#000000" stroke="none">',
    ...marks.map(
      ({ x, y, width, height }) => `<path d="M${pair(x, y)}h${short(width)}v${short(height)}h${short(-width)}z"/>`,
    ),
    '</g>',
    '<g id="CutContour" fill="none" stroke="#ff00ff" stroke-width="0.1">',
    ...cards.map((card) => `<path d="${rounded(card, radius)}"/>`),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** A card's outline as a path, clockwise from the left end of the upper edge. */
function rounded({ x, y, width, height }: Rect, radius: Mm): string {
  const [right, bottom] = [x + width, y + height];
  if (radius === 0) return `M${pair(x, y)}H${short(right)}V${short(bottom)}H${short(x)}z`;
  const arc = (toX: Mm, toY: Mm) => `A${pair(radius, radius)} 0 0 1 ${pair(toX, toY)}`;
  return [
    `M${pair(x + radius, y)}H${short(right - radius)}${arc(right, y + radius)}`,
    `V${short(bottom - radius)}${arc(right - radius, bottom)}`,
    `H${short(x + radius)}${arc(x, bottom - radius)}`,
    `V${short(y + radius)}${arc(x + radius, y)}z`,
  ].join('');
}

function pair(x: Mm, y: Mm): string {
  return `${short(x)} ${short(y)}`;
}

/** A length as text, rounded to a tenth of a micrometer. */
function short(length: Mm): string {
  return String(Number(length.toFixed(4)));
}
