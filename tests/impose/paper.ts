import type { Placed } from '../../src/model/sheets.ts';
import type { Flip, Stock } from '../../src/model/stock.ts';

/**
 * A sheet of paper in space, turned by hand: the tests' own way to find what lies behind what. It shares no formula
 * with the code: points are turned by rotation matrices, and a landscape page goes through the printer sideways.
 */
export type Point3 = readonly [x: number, y: number, z: number];

/** A point of a face (u right, v down, from its top left corner) on the page, in mm from the page's top left corner. */
export function onPage(placed: Placed, u: number, v: number): [x: number, y: number] {
  const lying = placed.turn === 90 || placed.turn === 270;
  const [width, height] = lying ? [placed.height, placed.width] : [placed.width, placed.height];
  const angle = (placed.turn * Math.PI) / 180;
  const [dx, dy] = [u - width / 2, v - height / 2];
  return [
    placed.x + placed.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
    placed.y + placed.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
  ];
}

/** Where a page's point falls on the paper as it leaves the printer, printed side up, x right and y away from you. */
export function printed([x, y]: readonly [number, number], { paper }: Pick<Stock, 'paper'>, quarter = -1): Point3 {
  const fromCenter: Point3 = [x - paper.width / 2, paper.height / 2 - y, 0];
  // Paper goes through a printer upright: a landscape page is turned a quarter clockwise, front and back alike; with 1 the other way.
  return paper.width > paper.height ? rotate(fromCenter, [0, 0, 1], (quarter * Math.PI) / 2) : fromCenter;
}

/** The paper (upright) turned over as a book's page is, on its long edge, or as a notepad's is, on its short one. */
export function turnedOver(point: Point3, flip: Flip): Point3 {
  return rotate(point, flip === 'long' ? [0, 1, 0] : [1, 0, 0], Math.PI);
}

/** Half a turn about the line x = at or y = at of the page, as a fold makes it. */
export function foldedOver([x, y]: readonly [number, number], { axis, at }: NonNullable<Stock['fold']>): Point3 {
  const [dx, dy, dz] =
    axis === 'vertical' ? rotate([x - at, -y, 0], [0, 1, 0], Math.PI) : rotate([x, at - y, 0], [1, 0, 0], Math.PI);
  return axis === 'vertical' ? [dx + at, -dy, dz] : [dx, at - dy, dz];
}

/** Rodrigues' rotation about an axis through the origin. */
export function rotate([x, y, z]: Point3, [kx, ky, kz]: Point3, angle: number): Point3 {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const dot = (kx * x + ky * y + kz * z) * (1 - cos);
  return [
    x * cos + (ky * z - kz * y) * sin + kx * dot,
    y * cos + (kz * x - kx * z) * sin + ky * dot,
    z * cos + (kx * y - ky * x) * sin + kz * dot,
  ];
}
