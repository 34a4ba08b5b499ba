import { z } from 'zod';
import type { Card } from '../../src/model/card.ts';
import { cardIds, scale, text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Ground, Label, Words } from '../parts/base.tsx';
import { Corners, Gap } from '../parts/front.tsx';
import { FootTape, hazardPalette, kickerOf } from '../parts/hazard.tsx';
import { View } from '../parts/primitives.ts';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, Even, Title } from '../parts/type.tsx';

const behavior = z.strictObject({ name: text(), tell: text(), counter: text() });
type Behavior = z.infer<typeof behavior>;

/** The Detractor's behaviors; an empty list for a card that has none. */
function behaviorsOf(card: Card): Behavior[] {
  const result = z.array(behavior).safeParse(card.fields.behaviors);
  return result.success ? result.data : [];
}

/** A warning with six behaviors to listen for. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const { ground, onGround, hazard, loud } = hazardPalette(card, deck);
  const top = between(format, 12.5, 16);
  const w = sizes.column;
  const head = { deck, w, align: 'center' } as const;
  return (
    <Ground format={format} colour={ground}>
      <FootTape format={format} colour={hazard} />
      <Corners card={card} deck={deck} sizes={sizes} colour={loud} />
      <At x={sizes.margin} y={top} w={w} h={format.height - sizes.margin - 1.2 - top} area="behaviors">
        <Title {...head} sizes={sizes.titles} colour={loud}>
          {card.title}
        </Title>
        <Gap h={0.6} />
        <Balanced {...head} size={sizes.gist} colour={onGround}>
          {card.gist}
        </Balanced>
        <List {...{ card, deck, format }} />
      </At>
      <At x={sizes.margin + 9} y={sizes.margin + 0.2} w={w - 18}>
        <Label theme={deck.theme} size={sizes.label} colour={loud} align="center" w={w - 18}>
          {kickerOf(card, deck)}
        </Label>
      </At>
    </Ground>
  );
}

/** Name and tell of each behavior, numbered as on the back. */
function List({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const { onGround, accent, hazard } = hazardPalette(card, deck);
  const theme = deck.theme;
  const disc = between(format, 5.4, 6.2);
  const w = sizes.column - disc - 2.4;
  return (
    <View style={{ flexGrow: 1, justifyContent: 'space-between', marginTop: pt(between(format, 2.4, 4)) }}>
      {behaviorsOf(card).map(({ name, tell }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two names may be alike, and they are drawn once
        <View key={index} style={{ flexDirection: 'row', alignItems: 'center', flexShrink: 0 }}>
          <Disc {...{ theme, size: disc, colour: hazard, ink: accent, pt: sizes.gist }}>{String(index + 1)}</Disc>
          <View style={{ width: pt(w), marginLeft: pt(2.4) }}>
            <Words theme={theme} size={sizes.gist} weight={700} colour={onGround} leading={1.15} w={w}>
              {name}
            </Words>
            <Even deck={deck} size={sizes.gist} colour={onGround} leading={1.18} w={w}>
              {tell}
            </Even>
          </View>
        </View>
      ))}
    </View>
  );
}

interface DiscProps {
  theme: FaceProps['deck']['theme'];
  size: Mm;
  colour: string;
  ink: string;
  pt: number;
  children: string;
}

/** A number on a disc. */
function Disc({ theme, size, colour, ink, children, ...type }: DiscProps) {
  const box = { width: pt(size), height: pt(size), borderRadius: pt(size / 2), backgroundColor: colour };
  return (
    <View style={{ ...box, justifyContent: 'center' }}>
      <Words theme={theme} size={type.pt} weight={700} colour={ink} leading={0.9} align="center" w={size}>
        {children}
      </Words>
    </View>
  );
}

/** The counter to each behavior. */
function Back(props: FaceProps) {
  const { card, deck, format } = props;
  const sizes = sizesOf(format);
  const palette = hazardPalette(card, deck);
  const size = sizes.body;
  const number = mm(size * 1.5);
  const rows = behaviorsOf(card).map(({ name, counter }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two names may be alike, and they are drawn once
    <View key={index} style={{ flexDirection: 'row', flexShrink: 0 }}>
      <Words theme={deck.theme} size={size} weight={700} colour={palette.accent} leading={1.2} w={number}>
        {String(index + 1)}
      </Words>
      <View style={{ width: pt(sizes.column - number) }}>
        <Words theme={deck.theme} size={size} weight={700} colour={palette.ink} leading={1.2} w={sizes.column - number}>
          {name}
        </Words>
        <Even deck={deck} size={size} colour={palette.ink} leading={1.2} w={sizes.column - number}>
          {counter}
        </Even>
      </View>
    </View>
  ));
  // The rows are spread over their place: an empty one at the end keeps the last as far from the foot as they are from each other.
  return <SuitBack {...props} palette={palette} fill={[...rows, <View key="end" />]} />;
}

export default {
  least: LEAST_CARD,
  fields: {
    group: z.string(),
    severity: scale(3, 'triangles'),
    guards: cardIds('trust', { min: 0, max: 4 }),
    behaviors: z.array(behavior).length(6),
  },
  budgets: { 'behaviors.*.name': 20, 'behaviors.*.tell': 30, 'behaviors.*.counter': 48 },
  sections: {},
  Front,
  Back,
};
