import { lookUp } from '../../model/look-up.ts';
import { numbersIn, pixels } from './svg-lengths.ts';
import type { SvgElement } from './svg-tree.ts';

/** Shapes that have an outline. */
const SHAPES: Readonly<Record<string, (attributes: SvgElement['attributes']) => string>> = {
  path: ({ d = '' }) => d,
  rect,
  circle: (attributes) => ellipse({ ...attributes, rx: attributes.r ?? '0', ry: attributes.r ?? '0' }),
  ellipse,
  line: (attributes) => {
    const [x1, y1, x2, y2] = lengths(attributes, ['x1', 'y1', 'x2', 'y2']);
    return `M${x1} ${y1}L${x2} ${y2}`;
  },
  polyline: ({ points = '' }) => polygon(points),
  polygon: ({ points = '' }) => (polygon(points) === '' ? '' : `${polygon(points)}Z`),
};

/** True for an element that has an outline. */
export function isShape(name: string): boolean {
  return lookUp(SHAPES, name) !== undefined;
}

/** The outline of a shape as path data, empty where it has none; undefined where one of its lengths is relative: `width="50%"`. */
export function outlineOf({ name, attributes }: Pick<SvgElement, 'name' | 'attributes'>): string | undefined {
  const sizes = ['x', 'y', 'width', 'height', 'rx', 'ry', 'r', 'cx', 'cy', 'x1', 'y1', 'x2', 'y2'];
  const given = sizes.map((key) => lookUp(attributes, key)).filter((one) => one !== undefined && one !== 'auto');
  if (name !== 'path' && given.some((one) => pixels(one ?? '') === undefined)) return undefined;
  return lookUp(SHAPES, name)?.(attributes) ?? '';
}

function lengths(attributes: SvgElement['attributes'], keys: readonly string[]): number[] {
  return keys.map((key) => pixels(lookUp(attributes, key) ?? '0') ?? 0);
}

function rect(attributes: SvgElement['attributes']): string {
  const [x = 0, y = 0, w = 0, h = 0] = lengths(attributes, ['x', 'y', 'width', 'height']);
  if (w <= 0 || h <= 0) return '';
  const [a, b] = [pixels(attributes.rx ?? ''), pixels(attributes.ry ?? '')];
  const rx = Math.min(a ?? b ?? 0, w / 2);
  const ry = Math.min(b ?? a ?? 0, h / 2);
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${w}v${h}h${-w}z`;
  const corner = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [w - 2 * rx, h - 2 * ry];
  const top = `M${x + rx} ${y}h${across}${corner(rx, ry)}v${down}${corner(-rx, ry)}`;
  return `${top}h${-across}${corner(-rx, -ry)}v${-down}${corner(rx, -ry)}z`;
}

function ellipse(attributes: SvgElement['attributes']): string {
  const [cx = 0, cy = 0, rx = 0, ry = 0] = lengths(attributes, ['cx', 'cy', 'rx', 'ry']);
  if (rx <= 0 || ry <= 0) return '';
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`;
}

function polygon(points: string): string {
  const all = numbersIn(points);
  const pairs = Array.from({ length: Math.floor(all.length / 2) }, (_, i) => `${all[2 * i]} ${all[2 * i + 1]}`);
  return pairs.length === 0 ? '' : `M${pairs.join('L')}`;
}
