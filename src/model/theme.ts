/** A font as faces ask for it: by family, weight and slant. */
export interface Font {
  family: string;
  weight: number;
  italic: boolean;
  /** Absolute path of its file. */
  path: string;
  /** A static TrueType or OpenType font, whatever the file holds: a WOFF is unpacked, a variable font is cut to this weight. */
  data: Uint8Array;
  /** Fonts for the characters that it lacks; each character is set in the first that has it. */
  fallbacks?: readonly Font[] | undefined;
}

/** The deck's looks, compiled from `tokens.json`. */
export interface Theme {
  /** Token name → `#rrggbb`. */
  colour: Readonly<Record<string, string>>;
  /**
   * Families, as `fonts` names them, by what they set: titles in `display` 600, everything else in `text`, there `strong` in 700,
   * `emphasis` in italics; headings in capitals in `label` 700, or, where that is left out, in `text` 700. `strong` is there where
   * tokens.json names a font for strong words.
   */
  font: { display: string; text: string; label?: string | undefined; strong?: true | undefined };
  /** A font for each family, weight and slant that faces ask for; where the deck lacks one, another file stands in. */
  fonts: readonly Font[];
  /** The deck's language, whose rules apply to capitals: `i` is `İ` in Turkish. Left out: no language's rules. */
  lang?: string | undefined;
  /** True where faces are to use little ink: white grounds, dark words. */
  lowInk?: boolean | undefined;
}

/** An SVG glyph: its drawing, ready for both renderers. */
export interface Glyph {
  name: string;
  /** `0 0 24 24`. */
  viewBox: string;
  /** `d` of each path, in order. */
  paths: readonly string[];
}

/** A shape of a drawing: filled, outlined, or both. Colours are `#rrggbb`. */
export interface DrawnPath {
  /** Absolute path data of M, L, H, V, C, Q and Z. */
  d: string;
  fill?: string;
  /** True where overlaps of the path with itself are holes. */
  evenodd?: boolean;
  stroke?: LineStyle | undefined;
}

/** A line along a path. */
export interface LineStyle {
  colour: string;
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  dash?: readonly number[];
}

/** A picture as shapes, the lowest first. */
export interface VectorDrawing {
  /** The box that it is drawn in, from 0. */
  width: number;
  height: number;
  paths: readonly DrawnPath[];
}

/** An image of the deck, decoded and checked. */
export interface Picture {
  /** Path inside `deck/art/`, as cards name it. */
  name: string;
  format: 'png' | 'jpg';
  width: number;
  height: number;
  data: Uint8Array;
  /** The shapes of an SVG, which are printed in place of the pixels of `data`: those are for screens. */
  drawing?: VectorDrawing | undefined;
  /** Hash of the author's file, `sha256-…` in hex: a changed picture counts as a changed card. */
  hash: string;
}
