import { Circle, Path, Svg, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';

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

/** The path of a rectangle with round corners, in mm. */
export function rounded(x: Mm, y: Mm, w: Mm, h: Mm, r: Mm): string {
  const arc = (dx: Mm, dy: Mm) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`;
}

interface MarkProps {
  deck: Deck;
  name: string | undefined;
  /** Its centre on the trim. */
  x: Mm;
  y: Mm;
  size: Mm;
  colour: string;
  /** Stroke width in units of the glyph's 24. */
  stroke?: number;
}

/** A glyph by name; nothing where the card has none. */
export function Mark({ deck, name, x, y, size, colour, stroke = 1.25 }: MarkProps) {
  const glyph = name === undefined ? undefined : deck.glyphs[name];
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

/** A row of `of` dots, `count` of them filled, in the flow of a text. `size` is a dot's diameter. */
export function Pips({ count, of, size, colour }: { count: number; of: number; size: Mm; colour: string }) {
  const [radius, step] = [size / 2, size * 1.35];
  const width = step * (of - 1) + size;
  const dots = Array.from({ length: of }, (_, index) => index);
  const line = size * 0.13;
  return (
    <View style={{ width: pt(width), height: pt(size), flexShrink: 0 }}>
      <Svg viewBox={`0 0 ${width} ${size}`} style={{ width: pt(width), height: pt(size) }}>
        {dots.map((dot) => (
          <Circle
            key={dot}
            cx={radius + dot * step}
            cy={radius}
            r={radius - line / 2}
            stroke={colour}
            strokeWidth={line}
            fill={dot < count ? colour : 'none'}
          />
        ))}
      </Svg>
    </View>
  );
}
