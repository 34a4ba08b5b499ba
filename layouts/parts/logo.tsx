import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Mm } from '../../src/model/units.ts';
import { At } from './base.tsx';
import { PictureBox } from './picture.tsx';

interface LogoProps {
  deck: Deck;
  /** The logo's middle, from the trim's corner. */
  x: Mm;
  y: Mm;
  /** The room for the logo: it fills the width or the height. */
  w: Mm;
  h: Mm;
}

/** The organization's logo; nothing where the deck has none. */
export function Logo({ deck, x, y, w, h }: LogoProps) {
  const picture = deck.logo === undefined ? undefined : lookUp(deck.pictures, deck.logo);
  if (!picture) return null;
  const scale = Math.min(w / picture.width, h / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return (
    <At x={x - width / 2} y={y - height / 2} w={width} h={height}>
      <PictureBox picture={picture} w={width} h={height} />
    </At>
  );
}
