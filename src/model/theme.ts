/** A font file of the deck. */
export interface Font {
  family: string;
  weight: number;
  italic: boolean;
  /** Absolute path. */
  path: string;
  data: Uint8Array;
}

/** The deck's looks, compiled from `tokens.json`. */
export interface Theme {
  /** Token name → `#rrggbb`. */
  colour: Readonly<Record<string, string>>;
  /** `display` and `text` family names. */
  font: { display: string; text: string };
  fonts: readonly Font[];
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

/** An image of the deck, decoded and checked. */
export interface Picture {
  /** Path inside `deck/art/`, as cards name it. */
  name: string;
  format: 'png' | 'jpg';
  width: number;
  height: number;
  data: Uint8Array;
  /** Of its file as the author gave it, `sha256-…` in hex: another picture, another edition. */
  hash: string;
}
