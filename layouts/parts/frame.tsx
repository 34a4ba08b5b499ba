import type { ReactNode } from 'react';
import type { FaceProps, Look } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Back } from './back.tsx';
import { Block, Ground } from './base.tsx';
import { blankable } from './blank.tsx';
import { type Palette, paletteOf, suitOf } from './colour.ts';
import { Corners } from './front.tsx';
import { Series, seriesTop } from './series.tsx';
import { Heading } from './sheet.tsx';
import { LEAST_CARD, sizesOf } from './size.ts';

/** The props of a frame's picture: a card's place among those of its suit, and the picture's place on the face. */
export interface PlaceProps extends Pick<FaceProps, 'deck' | 'format'> {
  palette: Palette;
  glyph: string | undefined;
  x: Mm;
  y: Mm;
  r: Mm;
  /** The card's place in its suit, from 0, and how many places there are. */
  at: number;
  of: number;
}

/** A look for a short suit in order: a picture of the card's place above, its name below, and the suit in a row along the foot. */
export function frameOf(Picture: (props: PlaceProps) => ReactNode): Look {
  function Front({ card, deck, format }: FaceProps) {
    const sizes = sizesOf(format);
    const palette = paletteOf(card, deck);
    const { width, height } = format;
    const edge = height * 0.575;
    const all = deck.cards.filter((one) => one.suit === card.suit && !one.blank);
    const at = all.findIndex((one) => one.id === card.id);
    const place = { x: width / 2, y: height * 0.325, r: width * 0.215, at, of: all.length };
    return (
      <Ground format={format} colour={palette.ground}>
        <Picture {...{ deck, format, palette }} glyph={card.glyph} {...place} />
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
  return blankable({
    least: LEAST_CARD,
    fields: {},
    budgets: {},
    prints: 'suit',
    sections: {
      What: { budget: 110 },
      'Enter when': { budget: 70 },
      'Leave when': { budget: 70 },
      Trap: { budget: 60 },
    },
    Front,
    Back: (props) => <Back {...props} size={sizesOf(props.format).roomy} />,
  });
}
