import svgpath from 'svgpath';

/** Transforms as SVG writes them, the innermost first. */
export type Transforms = readonly string[];

const ONE = String.raw`(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s,.eE+-]+\)`;
const LIST = new RegExp(String.raw`^\s*(?:${ONE}[\s,]*)*$`, 'u');

/** Of one element, in characters: more would be read anew for each shape in it. */
const MAX_LENGTH = 400;
/** How many transforms may lie in one another before they become one. */
const MAX_DEPTH = 8;

/** True for what can't be read as transforms. */
export function isWrongTransform(transform: string): boolean {
  return transform.length > MAX_LENGTH || !LIST.test(transform);
}

/** A transform inside of others. Many become one: each is read anew for each shape. */
export function within(transform: string, around: Transforms): Transforms {
  const all = [transform, ...around];
  return all.length > MAX_DEPTH ? [matrixOf(all)] : all;
}

function matrixOf(transforms: Transforms): string {
  const numbers: number[] = [];
  const path = transforms.reduce((one, next) => one.transform(next), svgpath('M1 0L0 1L0 0'));
  path.iterate(([, x, y]) => {
    numbers.push(Number(x), Number(y));
  });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return `matrix(${a - e} ${b - f} ${c - e} ${d - f} ${e} ${f})`;
}

/** Path data moved by transforms: absolute, without arcs and shorthands, to a hundredth. */
export function transformed(d: string, transforms: Transforms): string {
  const moved = transforms.reduce((path, one) => path.transform(one), svgpath(d).unshort().unarc().abs());
  return moved.round(2).toString();
}

/** What transforms make of the two sides of a square of 1, as vectors. */
export function sidesOf(transforms: Transforms): [x: readonly [number, number], y: readonly [number, number]] {
  const corners: [number, number][] = [];
  const path = transforms.reduce((one, next) => one.transform(next), svgpath('M0 0L1 0L0 1'));
  path.iterate(([, x, y]) => {
    corners.push([Number(x), Number(y)]);
  });
  const [[x0, y0] = [0, 0], [x1, y1] = [1, 0], [x2, y2] = [0, 1]] = corners;
  return [
    [x1 - x0, y1 - y0],
    [x2 - x0, y2 - y0],
  ];
}

/** How much larger lengths become; undefined where they become larger in one direction than in another. */
export function evenScaleOf(transforms: Transforms): number | undefined {
  const [[a, b], [c, d]] = sidesOf(transforms);
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isEven = Math.abs(across - down) < EVEN * across && Math.abs(a * c + b * d) < EVEN * across * down;
  return isEven ? across : undefined;
}

/** How far the two directions may differ: drawing programs round. */
const EVEN = 0.01;
