import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { At, Words } from './base.tsx';
import type { Palette } from './colour.ts';
import { CAUTION, lineCount, type Run } from './measure.ts';
import { Text } from './primitives.ts';
import type { Sizes } from './size.ts';

interface SeriesProps extends Pick<FaceProps, 'card' | 'deck'> {
  sizes: Sizes;
  palette: Palette;
  align?: 'left' | 'center';
}

/** Line height, in font sizes. */
const LEADING = 1.2;

function seriesOf(card: Card, deck: Deck): Card[] {
  return deck.cards.filter((one) => one.suit === card.suit && !one.blank);
}

function typeSize({ foot }: Sizes): Pt {
  return Math.max(6, foot * 0.98);
}

/** From the top of a card to that of its series: names that fill two lines begin higher. */
export function seriesTop(card: Card, deck: Deck, sizes: Sizes): Mm {
  const runs = seriesOf(card, deck).flatMap((one): Run[] => [
    { text: ' · ' },
    { text: one.title, weight: one.id === card.id ? 700 : 400 },
  ]);
  const size = typeSize(sizes);
  const lines = lineCount(runs.slice(1), deck, size * CAUTION, pt(sizes.column));
  return sizes.height - sizes.margin - mm(lines * size * LEADING);
}

/** The names of all cards of a short suit in order along the foot, this card's own in bold. */
export function Series({ card, deck, sizes, palette, align = 'left' }: SeriesProps) {
  const all = seriesOf(card, deck);
  const size = typeSize(sizes);
  return (
    <At x={sizes.margin} y={seriesTop(card, deck, sizes)} w={sizes.column}>
      <Words theme={deck.theme} size={size} colour={palette.quiet} leading={LEADING} w={sizes.column} align={align}>
        {all.map((one, index) => (
          <Text key={one.id}>
            {index > 0 ? ' · ' : ''}
            <Text style={one.id === card.id ? { fontWeight: 700, color: palette.accent } : {}}>{one.title}</Text>
          </Text>
        ))}
      </Words>
    </At>
  );
}
