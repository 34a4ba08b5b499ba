import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Mark, Stroke } from '../kit/art.tsx';
import { Back } from '../kit/back.tsx';
import { Block, Ground } from '../kit/base.tsx';
import { blankable } from '../kit/blank.tsx';
import { mix, type Palette, paletteOf, suitOf } from '../kit/colour.ts';
import { Corners } from '../kit/front.tsx';
import { Circle } from '../kit/primitives.ts';
import { Series, seriesTop } from '../kit/series.tsx';
import { Heading } from '../kit/sheet.tsx';
import { sizesOf } from '../kit/size.ts';

/** A stage, mode or phase: a knob of the stove, turned to this card's place among its suit's. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const edge = height * 0.575;
  const all = deck.cards.filter((one) => one.suit === card.suit && !one.blank);
  return (
    <Ground format={format} colour={palette.ground}>
      <Knob
        {...{ deck, format, palette }}
        glyph={card.glyph}
        x={width / 2}
        y={height * 0.325}
        r={width * 0.215}
        at={all.findIndex((one) => one.id === card.id)}
        of={all.length}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.onGround} />
      <Block x={-4} y={edge} w={width + 8} h={height - edge + 4} colour={palette.paper} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={suitOf(card, deck).one}
        y={edge + 3.4}
        h={seriesTop(card, deck, sizes) - edge - 4}
        align="center"
      />
      <Series {...{ card, deck, sizes, palette }} align="center" />
    </Ground>
  );
}

interface KnobProps extends Pick<FaceProps, 'deck' | 'format'> {
  palette: Palette;
  glyph: string | undefined;
  x: Mm;
  y: Mm;
  r: Mm;
  /** Its place, from 0, and how many places there are. */
  at: number;
  of: number;
}

/** A knob with a dot for each place on an arc above it; the pointer shows the place, whose dot is filled. */
function Knob({ deck, format, palette, glyph, x, y, r, at, of }: KnobProps) {
  const { accent, paper, ink, onGround } = palette;
  const angle = (index: number) => ((index - (of - 1) / 2) * 50 * Math.PI) / 180;
  const point = (index: number, radius: Mm) => ({
    x: x + radius * Math.sin(angle(index)),
    y: y - radius * Math.cos(angle(index)),
  });
  const [from, to] = [point(at, r * 0.74), point(at, r * 0.97)];
  return (
    <>
      <Drawing format={format}>
        <Circle cx={x} cy={y + r * 0.07} r={r * 1.01} fill={mix(accent, ink, 0.4)} />
        <Circle cx={x} cy={y} r={r} fill={paper} />
        <Circle cx={x} cy={y} r={r * 0.7} stroke={mix(accent, paper, 0.55)} strokeWidth={0.16} fill="none" />
        <Stroke d={`M${from.x} ${from.y}L${to.x} ${to.y}`} colour={accent} width={1.3} cap="round" />
        {Array.from({ length: of }, (_, index) => {
          const dot = point(index, r * 1.3);
          const fill = index === at ? onGround : 'none';
          return (
            <Circle
              key={`${dot.x}`}
              cx={dot.x}
              cy={dot.y}
              r={index === at ? 1.5 : 1.05}
              fill={fill}
              stroke={onGround}
              strokeWidth={0.3}
            />
          );
        })}
      </Drawing>
      <Mark deck={deck} name={glyph} x={x} y={y} size={r * 0.92} colour={accent} />
    </>
  );
}

export default blankable({
  fields: {},
  budgets: {},
  sections: {
    What: { budget: 110 },
    'Enter when': { budget: 70 },
    'Leave when': { budget: 70 },
    Trap: { budget: 60 },
  },
  Front,
  Back: (props) => <Back {...props} roomy />,
});
