import type { ReactNode } from 'react';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Rect } from '../../src/model/sheets.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Path, Svg, View } from './primitives.ts';

/** A drawing over the whole page of a face, in mm from the trim's top left corner. */
export function Drawing({ format, children }: { format: Format; children: ReactNode }) {
  const [width, height] = [format.width + 2 * FACE_BLEED, format.height + 2 * FACE_BLEED];
  return (
    <Svg
      viewBox={`${-FACE_BLEED} ${-FACE_BLEED} ${width} ${height}`}
      style={{ position: 'absolute', left: 0, top: 0, width: pt(width), height: pt(height) }}
    >
      {children}
    </Svg>
  );
}

/** A line in a Drawing; widths in mm. */
export function Stroke(props: { d: string; colour: string; width: Mm; dash?: string; cap?: 'butt' | 'round' }) {
  const { d, colour, width, dash, cap = 'butt' } = props;
  return (
    <Path
      d={d}
      fill="none"
      stroke={colour}
      strokeWidth={width}
      strokeLinecap={cap}
      strokeLinejoin="round"
      {...(dash === undefined ? {} : { strokeDasharray: dash })}
    />
  );
}

/** A filled shape in a Drawing. */
export function Shape({ d, colour }: { d: string; colour: string }) {
  return <Path d={d} fill={colour} />;
}

/** The path of a rectangle whose corners have a radius; in mm. */
export function rounded({ x, y, width: w, height: h }: Rect, r: Mm): string {
  const arc = (dx: Mm, dy: Mm) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`;
}

interface MarkProps {
  deck: Deck;
  name: string | undefined;
  /** The glyph's centre on the trim. */
  x: Mm;
  y: Mm;
  size: Mm;
  colour: string;
  /** Stroke width in units of the glyph's 24. */
  stroke?: number;
}

/** A glyph by name; nothing where the card has none. */
export function Mark({ deck, name, x, y, size, colour, stroke = 1.25 }: MarkProps) {
  const glyph = name === undefined ? undefined : lookUp(deck.glyphs, name);
  if (glyph === undefined) return null;
  const style = {
    position: 'absolute' as const,
    left: pt(x + FACE_BLEED - size / 2),
    top: pt(y + FACE_BLEED - size / 2),
    width: pt(size),
    height: pt(size),
  };
  return (
    <Svg viewBox={glyph.viewBox} style={style}>
      <Path
        d={glyph.paths.join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth={stroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Svg>
  );
}

/** The signs in which a number is shown. Each means one thing everywhere: dots are the level, bars the effort, triangles the severity. */
type Sign = 'dots' | 'bars' | 'triangles';

interface MeterProps {
  sign: Sign;
  count: number;
  of: number;
  /** A sign's height. */
  size: Mm;
  colour: string;
}

/** Width of a sign and the distance to the next, in heights. */
const SHAPES: Readonly<Record<Sign, { w: number; step: number }>> = {
  dots: { w: 1, step: 1.35 },
  bars: { w: 0.62, step: 0.84 },
  triangles: { w: 1.15, step: 1.4 },
};

/** A row of `of` signs in the flow of a text, `count` of them filled. */
export function Meter({ sign, count, of, size, colour }: MeterProps) {
  const { w, step } = SHAPES[sign];
  const width = (step * (of - 1) + w) * size;
  const line = size * 0.13;
  return (
    <View style={{ width: pt(width), height: pt(size), flexShrink: 0 }}>
      <Svg viewBox={`0 0 ${width} ${size}`} style={{ width: pt(width), height: pt(size) }}>
        {Array.from({ length: of }, (_, index) => (
          <Path
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            key={index}
            d={outline(sign, index * step * size, size, line / 2)}
            stroke={colour}
            strokeWidth={line}
            strokeLinejoin="round"
            fill={index < count ? colour : 'none'}
          />
        ))}
      </Svg>
    </View>
  );
}

/** The outline of a sign whose left edge is at `x`, drawn `by` inside its box. */
function outline(sign: Sign, x: Mm, size: Mm, by: Mm): string {
  const w = SHAPES[sign].w * size;
  if (sign === 'bars') return `M${x + by} ${by}h${w - 2 * by}v${size - 2 * by}h${2 * by - w}z`;
  if (sign === 'triangles') return `M${x + w / 2} ${2 * by}L${x + w - by} ${size - by}H${x + by}z`;
  const r = size / 2 - by;
  return `M${x + by} ${size / 2}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}
