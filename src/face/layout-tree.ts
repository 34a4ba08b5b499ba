import type { Mm } from '../model/units.ts';

/** A node of react-pdf's layout, as far as it is read here. Lengths in points; `top` and `left` from the parent. */
export interface LayoutNode {
  type: string;
  box?: { top?: number; left?: number; width?: number; height?: number; marginBottom?: number };
  style?: LayoutStyle;
  props?: { id?: string };
  value?: string;
  lines?: readonly LayoutLine[];
  children?: readonly LayoutNode[];
}

interface LayoutStyle {
  fontFamily?: unknown;
  fontWeight?: unknown;
  fontStyle?: unknown;
  height?: unknown;
  position?: unknown;
  backgroundColor?: unknown;
}

/** A line of text as it is set. */
export interface LayoutLine {
  string: string;
  /** Distance of the baseline from the top of the line: that of its tallest font. */
  ascent?: number;
  box: { x: number; y: number; width: number; height: number };
  runs: readonly LayoutRun[];
}

/** Letters of one font and size in a line. */
export interface LayoutRun {
  start: number;
  end: number;
  glyphs?: readonly LayoutGlyph[];
  /** In points; `xOffset` and `yOffset` are how far a glyph is moved from where it would stand, to the right and up. */
  positions?: readonly { xAdvance: number; xOffset?: number; yOffset?: number }[];
  attributes: { fontSize?: number; font?: readonly { type?: string; unitsPerEm?: number }[] };
}

interface LayoutGlyph {
  id: number;
  /** The characters that it stands for. */
  codePoints?: readonly number[];
  /** Around the outline; without limits where it has none. Not `cbox`: for a space that is another glyph’s. */
  bbox?: Outline;
}

/** The edges of a letter's outline, in font units. */
export interface Outline {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** A box by its edges, in mm. */
export interface Box {
  left: Mm;
  top: Mm;
  right: Mm;
  bottom: Mm;
}

/** The text that a node was given, with that of all nodes in it. */
export function nodeText(node: LayoutNode): string {
  if (node.type === 'TEXT_INSTANCE') return node.value ?? '';
  return (node.children ?? []).map(nodeText).join('');
}
