import { z } from 'zod';
import { cardIds, quoted, scale, text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Ground, Label } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { codes, listOf, word } from '../parts/fields.ts';
import { Corners, Gap } from '../parts/front.tsx';
import { FootTape, hazardPalette, kickerOf, Severity, WarningSign } from '../parts/hazard.tsx';
import { Heading } from '../parts/sheet.tsx';
import { LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced } from '../parts/type.tsx';

/** A warning: the glyph on a sign on charcoal, a quote of how the risk sounds, and a slim hazard tape. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = hazardPalette(card, deck);
  const { accent, hazard, ground, onGround, loud } = palette;
  const { width, height } = format;
  const [heading, quote] = [height * 0.45, height * 0.725];
  const column = { deck, w: sizes.column, align: 'center' } as const;
  return (
    <Ground format={format} colour={ground}>
      <FootTape format={format} colour={hazard} />
      <WarningSign
        {...{ format, deck }}
        glyph={card.glyph}
        x={width / 2}
        y={height * 0.285}
        size={width * 0.48}
        colour={hazard}
        ground={accent}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={loud} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={kickerOf(card, deck)}
        y={heading}
        h={quote - heading - 1}
        align="center"
        colour={loud}
        text={onGround}
      />
      <At x={sizes.margin} y={quote} w={sizes.column}>
        <Label theme={deck.theme} size={sizes.label} colour={loud} align="center" w={sizes.column}>
          {deck.words.faces.soundsLike}
        </Label>
        <Gap h={0.6} />
        <Balanced {...column} colour={onGround} size={sizes.gist} italic leading={1.24}>
          {word(card, 'soundsLike')}
        </Balanced>
      </At>
      <Severity card={card} deck={deck} sizes={sizes} colour={loud} y={height - sizes.margin - 4.2} />
    </Ground>
  );
}

function Back(props: FaceProps) {
  const { card, deck } = props;
  const facts = [{ name: deck.words.faces.guards, entries: codes(deck, listOf(card, 'guards')) }];
  return (
    <SuitBack
      {...props}
      size={sizesOf(props.format).roomy}
      palette={hazardPalette(card, deck)}
      strong={['First moves']}
      facts={facts}
    />
  );
}

export default blankable({
  least: LEAST_CARD,
  fields: {
    group: z.string(),
    severity: scale(3, 'triangles'),
    guards: cardIds('trust', { min: 0, max: 4 }),
    soundsLike: quoted(text()),
  },
  budgets: { soundsLike: 70 },
  sections: {
    'What it is': { budget: 100 },
    Signals: { budget: 105, items: { min: 3, max: 3, budget: 35 } },
    'First moves': { budget: 100, items: { min: 2, max: 2, budget: 50 } },
  },
  Front,
  Back,
});
