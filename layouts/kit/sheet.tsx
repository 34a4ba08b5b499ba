import type { ReactNode } from 'react';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { At, Label } from './base.tsx';
import type { Palette } from './colour.ts';
import { Gap } from './front.tsx';
import type { Sizes } from './size.ts';
import { Balanced, Title } from './type.tsx';

interface HeadingProps extends Pick<FaceProps, 'card' | 'deck'> {
  sizes: Sizes;
  palette: Palette;
  /** The kicker over the title. */
  kicker: string;
  y: Mm;
  h: Mm;
  align?: 'left' | 'center';
  /** Colours of the title and of the rest; the card's own and ink if left out. */
  colour?: string;
  text?: string;
  inset?: Mm;
  /** Sizes of a title of more than one line, where it has less room. */
  further?: readonly Pt[];
  justify?: 'flex-start' | 'center' | 'space-between';
  children?: ReactNode;
}

/** Kicker, title and gist below one another: what every front says, wherever its suit puts it. */
export function Heading(props: HeadingProps) {
  const { card, deck, sizes, palette, kicker, y, h, align = 'left', inset = 0, justify = 'flex-start' } = props;
  const { colour = palette.accent, text = palette.ink } = props;
  const w = sizes.column - 2 * inset;
  return (
    <At x={sizes.margin + inset} y={y} w={w} h={h} justify={justify} area="heading">
      <Label theme={deck.theme} size={sizes.label} colour={colour} align={align} w={w}>
        {kicker}
      </Label>
      <Gap h={0.9} />
      <Title
        deck={deck}
        w={w}
        align={align}
        colour={colour}
        sizes={sizes.titles}
        further={props.further ?? sizes.titles}
      >
        {card.title}
      </Title>
      <Gap h={1.1} />
      <Balanced deck={deck} w={w} align={align} colour={text} size={sizes.gist} leading={1.24}>
        {card.gist}
      </Balanced>
      {props.children}
    </At>
  );
}
