import * as primitives from '@react-pdf/primitives';
import type * as renderer from '@react-pdf/renderer';

// The elements that layouts draw with. To the renderer these are mere names, which come from a small package without types. So code
// that only asks a layout for its fields does not load the renderer. Numbers in their styles are points.
const { Circle: circle, G: g, Image: image, Line: line, Link: link, Page: page, Path: path } = named();
const { Polygon: polygon, Rect: rect, Svg: svg, Text: text, View: view } = named();

/** A box: in the flow, or at a place. */
export const View = view;
/** Text, and styled parts of it. Set `flexShrink: 0` in its style: what does not fit is then found, and not dropped. */
export const Text = text;
/** A picture, as `{ data, format }`. */
export const Image = image;
/** A link, in a catalog's PDFs alone. */
export const Link = link;
/** A page that its content flows over: in a guide alone. Faces, boards and worksheets are pages already. */
export const Page = page;
/** A drawing: shapes are laid out in its `viewBox`. */
export const Svg = svg;
/** A group of shapes. */
export const G = g;
/** A shape by its path data, `d`. */
export const Path = path;
/** A circle. */
export const Circle = circle;
/** A rectangle. */
export const Rect = rect;
/** A straight line. */
export const Line = line;
/** A shape by its corners. */
export const Polygon = polygon;

/** The names, typed as the renderer takes them. */
function named(): typeof renderer {
  return primitives as unknown as typeof renderer;
}
