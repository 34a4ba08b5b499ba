import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { At, Words } from './base.tsx';
import type { Palette } from './colour.ts';
import { BETWEEN, dotLines } from './dots.ts';
import { leadingIn } from './leading.ts';
import { Text } from './primitives.ts';
import type { Sizes } from './size.ts';

interface SeriesProps extends Pick<FaceProps, 'card' | 'deck'> {
  sizes: Sizes;
  palette: Palette;
  align?: 'left' | 'center';
}

/** Line height, in font sizes. */
const LEADING = 1.2;

/** The names of a short suit in lines; all are measured in bold, since any of them may be set in it. */
function linesOf(card: Card, deck: Deck, { foot, column }: Sizes): string[] {
  const titles = deck.cards.filter((one) => one.suit === card.suit && !one.blank).map((one) => one.title);
  return dotLines(titles, { theme: deck.theme, weight: 700, size: foot }, pt(column));
}

/** Distance from the top of a card to the top of its series; it is less where the names fill two lines. */
export function seriesTop(card: Card, deck: Deck, sizes: Sizes): Mm {
  return (
    sizes.height - sizes.margin - mm(linesOf(card, deck, sizes).length * sizes.foot * leadingIn(deck.theme, LEADING))
  );
}

/** The names of all cards of a short suit in order along the foot, this card's own in bold. */
export function Series({ card, deck, sizes, palette, align = 'left' }: SeriesProps) {
  const own = card.title.replaceAll(' ', '\u00a0');
  const type = { theme: deck.theme, size: sizes.foot, colour: palette.quiet, leading: LEADING, align } as const;
  return (
    <At x={sizes.margin} y={seriesTop(card, deck, sizes)} w={sizes.column}>
      {linesOf(card, deck, sizes).map((line) => (
        <Words key={line} {...type} w={sizes.column}>
          {line.split(BETWEEN).map((name, index) => (
            <Text key={name}>
              {index > 0 ? BETWEEN : ''}
              <Text style={name === own ? { fontWeight: 700, color: palette.accent } : {}}>{name}</Text>
            </Text>
          ))}
        </Words>
      ))}
    </At>
  );
}
