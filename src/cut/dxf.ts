import { Colors, DxfWriter, LWPolylineFlags, point2d, Units } from '@tarikjabiri/dxf';
import type { Rect } from '../model/sheets.ts';
import type { Mm } from '../model/units.ts';
import type { CutSheet } from './outlines.ts';

/** DXF's “bulge” for a quarter of a circle to the next point, anti-clockwise: the tangent of a quarter of the arc's angle. */
const QUARTER = Math.tan(Math.PI / 8);

/**
 * A cut file as DXF: mm, y upwards, from the lower left corner of the frame around the marks, which is where a machine that has found
 * them counts from. The outlines are on the layer CutContour, the marks on Regmark.
 */
export function dxfOf({ marks, frame, cards, radius }: CutSheet): string {
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Millimeters);
  dxf.addLayer('CutContour', Colors.Magenta, 'Continuous');
  dxf.addLayer('Regmark', Colors.White, 'Continuous');
  for (const mark of marks)
    dxf.addLWPolyline(pathOf(mark, frame, 0), { flags: LWPolylineFlags.Closed, layerName: 'Regmark' });
  for (const card of cards) {
    dxf.addLWPolyline(pathOf(card, frame, radius), { flags: LWPolylineFlags.Closed, layerName: 'CutContour' });
  }
  return dxf.stringify();
}

/** A card's outline as a closed polyline, anti-clockwise from the left end of the lower edge. */
function pathOf({ x, y, width, height }: Rect, frame: Rect, radius: Mm) {
  const [left, bottom] = [x - frame.x, frame.y + frame.height - y - height];
  const [right, top] = [left + width, bottom + height];
  const corners: readonly (readonly [Mm, Mm])[] =
    radius === 0
      ? [
          [left, bottom],
          [right, bottom],
          [right, top],
          [left, top],
        ]
      : [
          [left + radius, bottom],
          [right - radius, bottom],
          [right, bottom + radius],
          [right, top - radius],
          [right - radius, top],
          [left + radius, top],
          [left, top - radius],
          [left, bottom + radius],
        ];
  return corners.map(([across, up], at) => ({
    point: point2d(short(across), short(up)),
    // Every second side of a round outline is a corner.
    bulge: radius > 0 && at % 2 === 1 ? QUARTER : 0,
  }));
}

/** A length as text, rounded to a tenth of a micrometer. */
function short(length: Mm): number {
  return Number(length.toFixed(4));
}
