import { cardIds, text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Ground, Label } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { EmptyBack, EmptyFront } from '../parts/blank-recipe.tsx';
import { paletteOf, suitOf } from '../parts/colour.ts';
import { codes, listOf } from '../parts/fields.ts';
import { Corners } from '../parts/front.tsx';
import { IndexCardPaper } from '../parts/index-card.tsx';
import { headOf, roomOf, SlotRow, settingOf, slotsOf, why } from '../parts/recipe-slots.tsx';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, Title } from '../parts/type.tsx';

/** How far text is lowered from the middle between two rules, so that it stands on the lower one, as a share of their distance. */
const SINK = 0.13;

/** An index card with ruled lines, the words on the lines. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const head = headOf(format);
  const side = between(format, 8.2, 10);
  const w = sizes.column - 2 * side;
  const slots = slotsOf(card, deck).filter(({ parts }) => parts.length > 0);
  const setting = settingOf(sizes);
  const [first = 16] = sizes.titles;
  return (
    <Ground format={format} colour={palette.paper}>
      <IndexCardPaper deck={deck} format={format} head={head} spacing={setting.spacing} />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} />
      <At x={sizes.margin + side} y={sizes.margin} w={w}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} align="center" w={w}>
          {suitOf(card, deck).one}
        </Label>
      </At>
      <At x={sizes.margin + side} y={sizes.margin + 2.8} w={w} h={head - sizes.margin - 3.8} justify="center">
        <Title
          deck={deck}
          w={w}
          h={head - sizes.margin - 3.8}
          align="center"
          colour={palette.ink}
          sizes={[first * 0.84, first * 0.8, first * 0.76, first * 0.7]}
        >
          {card.title}
        </Title>
      </At>
      <At x={sizes.margin} y={head + setting.spacing * SINK} w={sizes.column}>
        <Balanced {...setting} deck={deck} w={sizes.column} colour={palette.quiet} italic>
          {card.gist}
        </Balanced>
        {slots.map((slot) => (
          <SlotRow key={slot.label} {...{ deck, slot, sizes, palette, setting }} />
        ))}
      </At>
    </Ground>
  );
}

function Back(props: FaceProps) {
  const { card, deck } = props;
  const facts = [{ name: deck.words.faces.patterns, entries: codes(deck, listOf(card, 'patterns')) }];
  return <SuitBack {...props} size={sizesOf(props.format).body} strong={['If-then']} facts={facts} />;
}

export default blankable(
  {
    least: LEAST_CARD,
    fields: {
      who: cardIds('ingredient', { max: 3 }),
      when: cardIds('ingredient', { max: 3 }),
      what: cardIds('ingredient', { max: 3 }),
      where: cardIds('ingredient', { max: 3 }),
      default: text().optional(),
      why,
      measure: cardIds('ingredient', { max: 3 }),
      guardrail: cardIds('ingredient', { max: 2 }).optional(),
      patterns: cardIds('pattern', { max: 3 }),
    },
    budgets: { default: 46, 'why.user': 46, 'why.business': 46 },
    sections: {
      'If-then': { budget: 190 },
      'Job story': { budget: 110 },
      Watch: { budget: 50 },
      Measure: { budget: 45 },
    },
    room: roomOf,
    Front,
    Back,
  },
  EmptyFront,
  EmptyBack,
);
