import { z } from 'zod';
import { cardId, listed, listedAll, whole } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { mm } from '../../src/model/units.ts';
import { Pips } from '../kit/art.tsx';
import { Back as SuitBack, weaveOf } from '../kit/back.tsx';
import { At, Block, Ground, Label, Words } from '../kit/base.tsx';
import { blankable } from '../kit/blank.tsx';
import { Cloth } from '../kit/cloth.tsx';
import { familyOf, mix, type Palette, paletteOf } from '../kit/colour.ts';
import { cardsOf, count, DOT, listedName, listOf, titles, word } from '../kit/fields.ts';
import { Corners, Gap, Plate } from '../kit/front.tsx';
import { between, type Sizes, sizesOf } from '../kit/size.ts';
import { Balanced, Title } from '../kit/type.tsx';

/** A dish: its glyph on a plate on the family's tablecloth. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const column = { deck, w: sizes.column, align: 'center', colour: palette.onGround } as const;
  const [hem, foot] = [height * 0.57, height - sizes.margin - FOOT];
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={weaveOf(card, deck)} />
      <Plate
        {...palette}
        {...{ format, deck }}
        glyph={card.glyph}
        x={width / 2}
        y={height * 0.345}
        r={width * between(format, 0.28, 0.33)}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.onGround} />
      <Block x={-4} y={hem} w={width + 8} h={height - hem + 4} colour={palette.ground} />
      <Block x={-4} y={hem} w={width + 8} h={0.35} colour={mix(palette.accent, palette.paper, 0.3)} />
      <At x={sizes.margin} y={hem + 1.6} w={sizes.column} h={foot - hem - 2.8} justify="center" area="title">
        <Label theme={deck.theme} size={sizes.label} colour={palette.onAccent} align="center" w={sizes.column}>
          {familyOf(card, deck)?.name ?? ''}
        </Label>
        <Gap h={0.9} />
        <Title {...column} sizes={sizes.titles}>
          {card.title}
        </Title>
        <Gap h={1.1} />
        <Balanced {...column} size={sizes.gist} leading={1.22}>
          {card.gist}
        </Balanced>
      </At>
      <Foot card={card} deck={deck} sizes={sizes} palette={palette} />
    </Ground>
  );
}

/** Height of the foot of a front: two lines. */
const FOOT = 6.2;

interface FootProps extends Pick<FaceProps, 'card' | 'deck'> {
  sizes: Sizes;
  palette: Palette;
}

/** The level in pips and words on the left, the stage on the right. */
function Foot({ card, deck, sizes, palette }: FootProps) {
  const [level] = cardsOf(deck, [word(card, 'level')]);
  const half = sizes.column / 2;
  const y = sizes.height - sizes.margin - FOOT;
  const type = { theme: deck.theme, w: half, leading: 1.2 };
  return (
    <>
      <At x={sizes.margin} y={y} w={half} h={FOOT} justify="space-between">
        <Gap h={0.25} />
        <Pips count={level?.number ?? 0} of={5} size={mm(sizes.foot) * 0.85} colour={palette.onGround} />
        <Words {...type} size={sizes.foot * 1.06} weight={700} colour={palette.onGround}>
          {level?.title ?? ''}
        </Words>
      </At>
      <At x={sizes.margin + half} y={y} w={half} h={FOOT} justify="space-between">
        <Words {...type} size={sizes.foot * 0.97} colour={palette.onAccent} align="right">
          {deck.words.faces.usuallyLivesAs}
        </Words>
        <Words {...type} size={sizes.foot * 1.06} weight={700} colour={palette.onGround} align="right">
          {titles(deck, [word(card, 'stage')])}
        </Words>
      </At>
    </>
  );
}

function Back(props: FaceProps) {
  const { card, deck } = props;
  const words = deck.words.faces;
  const kinds = [
    listedName(deck, 'class', word(card, 'class')),
    titles(deck, [word(card, 'mode')]),
    titles(deck, [word(card, 'argument')]),
  ];
  const systems = listOf(card, 'systems').map((system) => listedName(deck, 'systems', system));
  const market = { consumer: words.forConsumers, business: words.forBusinesses, both: words.forBoth }[
    word(card, 'market')
  ];
  const facts = [
    { name: words.effort, value: market ?? '', pips: { count: count(card, 'effort'), of: 5 } },
    { name: words.kind, value: kinds.filter((kind) => kind !== '').join(DOT) },
    { name: words.systems, value: systems.join(DOT) },
  ];
  return <SuitBack {...props} strong={['Ask']} facts={facts} />;
}

export default blankable({
  fields: {
    family: z.string(),
    level: cardId('level'),
    stage: cardId('stage'),
    mode: cardId('mode'),
    class: listed('class'),
    market: listed('market'),
    effort: whole(1, 5),
    systems: listedAll('systems', { min: 1, max: 4 }),
    argument: cardId('argument'),
  },
  budgets: {},
  sections: {
    'How it works': { budget: 120 },
    Ask: { budget: 80 },
    'Seen at': { budget: 45 },
    'Watch for': { budget: 65 },
    Needs: { budget: 40 },
  },
  Front,
  Back,
});
