import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Mark, Shape } from '../parts/art.tsx';
import { Back } from '../parts/back.tsx';
import { Ground } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { mix, paletteOf, suitOf } from '../parts/colour.ts';
import { Corners } from '../parts/front.tsx';
import { Series, seriesTop } from '../parts/series.tsx';
import { Heading } from '../parts/sheet.tsx';
import { LEAST_CARD, sizesOf } from '../parts/size.ts';

/** A step on a ladder: as many steps as the suit has cards, this card's own in full colour with its glyph on it. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const { margin, column } = sizes;
  const steps = deck.cards.filter((one) => one.suit === card.suit && !one.blank);
  const own = steps.findIndex((one) => one.id === card.id);
  const floor = height * 0.61;
  const gap = 1.1;
  const step = (column - gap * (steps.length - 1)) / Math.max(1, steps.length);
  const rise = (index: number): Mm => (height * 0.36 * (index + 1)) / Math.max(1, steps.length);
  const bar = (index: number) => `M${margin + index * (step + gap)} ${floor}v${-rise(index)}h${step}v${rise(index)}z`;
  const pale = mix(palette.accent, palette.paper, 0.8);
  const reached = mix(palette.accent, palette.paper, 0.55);
  return (
    <Ground format={format} colour={palette.paper}>
      <Drawing format={format}>
        {steps.map((one, index) => (
          <Shape key={one.id} d={bar(index)} colour={index === own ? palette.accent : index < own ? reached : pale} />
        ))}
        <Shape d={`M-4 ${floor}h${width + 8}v0.7h${-width - 8}z`} colour={palette.accent} />
      </Drawing>
      <Mark
        deck={deck}
        name={card.glyph}
        x={margin + own * (step + gap) + step / 2}
        y={floor - rise(own) - step * 0.52}
        size={step * 0.92}
        colour={palette.accent}
        stroke={1.5}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={suitOf(card, deck).one}
        y={floor + 3.4}
        h={seriesTop(card, deck, sizes) - floor - 4}
      />
      <Series {...{ card, deck, sizes, palette }} />
    </Ground>
  );
}

export default blankable({
  least: LEAST_CARD,
  fields: {},
  budgets: {},
  prints: 'suit',
  sections: {
    Definition: { budget: 120 },
    'It is this if': { budget: 80 },
    Examples: { budget: 80, items: { min: 1, max: 3, budget: 30 } },
    'Not this if': { budget: 50 },
  },
  Front,
  Back: (props) => <Back {...props} size={sizesOf(props.format).roomy} strong={['It is this if']} />,
});
