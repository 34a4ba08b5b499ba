import { z } from 'zod';
import { cardId, facet, listed, listedAll, scale } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { type Mm, mm, pt } from '../../src/model/units.ts';
import { Meter } from '../parts/art.tsx';
import { Back as SuitBack, weaveOf } from '../parts/back.tsx';
import { At, Block, Ground, Label } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { Cloth } from '../parts/cloth.tsx';
import { familyOf, mix, paletteOf } from '../parts/colour.ts';
import { count, titles, word } from '../parts/fields.ts';
import { Corners, Gap, Plate } from '../parts/front.tsx';
import { View } from '../parts/primitives.ts';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, Title } from '../parts/type.tsx';

/** A dish: its glyph on a plate on the family's tablecloth. How it is usually built is on the back: a group first finds its own way. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const hem = height * 0.6;
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={weaveOf(card, deck)} />
      <Plate
        {...palette}
        {...{ format, deck }}
        glyph={card.glyph}
        x={width / 2}
        y={height * 0.345}
        r={width * between(format, 0.3, 0.34)}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.onGround} />
      <Block x={-4} y={hem} w={width + 8} h={height - hem + 4} colour={palette.ground} />
      <Block x={-4} y={hem} w={width + 8} h={0.35} colour={mix(palette.accent, palette.paper, 0.3)} />
      <Name {...{ card, deck, format }} y={hem} />
    </Ground>
  );
}

/** The card's family, its title and its gist, below the hem of the cloth. */
function Name({ card, deck, format, y }: FaceProps & { y: Mm }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const column = { deck, w: sizes.column, align: 'center', colour: palette.onGround } as const;
  return (
    <At
      x={sizes.margin}
      y={y + 1.6}
      w={sizes.column}
      h={format.height - y - sizes.margin - 1.6}
      justify="center"
      area="title"
    >
      <Label theme={deck.theme} size={sizes.label} colour={palette.onAccent} align="center" w={sizes.column}>
        {familyOf(card, deck)?.name ?? ''}
      </Label>
      <Gap h={1.2} />
      <Title {...column} sizes={sizes.titles} further={sizes.tight}>
        {card.title}
      </Title>
      <Gap h={1.4} />
      <Balanced {...column} size={sizes.lead} leading={1.22}>
        {card.gist}
      </Balanced>
    </At>
  );
}

function Back(props: FaceProps) {
  const { card, deck, format } = props;
  const sizes = sizesOf(format);
  const words = deck.words.faces;
  const { accent } = paletteOf(card, deck);
  const usually = titles(deck, [word(card, 'level'), word(card, 'stage'), word(card, 'mode')]);
  const effort = (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      <Label theme={deck.theme} size={sizes.label} colour={accent}>
        {words.effort}
      </Label>
      <View style={{ width: pt(1) }} />
      <Meter sign="bars" count={count(card, 'effort')} of={5} size={mm(sizes.label) * 0.72} colour={accent} />
    </View>
  );
  return (
    <SuitBack
      {...props}
      size={sizes.body}
      strong={['Ask']}
      beside={{ heading: 'Needs', node: effort }}
      facts={[{ name: words.usually, entries: usually }]}
    />
  );
}

export default blankable({
  least: LEAST_CARD,
  fields: {
    family: z.string(),
    level: facet(cardId('level')),
    stage: facet(cardId('stage')),
    mode: facet(cardId('mode')),
    class: facet(listed('class')),
    market: facet(listed('market')),
    effort: facet(scale(5)),
    systems: facet(listedAll('systems', { min: 1, max: 4 })),
    argument: facet(cardId('argument')),
  },
  budgets: {},
  sections: {
    'How it works': { budget: 105 },
    Ask: { budget: 68 },
    'Seen at': { budget: 45 },
    'Watch for': { budget: 68 },
    Needs: { budget: 40 },
  },
  Front,
  Back,
});
