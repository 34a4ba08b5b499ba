import { Text } from '@react-pdf/renderer';
import type { FaceProps } from '../../src/model/looks.ts';
import { At, Words } from './base.tsx';
import type { Palette } from './colour.ts';
import type { Sizes } from './size.ts';

interface SeriesProps extends Pick<FaceProps, 'card' | 'deck'> {
  sizes: Sizes;
  palette: Palette;
  align?: 'left' | 'center';
}

/** The names of all cards of a short suit in order along the foot, this card's own in bold. */
export function Series({ card, deck, sizes, palette, align = 'left' }: SeriesProps) {
  const all = deck.cards.filter((one) => one.suit === card.suit && !one.blank);
  const size = Math.max(6, sizes.foot * 0.98);
  return (
    <At x={sizes.margin} y={sizes.height - sizes.margin - 2.8} w={sizes.column}>
      <Words theme={deck.theme} size={size} colour={palette.quiet} leading={1.2} w={sizes.column} align={align}>
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
