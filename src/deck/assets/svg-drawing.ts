import { lookUp } from '../../model/look-up.ts';
import type { VectorDrawing } from '../../model/theme.ts';
import type { SvgFault } from './svg.ts';
import { numbersIn, pixels, sizeOf } from './svg-lengths.ts';
import { isShape, outlineOf } from './svg-outline.ts';
import { isHidden, paintOf, strokeOf, styleFault } from './svg-paint.ts';
import { type Style, type StyleRule, styleOf, styleRulesOf } from './svg-style.ts';
import { isWrongTransform, sidesOf, type Transforms, transformed, within } from './svg-transform.ts';
import { elementsById, namedIn, type SvgElement, treeOf } from './svg-tree.ts';

/** The walk through an SVG: what it is read with, and what was found. */
interface Walk {
  byId: ReadonlyMap<string, SvgElement>;
  rules: readonly StyleRule[];
  /** The size that is drawn. */
  width: number;
  height: number;
  paths: VectorDrawing['paths'][number][];
  faults: SvgFault[];
}

/** What an element gets from those around it. */
interface Around {
  style: Style;
  /** From the element's own coordinates to the drawing's. */
  transforms: Transforms;
}

const NOTE =
  'Turn it into plain shapes with solid colors in your drawing program, or save the picture as a PNG of 2,400 pixels.';

/**
 * An SVG as paths with solid colors, in the coordinates of a box whose longer side is `longer`. What can't be drawn so is a fault that
 * names the element and its line: nothing of a picture is left out.
 *
 * @param svg without the faults of `svgFault`
 */
export function drawingOf(svg: string, longer: number): VectorDrawing | SvgFault {
  const tree = treeOf(svg);
  const root = tree.children.find(({ name }) => name === 'svg');
  const rules = styleRulesOf(tree);
  if (!root) return { what: 'is no SVG', note: 'Save it anew in a drawing program.' };
  if (typeof rules === 'string') return { what: `has the style rule "${rules}", which is not read`, note: NOTE };
  const frame = frameOf(root, longer);
  if ('what' in frame) return frame;
  const { transform, ...size } = frame;
  const walk: Walk = { byId: elementsById(tree), rules, ...size, paths: [], faults: [] };
  const style = styleOf(root, {}, rules);
  for (const child of root.children) visit(child, { style, transforms: [transform] }, walk);
  const [fault] = walk.faults;
  if (fault) return fault;
  if (walk.paths.length === 0) return { what: 'draws nothing', note: 'Save it anew in a drawing program.' };
  return { ...size, paths: walk.paths };
}

/** The size of the drawing, and the transform from the SVG's own coordinates to it. */
function frameOf(
  { attributes }: SvgElement,
  longer: number,
): (Omit<VectorDrawing, 'paths'> & { transform: string }) | SvgFault {
  const shown = sizeOf(attributes);
  if (!shown) return { what: 'says no size', note: 'Save it with a viewBox, or with a width and a height.' };
  const { x, y, inWidth, inHeight, outWidth, outHeight } = shown;
  const scale = longer / Math.max(outWidth, outHeight);
  const [width, height] = [outWidth * scale, outHeight * scale];
  const fit = Math.min(width / inWidth, height / inHeight);
  const isSame = Math.abs(width / inWidth - height / inHeight) < 0.005 * fit;
  const kept = attributes.preserveAspectRatio ?? 'xMidYMid meet';
  if (!isSame && !/^\s*xMidYMid(?:\s+meet)?\s*$/u.test(kept)) {
    return { what: `has the preserveAspectRatio "${kept}"`, note: 'Save it with a viewBox as large as the picture.' };
  }
  const [left, top] = [(width - inWidth * fit) / 2 - x * fit, (height - inHeight * fit) / 2 - y * fit];
  return { width, height, transform: `matrix(${fit} 0 0 ${fit} ${left} ${top})` };
}

/** Elements that draw nothing themselves: their children are not drawn where they stand. */
const ASIDE = new Set([
  'defs',
  'title',
  'desc',
  'metadata',
  'style',
  'clipPath',
  'mask',
  'filter',
  'marker',
  'pattern',
  'symbol',
  'linearGradient',
  'radialGradient',
]);

/** Draws an element and what is in it, or notes why it can't be drawn. */
function visit(element: SvgElement, around: Around, walk: Walk): void {
  // What drawing programs note for themselves: sodipodi:namedview, rdf:RDF.
  if (ASIDE.has(element.name) || element.name.includes(':')) return;
  const style = styleOf(element, around.style, walk.rules);
  if (isHidden(style)) return;
  const what = drawElement(element, { style, transforms: around.transforms }, walk);
  if (what !== undefined) walk.faults.push({ what: `${what}, in line ${element.line}`, note: NOTE });
}

