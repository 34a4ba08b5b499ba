import type { Deck } from '../../src/model/deck.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Picture } from '../../src/model/theme.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { PictureBox } from './picture.tsx';
import { type Fit, type Focus, placed } from './picture-size.ts';
import { View } from './primitives.ts';

/** The picture of a name from a card's front matter; undefined where the card names none. */
export function pictureOf(deck: Deck, name: unknown): Picture | undefined {
  return typeof name === 'string' ? lookUp(deck.pictures, name) : undefined;
}

interface PhotoProps {
  picture: Picture;
  /** The box that it is shown in, from the trim: negative in the bleed. */
  x: Mm;
  y: Mm;
  w: Mm;
  h: Mm;
  /** `cover` fills the box and is cropped to it; `contain` is whole in its middle. */
  fit?: Fit;
  /** The part that stays visible where it is cropped. */
  focus?: Focus;
}

/** A picture in a box at a place on the trim. The inspection knows by it that the card's picture is printed. */
export function Photo({ picture, x, y, w, h, fit = 'cover', focus = 'center' }: PhotoProps) {
  const { left, top, ...size } = placed(picture, { w, h }, fit, focus);
  const box = { left: pt(x + FACE_BLEED), top: pt(y + FACE_BLEED), width: pt(w), height: pt(h) };
  return (
    <View id={`image:${picture.name}`} style={{ position: 'absolute', ...box, overflow: 'hidden' }}>
      <View style={{ position: 'absolute', left: pt(left), top: pt(top), width: pt(size.w), height: pt(size.h) }}>
        <PictureBox picture={picture} {...size} />
      </View>
    </View>
  );
}
