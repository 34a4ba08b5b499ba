import colorString from 'color-string';
import { lookUp } from '../../model/look-up.ts';
import type { DrawnPath } from '../../model/theme.ts';
import { numbersIn, pixels } from './svg-lengths.ts';
import type { Style } from './svg-style.ts';
import { evenScaleOf, type Transforms } from './svg-transform.ts';
import { namedIn } from './svg-tree.ts';

/** Properties that change what is drawn, and the value that does nothing. */
const EFFECTS: Readonly<Record<string, string>> = {
  filter: 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  marker: 'none',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  transform: 'none',
  'vector-effect': 'none',
  'paint-order': 'normal',
};

/** The property of a style that can't be drawn, as the words after "has"; undefined where all can. */
export function styleFault(style: Style): string | undefined {
  const effect = Object.entries(EFFECTS).find(([key, nothing]) => (lookUp(style, key) ?? nothing) !== nothing);
  if (effect) return `a ${effect[0]}`;
  const opacity = opacityOf(style, 'opacity');
  return opacity > 0 && opacity < 1 ? `an opacity of ${style.opacity}` : undefined;
}

function opacityOf(style: Style, key: string): number {
  const text = lookUp(style, key) ?? '1';
  const value = Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);
  return Number.isNaN(value) ? 1 : value;
}

/** True for what is not drawn: hidden, or fully transparent. */
export function isHidden(style: Style): boolean {
  return style.display === 'none' || opacityOf(style, 'opacity') <= 0;
}

/** A color; undefined for no paint; or why it can't be printed, as the words after "has". */
export type SvgPaint = { colour: string } | { fault: string } | undefined;

/** The color of a fill or a stroke. `other` names the element that paints it in place of a color, by its id. */
export function paintOf(style: Style, key: 'fill' | 'stroke', other: (id: string) => string): SvgPaint {
  const usual = key === 'fill' ? '#000' : 'none';
  const said = lookUp(style, key) ?? usual;
  const text = said.toLowerCase() === 'currentcolor' ? (style.color ?? '#000') : said;
  if (text === 'none' || text === '' || style.visibility === 'hidden' || style.visibility === 'collapse')
    return undefined;
  if (/^url\(/iu.test(text)) return { fault: `a ${key} by ${other(namedIn(text) ?? '')}` };
  const read = text.length > 100 ? null : colorString.get.rgb(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = read ?? [];
  if (read === null) return { fault: `the ${key} "${text.slice(0, 40)}", which is no color that is read` };
  const seen = alpha * opacityOf(style, `${key}-opacity`);
  if (seen <= 0) return undefined;
  if (seen < 1) return { fault: `a ${key} that can be seen through` };
  return { colour: `#${[red, green, blue].map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}` };
}

const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;

/** How a line is drawn; undefined for a line of no width; or why it can't be, as the words after "has". */
export function strokeOf(style: Style, colour: string, transforms: Transforms): DrawnPath['stroke'] | string {
  const width = pixels(style['stroke-width'] ?? '1');
  if (width === undefined) return `the stroke-width "${style['stroke-width']}"`;
  const scale = evenScaleOf(transforms);
  if (width <= 0) return undefined;
  if (scale === undefined) return 'a stroke that is stretched in one direction';
  const dashes = style['stroke-dasharray'] ?? 'none';
  const dash = dashes === 'none' ? [] : numbersIn(dashes).map((one) => one * scale);
  if (dash.length > 0 && Number.parseFloat(style['stroke-dashoffset'] ?? '0') !== 0) return 'a stroke-dashoffset';
  return {
    colour,
    width: width * scale,
    cap: CAPS.find((one) => one === style['stroke-linecap']) ?? 'butt',
    join: JOINS.find((one) => one === style['stroke-linejoin']) ?? 'miter',
    ...(dash.some((one) => one > 0) ? { dash } : {}),
  };
}
