import type { OutlineStep } from '../../src/model/net.ts';

/** Where each step of an outline ends. */
export function ends(outline: readonly OutlineStep[]): [number, number][] {
  return outline.map((step) => step.slice(-2) as [number, number]);
}

/** The area inside an outline, its round corners taken as straight, in mm²: negative where it runs counterclockwise. */
export function areaOf(outline: readonly OutlineStep[]): number {
  const points = ends(outline);
  return points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] as [number, number];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
