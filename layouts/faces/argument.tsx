import { z } from 'zod';
import type { Card } from '../../src/model/card.ts';
import { cardIds, quoted, text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { type Mm, mm } from '../../src/model/units.ts';
import { Mark } from '../parts/art.tsx';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Block, Ground, Words } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { mix, type Palette, paletteOf, suitOf } from '../parts/colour.ts';
import { listOf, titles, word } from '../parts/fields.ts';
import { Corners, Gap } from '../parts/front.tsx';
import { Heading } from '../parts/sheet.tsx';
import { between, LEAST_CARD, type Sizes, sizesOf } from '../parts/size.ts';
import { Balanced, linesHeight } from '../parts/type.tsx';

const WHO = { person: 'person', us: 'us' } as const;
const GAIN = { effort: 'lessEffort', value: 'moreValue' } as const;

/** Space between the gist and the claim. */
const OVER_CLAIM: Mm = 2.2;

/** The two by two of arguments with the card's own place marked, and its claim. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { height } = format;
  const heading = height * 0.63;
  const claim = { w: sizes.column, size: sizes.gist * 1.04, weight: 700, leading: 1.24 } as const;
  const node = (
    <>
      <Gap h={OVER_CLAIM} />
      <Balanced {...claim} deck={deck} align="center" colour={palette.accent}>
        {word(card, 'claim')}
      </Balanced>
    </>
  );
  return (
    <Ground format={format} colour={palette.paper}>
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} />
      <Quadrants {...{ card, deck, format, sizes, palette }} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={suitOf(card, deck).one}
        y={heading}
        h={height - sizes.margin - heading}
        align="center"
        below={{ h: OVER_CLAIM + linesHeight(word(card, 'claim'), { ...claim, theme: deck.theme }), node }}
      />
    </Ground>
  );
}

interface QuadrantsProps extends FaceProps {
  sizes: Sizes;
  palette: Palette;
}

/** Words over the quadrants begin so far above them, or a line of theirs and a little: on jumbo cards 3.4 mm is less than that. */
const OVER: Mm = 3.4;

/** The four arguments, by who gains and by the kind of gain; the card's own with its glyph, the others by name. */
function Quadrants({ card, deck, format, sizes, palette }: QuadrantsProps) {
  const side = between(format, 18.4, 20.4);
  const gap = 1;
  const left = (format.width - 2 * side - gap) / 2 + 5.2;
  const top = format.height * 0.165;
  const column = (gain: keyof typeof GAIN): Mm => left + (gain === 'value' ? side + gap : 0);
  const row = (who: keyof typeof WHO): Mm => top + (who === 'us' ? side + gap : 0);
  const label = { theme: deck.theme, size: sizes.foot, leading: 1.2, weight: 600, colour: palette.quiet } as const;
  return (
    <>
      {keys(GAIN).map((gain) => (
        <At key={gain} x={column(gain)} y={top - Math.max(OVER, mm(label.size * label.leading) + 0.3)} w={side}>
          <Words {...label} align="center" w={side}>
            {deck.words.faces[GAIN[gain]]}
          </Words>
        </At>
      ))}
      {keys(WHO).map((who) => (
        <At key={who} x={sizes.margin} y={row(who)} w={left - sizes.margin - 1.4} h={side} justify="center">
          <Words {...label} align="right" w={left - sizes.margin - 1.4}>
            {deck.words.faces[WHO[who]]}
          </Words>
        </At>
      ))}
      {keys(WHO).flatMap((who) =>
        keys(GAIN).map((gain) => {
          const here = deck.cards.find((one) => one.suit === card.suit && isAt(one, who, gain));
          return (
            <Quadrant
              key={who + gain}
              {...{ deck, sizes, palette, side }}
              card={here}
              own={here?.id === card.id}
              x={column(gain)}
              y={row(who)}
            />
          );
        }),
      )}
    </>
  );
}

interface QuadrantProps extends Omit<QuadrantsProps, 'card' | 'format'> {
  card: Card | undefined;
  own: boolean;
  x: Mm;
  y: Mm;
  side: Mm;
}

function Quadrant({ card, deck, sizes, palette, own, x, y, side }: QuadrantProps) {
  const ground = own ? palette.accent : mix(palette.accent, palette.paper, 0.86);
  return (
    <>
      <Block x={x} y={y} w={side} h={side} colour={ground} radius={1} />
      {own ? (
        <Mark
          deck={deck}
          name={card?.glyph}
          x={x + side / 2}
          y={y + side / 2}
          size={side * 0.66}
          colour={palette.paper}
        />
      ) : (
        <At x={x} y={y} w={side} h={side} justify="center">
          <Words theme={deck.theme} size={sizes.foot} leading={1.2} colour={palette.quiet} align="center" w={side}>
            {card?.title ?? ''}
          </Words>
        </At>
      )}
    </>
  );
}

function isAt(card: Card, who: string, gain: string): boolean {
  return word(card, 'who') === who && word(card, 'gain') === gain;
}

function keys<Key extends string>(record: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(record) as Key[];
}

function Back(props: FaceProps) {
  const { card, deck } = props;
  const facts = [{ name: deck.words.faces.measureBy, entries: titles(deck, listOf(card, 'measures')) }];
  return <SuitBack {...props} size={sizesOf(props.format).roomy} strong={['Vote prompt']} facts={facts} />;
}

export default blankable({
  least: LEAST_CARD,
  fields: {
    who: z.enum(['person', 'us']),
    gain: z.enum(['effort', 'value']),
    measures: cardIds('ingredient', { min: 1, max: 4 }),
    claim: quoted(text()),
  },
  budgets: { claim: 60 },
  prints: 'suit',
  sections: {
    Case: { budget: 100 },
    'Proof to seek': { budget: 70 },
    'Fair objection': { budget: 70 },
    'Vote prompt': { budget: 45 },
  },
  Front,
  Back,
});