/** Draws an element; returns what of it can't be drawn, as the end of a sentence about the picture. */
function drawElement(element: SvgElement, around: Around, walk: Walk): string | undefined {
  const { name, attributes } = element;
  const transform = attributes.transform ?? '';
  if (isWrongTransform(transform)) return `has the transform "${transform.slice(0, 40)}", which is not read`;
  const transforms = transform === '' ? around.transforms : within(transform, around.transforms);
  const inside = { ...around, transforms };
  const wrong = styleFault(around.style) ?? clipFault(inside, walk);
  if (wrong !== undefined) return `has ${wrong}`;
  if (isShape(name)) return drawShape(element, inside, walk);
  if (name === 'use') return drawCopy(element, inside, walk);
  if (name !== 'g' && name !== 'a') return `holds <${name}>, which is not drawn`;
  for (const child of element.children) visit(child, inside, walk);
  return undefined;
}

/** Draws what a `<use>` shows. */
function drawCopy({ attributes }: SvgElement, { style, transforms }: Around, walk: Walk): string | undefined {
  const { x = '0', y = '0' } = attributes;
  const target = walk.byId.get(namedIn(attributes.href ?? attributes['xlink:href'] ?? '') ?? '');
  if (!target || target.name === 'symbol' || target.name === 'svg') {
    return `holds <use> of ${target ? `<${target.name}>` : 'nothing'}, which is not drawn`;
  }
  const [right, down] = [pixels(x), pixels(y)];
  if (right === undefined || down === undefined) return 'holds <use> with a length in percent or the like';
  const moved = `translate(${right} ${down})`;
  visit(target, { style, transforms: within(moved, transforms) }, walk);
  return undefined;
}

function drawShape(element: SvgElement, { style, transforms }: Around, walk: Walk): string | undefined {
  const outline = outlineOf(element);
  if (outline === undefined) return `holds <${element.name}> with a length in percent or the like`;
  const other = (id: string) => `<${walk.byId.get(id)?.name ?? id}>`;
  const [fill, line] = [paintOf(style, 'fill', other), paintOf(style, 'stroke', other)];
  for (const paint of [fill, line]) if (paint && 'fault' in paint) return `has ${paint.fault}`;
  const stroke = line && 'colour' in line ? strokeOf(style, line.colour, transforms) : undefined;
  if (typeof stroke === 'string') return `has ${stroke}`;
  if (outline === '' || (!fill && !stroke)) return undefined;
  walk.paths.push({
    d: transformed(outline, transforms),
    ...(fill && 'colour' in fill ? { fill: fill.colour } : {}),
    ...(style['fill-rule'] === 'evenodd' ? { evenodd: true } : {}),
    ...(stroke ? { stroke } : {}),
  });
  return undefined;
}

/** Refuses a clip path, but for a rectangle around the whole picture, which some programs always write: it cuts nothing off. */
function clipFault({ style, transforms }: Around, walk: Walk): string | undefined {
  const clip = style['clip-path'] ?? 'none';
  if (clip === 'none') return undefined;
  const [shape, ...more] = walk.byId.get(namedIn(clip) ?? '')?.children ?? [];
  const plain = shape?.name === 'rect' && more.length === 0 && shape.attributes.transform === undefined;
  const outline = plain ? outlineOf(shape) : undefined;
  const [[, skew], [turn]] = sidesOf(transforms);
  if (!outline || outline.includes('a') || Math.abs(skew) + Math.abs(turn) > 0.001) return 'a <clipPath>';
  const at = numbersIn(transformed(outline.replace(/h.*/u, ''), transforms));
  const far = numbersIn(transformed(`M${cornerOf(shape)}`, transforms));
  const [left = 0, top = 0, right = 0, bottom = 0] = [...at, ...far];
  const isAround =
    Math.min(left, right) <= 1 &&
    Math.min(top, bottom) <= 1 &&
    Math.max(left, right) >= walk.width - 1 &&
    Math.max(top, bottom) >= walk.height - 1;
  return isAround ? undefined : 'a <clipPath>';
}

/** The corner of a rectangle that lies opposite of its place. */
function cornerOf(shape: SvgElement | undefined): string {
  const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((key) => pixels(lookUp(shape?.attributes, key) ?? '0') ?? 0);
  return `${(x ?? 0) + (w ?? 0)} ${(y ?? 0) + (h ?? 0)}`;
}
