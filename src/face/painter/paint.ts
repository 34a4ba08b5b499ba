import { lookUp } from '../../model/look-up.ts';
import type { Placed } from './boxes.ts';
import { Unpainted } from './element.ts';
import type { NewFace } from './face.ts';
import type { Line } from './lines.ts';
import { box, circle, type Rect, rounded } from './outline.ts';
import { EDGES, type Style } from './style.ts';

/** What a page is painted with. */
export interface Painting {
  face: NewFace;
  /** The operators of an outline that is given as SVG path data. */
  outline(d: string): string;
}

/** Paints an element, and all in it, at a place that is counted from the page's top left corner. */
export function paint(node: Placed, x: number, y: number, painting: Painting): void {
  const { style, type } = node;
  const place = { ...node.box, left: x + node.box.left, top: y + node.box.top };
  const draw = () => {
    const { backgroundColor: ground } = style;
    if (ground !== undefined) painting.face.draw(set(ground, 'cs'), painting.outline(box(place, style)), 'f');
    borders(place, style, painting);
    if (type === 'TEXT') text(node, place, painting);
    else if (type === 'SVG') drawing(node, place, painting);
    else if (type === 'IMAGE') picture(node, place, painting);
    else for (const child of node.children) paint(child, place.left, place.top, painting);
  };
  if (style.overflow === 'hidden') clipped(box(place, style), painting, draw);
  else draw();
}

/** Sets a colour: `cs` of what is filled, `CS` of lines. */
function set(colour: string, space: 'cs' | 'CS'): string {
  const shares = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `/DeviceRGB ${space}\n${shares.join(' ')} ${space === 'cs' ? 'scn' : 'SCN'}`;
}

/** Draws something inside an outline only, and then has all settings as before. */
function clipped(d: string, { face, outline }: Painting, draw: () => unknown): void {
  face.draw('q', outline(d), 'W n');
  draw();
  face.draw('Q');
}

/** Borders: each is a line of double width along its edge, of which the inner half is seen, up to the corners' diagonals. */
function borders(place: Rect, style: Style, painting: Painting): void {
  const [t = 0, r = 0, b = 0, l = 0] = EDGES.map((edge) => style[`border${edge}Width`]);
  if (t + r + b + l === 0) return;
  const { left, top, width, height } = place;
  const [right, bottom] = [left + width, top + height];
  const lines = {
    Top: { by: t, line: `M${left} ${top}H${right}`, inner: `L${right - r} ${top + t}H${left + l}Z` },
    Right: { by: r, line: `M${right} ${top}V${bottom}`, inner: `L${right - r} ${bottom - b}V${top + t}Z` },
    Bottom: { by: b, line: `M${right} ${bottom}H${left}`, inner: `L${left + l} ${bottom - b}H${right - r}Z` },
    Left: { by: l, line: `M${left} ${bottom}V${top}`, inner: `L${left + l} ${top + t}V${bottom - b}Z` },
  };
  for (const edge of EDGES.filter((one) => lines[one].by > 0)) {
    if (box(place, style).includes('a')) throw new Unpainted('round borders');
    const { by, line, inner } = lines[edge];
    clipped(line + inner, painting, () => {
      painting.face.draw(set(style[`border${edge}Color`] ?? '#000000', 'CS'));
      painting.face.draw(`${rounded(2 * by)} w`, painting.outline(line), 'S');
    });
  }
}

function text({ lines = [], style, shift = 0 }: Placed, { left, top }: Rect, painting: Painting): void {
  const { paddingLeft = 0, paddingTop = 0 } = style;
  for (const line of lines) letters(line, left + paddingLeft - shift, top + paddingTop, painting);
}

