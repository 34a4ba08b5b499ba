import type { SheetLabel } from '../model/sheets.ts';
import { mm, pt } from '../model/units.ts';
import type { Pen } from './operators.ts';
import { drawRuns, widthIn } from './runs.ts';
import type { SlugFont } from './slug-font.ts';

/** What a label is set in: the names of its fonts among a page's resources, and its color as an operator; left out: black. */
interface LabelStyle {
  nameOf: (font: SlugFont) => string;
  colour?: string;
}

/** A line of text, stretch by stretch where it takes several fonts; smaller than it wishes where it has less room. */
export function labelOn(
  label: SheetLabel,
  fonts: readonly SlugFont[],
  pen: Pen,
  { nameOf, colour }: LabelStyle,
): string {
  const width = widthIn(label.text, fonts);
  const size = label.room === undefined ? label.points : Math.min(label.points, pt(label.room) / width);
  const back = label.anchor === 'middle' ? mm(width * size) / 2 : 0;
  const angle = (label.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return drawRuns(label.text, fonts, ({ hex, font, ...from }) => {
    const [along, up] = [mm(from.along * size) - back, mm(from.up * size)];
    const start = { x: label.x + along * cos + up * sin, y: label.y + along * sin - up * cos };
    return pen.text(hex, { ...start, turn: label.turn, size }, nameOf(font), colour);
  });
}
