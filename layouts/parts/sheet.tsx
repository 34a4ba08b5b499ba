import type { ReactNode } from 'react';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm } from '../../src/model/units.ts';
import { At, LABEL_LEADING, Label } from './base.tsx';
import type { Palette } from './colour.ts';
import { Gap } from './front.tsx';
import { leadingIn } from './leading.ts';
import type { Sizes } from './size.ts';
import { Balanced, linesHeight, Title } from './type.tsx';

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
  /** Drawn below the gist, and its height. */
  below?: { h: Mm; node: ReactNode };
}

/** Line height of a gist, in font sizes. */
const GIST_LEADING = 1.24;
/** Space below the kicker, and between title and gist. */
const [UNDER_KICKER, UNDER_TITLE]: readonly [Mm, Mm] = [0.9, 1.1];

/** Kicker, title and gist below one another: every front has them, wherever its suit puts them. */
export function Heading(props: HeadingProps) {
  const { card, deck, sizes, palette, kicker, y, h, align = 'left', inset = 0, justify = 'flex-start' } = props;
  const { colour = palette.accent, text = palette.ink } = props;
  const w = sizes.column - 2 * inset;
  const gist = linesHeight(card.gist, { theme: deck.theme, size: sizes.gist, leading: GIST_LEADING, w });
  const rest =
    mm(sizes.label * leadingIn(deck.theme, LABEL_LEADING)) + UNDER_KICKER + UNDER_TITLE + gist + (props.below?.h ?? 0);
  return (
    <At x={sizes.margin + inset} y={y} w={w} h={h} justify={justify} area="heading">
      <Label theme={deck.theme} size={sizes.label} colour={colour} align={align} w={w}>
        {kicker}
      </Label>
      <Gap h={UNDER_KICKER} />
      <Title
        deck={deck}
        w={w}
        h={h - rest + UNDER_TITLE}
        align={align}
        colour={colour}
        sizes={sizes.titles}
        further={props.further ?? sizes.tight}
      >
        {card.title}
      </Title>
      <Gap h={UNDER_TITLE} />
      <Balanced deck={deck} w={w} align={align} colour={text} size={sizes.gist} leading={GIST_LEADING}>
        {card.gist}
      </Balanced>
      {props.below?.node}
    </At>
  );
}
