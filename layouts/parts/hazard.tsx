import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Drawing, Mark, Meter, Shape, Stroke } from './art.tsx';
import { At, Words } from './base.tsx';
import { colourOf, familyOf, groundOf, mix, type Palette, paletteOf, suitOf } from './colour.ts';
import { count } from './fields.ts';
import { View } from './primitives.ts';
import type { Sizes } from './size.ts';

/** Height of the tape inside the trim. */
const TAPE: Mm = 2.4;

/**
 * The palette of warnings: yellow is too pale for text on paper, so there the charcoal takes its place.
 * `loud` is the colour of text on the ground.
 */
export function hazardPalette(card: Card, deck: Deck): Palette & { hazard: string; loud: string } {
  const [charcoal, hazard] = [colourOf(deck, 'charcoal'), colourOf(deck, 'hazard')];
  const palette = paletteOf(card, deck);
  return {
    ...palette,
    accent: charcoal,
    ...groundOf(charcoal, palette.paper, deck),
    hazard,
    loud: deck.theme.lowInk ? charcoal : hazard,
    hairline: mix(charcoal, palette.paper, 0.62),
    panel: mix(hazard, palette.paper, 0.72),
  };
}

/** A slim tape of slanted stripes along the foot of a front, or at any height. */
function Tape({ format, y, h, colour }: { format: Format; y: Mm; h: Mm; colour: string }) {
  const slant = 2.6;
  const count = Math.ceil((format.width + 2 * FACE_BLEED) / (2 * slant)) + 2;
  const stripes = Array.from({ length: count }, (_, index) => {
    const x = index * 2 * slant - FACE_BLEED - h;
    return `M${x} ${y + h}l${h} ${-h}h${slant}l${-h} ${h}z`;
  });
  return (
    <Drawing format={format}>
      <Shape d={stripes.join('')} colour={colour} />
    </Drawing>
  );
}

/** Where the tape of a front lies: the bottom edge, most of it in the bleed. */
export function FootTape({ format, colour }: { format: Format; colour: string }) {
  return <Tape format={format} y={format.height - TAPE} h={TAPE + FACE_BLEED} colour={colour} />;
}

interface SignProps extends Pick<FaceProps, 'deck' | 'format'> {
  glyph: string | undefined;
  x: Mm;
  /** Centre of the triangle's glyph. */
  y: Mm;
  /** Width of the triangle. */
  size: Mm;
  colour: string;
  ground: string;
}

/** A warning triangle with round corners and the card's glyph in it. */
export function WarningSign({ format, deck, glyph, x, y, size, colour, ground }: SignProps) {
  const [half, up, down] = [size * 0.42, size * 0.5, size * 0.26];
  const triangle = `M${x} ${y - up}L${x + half} ${y + down}H${x - half}z`;
  return (
    <>
      <Drawing format={format}>
        <Shape d={triangle} colour={colour} />
        <Stroke d={triangle} colour={colour} width={size * 0.14} cap="round" />
        <Stroke d={triangle} colour={ground} width={size * 0.022} cap="round" />
      </Drawing>
      <Mark deck={deck} name={glyph} x={x} y={y + size * 0.04} size={size * 0.36} colour={ground} stroke={1.5} />
    </>
  );
}

/** `Risk · People`. */
export function kickerOf(card: Card, deck: Deck): string {
  return [suitOf(card, deck).one, familyOf(card, deck)?.name ?? ''].filter((part) => part !== '').join(' · ');
}

/** The cost of ignoring a risk: up to three warning triangles, and their meaning in words. */
export function Severity(props: { card: Card; deck: Deck; sizes: Sizes; colour: string; y: Mm }) {
  const { card, deck, sizes, colour, y } = props;
  const severity = count(card, 'severity');
  const { severity1, severity2, severity3 } = deck.words.faces;
  const meaning = ['', severity1, severity2, severity3][severity] ?? '';
  const type = { theme: deck.theme, size: sizes.foot, leading: 1.2, colour };
  return (
    <At x={sizes.margin} y={y} w={sizes.column}>
      <View style={{ flexDirection: 'row', alignItems: 'center', justifyContent: 'center', width: pt(sizes.column) }}>
        <Meter sign="triangles" count={severity} of={3} size={mm(sizes.foot) * 0.85} colour={colour} />
        <View style={{ width: pt(1.6) }} />
        <Words {...type}>{meaning}</Words>
      </View>
    </At>
  );
}
