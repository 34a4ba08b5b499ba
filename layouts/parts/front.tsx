import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Drawing, Mark } from './art.tsx';
import { At, Label, Words } from './base.tsx';
import { mix, type Palette } from './colour.ts';
import { Circle, View } from './primitives.ts';
import { between, type Sizes } from './size.ts';
import { Balanced } from './type.tsx';

interface CornersProps {
  card: Card;
  deck: Deck;
  sizes: Sizes;
  colour: string;
  /** How much further in than the margin, where a frame runs around the face. */
  inset?: Mm;
}

/** The index of a fanned hand: the code stands upright in the top left corner, and nowhere else. */
export function Corners({ card, deck, sizes, colour, inset = 0 }: CornersProps) {
  const [prefix = '', number = ''] = card.code.split(/ (?=\S+$)/);
  if (card.code === '') return null;
  const type = { theme: deck.theme, colour };
  const size = between(sizes, 13, 15);
  const y = sizes.margin + inset - 0.4;
  return (
    <At x={sizes.margin + inset} y={y} w={14}>
      <Words {...type} size={size * 0.58} weight={700} tracking={0.06} leading={1.15} w={14}>
        {prefix}
      </Words>
      <Words {...type} size={size} display leading={1.05} w={14}>
        {number}
      </Words>
    </At>
  );
}

interface PlateProps {
  format: Format;
  deck: Deck;
  glyph: string | undefined;
  x: Mm;
  y: Mm;
  r: Mm;
  /** Colour of the cloth and of the glyph. */
  accent: string;
  paper: string;
  ink: string;
}

/** A plate with the card's glyph on it. */
export function Plate({ format, deck, glyph, x, y, r, accent, paper, ink }: PlateProps) {
  const ring = mix(accent, paper, 0.55);
  return (
    <>
      <Drawing format={format}>
        <Circle cx={x} cy={y + r * 0.055} r={r * 1.005} fill={mix(accent, ink, 0.38)} />
        <Circle cx={x} cy={y} r={r} fill={paper} />
        <Circle cx={x} cy={y} r={r * 0.955} stroke={ring} strokeWidth={0.16} fill="none" />
        <Circle cx={x} cy={y} r={r * 0.735} stroke={ring} strokeWidth={0.16} fill={mix(paper, '#FFFFFF', 0.5)} />
      </Drawing>
      <Mark deck={deck} name={glyph} x={x} y={y} size={r * 1.06} colour={accent} />
    </>
  );
}

/** Empty height in a column. */
export function Gap({ h }: { h: Mm }) {
  return <View style={{ height: pt(h) }} />;
}

interface UnderLabelProps {
  deck: Deck;
  sizes: Sizes;
  palette: Palette;
  label: string;
  /** Between the label and the words. */
  gap: Mm;
  leading: number;
  children: string;
}

/** A label, and words under it, on a face's ground. */
export function UnderLabel({ deck, sizes, palette, label, gap, leading, children }: UnderLabelProps) {
  const column = { w: sizes.column, align: 'center' } as const;
  return (
    <>
      <Label {...column} theme={deck.theme} size={sizes.label} colour={palette.onAccent}>
        {label}
      </Label>
      <Gap h={gap} />
      <Balanced {...column} deck={deck} colour={palette.onGround} size={sizes.gist} weight={600} leading={leading}>
        {children}
      </Balanced>
    </>
  );
}