function letters({ runs, box: own, ascent }: Line, left: number, top: number, { face }: Painting): void {
  let x = left + own.x;
  const y = rounded(top + own.y + ascent);
  for (const { attributes, glyphs, positions, xAdvance } of runs) {
    const {
      font: [font],
      fontSize,
      color,
    } = attributes;
    const { name, codeOf } = face.font(font);
    let codes = '<';
    glyphs.forEach((glyph, at) => {
      const advance = (positions[at]?.xAdvance ?? 0) / fontSize;
      const back = rounded((glyph.advanceWidth / font.unitsPerEm - advance) * 1000);
      codes += back === '0' ? codeOf(glyph) : `${codeOf(glyph)}> ${back} <`;
    });
    face.draw(
      set(color, 'cs'),
      `BT\n/${name} ${rounded(fontSize)} Tf\n1 0 0 -1 ${rounded(x)} ${y} Tm\n[${codes}>] TJ\nET`,
    );
    x += xAdvance;
  }
}

function picture({ props, style }: Placed, place: Rect, painting: Painting): void {
  const { left, top, width, height } = place;
  const name = painting.face.picture((props.src as { data: Uint8Array }).data);
  clipped(box(place, style), painting, () => {
    painting.face.draw(`${[width, 0, 0, -height, left, top + height].map(rounded).join(' ')} cm`, `/${name} Do`);
  });
}

/** A drawing, in the units of its `viewBox`. */
function drawing({ props, children, style }: Placed, place: Rect, painting: Painting): void {
  clipped(box(place, style), painting, () => {
    painting.face.draw(`${matrixOf(props, place).map(rounded).join(' ')} cm`);
    for (const child of children) shape(child, painting);
  });
}

/** How a drawing's units become points: whole in the middle of its place, or stretched over it. */
function matrixOf({ viewBox, preserveAspectRatio }: Placed['props'], { left, top, width, height }: Rect): number[] {
  if (viewBox === undefined) return [1, 0, 0, 1, left, top];
  const [minX = 0, minY = 0, w = width, h = height] = String(viewBox)
    .split(/[\s,]+/u)
    .map(Number);
  const least = Math.min(width / w, height / h);
  const [scaleX, scaleY] = preserveAspectRatio === 'none' ? [width / w, height / h] : [least, least];
  const [x, y] = [left + (width - w * scaleX) / 2 - minX * scaleX, top + (height - h * scaleY) / 2 - minY * scaleY];
  return [scaleX, 0, 0, scaleY, x, y];
}

const CAPS = ['butt', 'round', 'square'];
/** SVG cuts off corners sharper than 29°, PDF those sharper than 11.5°: they would end in spikes. */
const JOINS = { miter: '0 j 4 M', round: '1 j', bevel: '2 j' };

function shape({ type, props }: Placed, { face, outline }: Painting): void {
  const {
    fill = 'none',
    stroke = 'none',
    fillRule,
    strokeWidth,
    strokeDasharray = '',
  } = props as Record<string, string>;
  const { strokeLinecap = 'butt' } = props as Record<string, string>;
  const join = lookUp(JOINS, String(props.strokeLinejoin)) ?? '0 j';
  const { cx = 0, cy = 0, r = 0, d = '' } = props as { cx?: number; cy?: number; r?: number; d?: string };
  const path = outline(type === 'CIRCLE' ? circle(cx, cy, r) : d);
  const rule = fillRule === 'evenodd' ? '*' : '';
  if (fill !== 'none') face.draw(set(fill, 'cs'));
  if (fill !== 'none' && stroke === 'none') face.draw(path, `f${rule}`);
  if (stroke === 'none') return;
  const dash = strokeDasharray.match(/[\d.]+/gu) ?? [];
  face.draw('q', set(stroke, 'CS'), `${CAPS.indexOf(strokeLinecap)} J ${join}`);
  face.draw(`[${dash.map(Number).map(rounded).join(' ')}] 0 d ${rounded(Number(strokeWidth) || 1)} w`);
  face.draw(path, fill === 'none' ? 'S' : `B${rule}`, 'Q');
}
