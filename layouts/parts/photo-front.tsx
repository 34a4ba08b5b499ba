import { z } from 'zod';
import { textWidth } from '../../src/font/lines.ts';
import type { Card } from '../../src/model/card.ts';
import { picture as pictureField } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Picture } from '../../src/model/theme.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm } from '../../src/model/units.ts';
import { At, Block, Ground } from './base.tsx';
import { type Palette, paletteOf } from './colour.ts';
import { Corners } from './front.tsx';
import { Photo } from './photo.tsx';
import { FOCUSES } from './picture-size.ts';
import { between, sizesOf } from './size.ts';
import { Title } from './type.tsx';

/** Front matter of a card with a picture on its front. */
export const photoFields = {
  image: pictureField().optional(),
  fit: z.enum(['cover', 'contain']).meta({ setting: true }).optional(),
  focus: z.enum(FOCUSES).meta({ setting: true }).optional(),
  caption: z.boolean().meta({ setting: true }).optional(),
};

/** Whether only a card's picture is printed: it has no gist, and asks for no caption. */
export function isWordless({ fields, gist }: Card): boolean {
  return fields.image !== undefined && gist === '' && fields.caption !== true;
}

/** Where the strip of a caption begins, in card heights. */
const STRIP = 0.82;

interface PhotoProps extends FaceProps {
  picture: Picture;
}

/** A picture from edge to edge; with `caption: true` its title on a strip below it, and its code in the corner. */
export function PhotoFront(props: PhotoProps) {
  const { card, deck, format } = props;
  const palette = paletteOf(card, deck);
  const isBare = isWordless(card);
  return (
    <Ground format={format} colour={palette.ground}>
      <Framed {...props} h={format.height * (isBare ? 1 : STRIP)} />
      {isBare ? null : (
        <>
          <Index card={card} deck={deck} format={format} palette={palette} />
          <Caption card={card} deck={deck} format={format} palette={palette} />
        </>
      )}
    </Ground>
  );
}

/** A picture over the upper part of a front, and the card's code in the corner. */
export function Shown(props: PhotoProps & { h: Mm }) {
  const { card, deck, format } = props;
  return (
    <>
      <Framed {...props} />
      <Index card={card} deck={deck} format={format} palette={paletteOf(card, deck)} />
    </>
  );
}

/** The picture over the first `h` mm of a front: out to the edges, or whole between the margins. */
function Framed({ card, format, picture, h }: PhotoProps & { h: Mm }) {
  const { margin, column } = sizesOf(format);
  const { fit, focus = 'center' } = z.object(photoFields).parse(card.fields);
  const foot = h < format.height ? 0 : 4;
  if (fit === 'contain') {
    const below = h < format.height ? 2 : margin;
    return <Photo picture={picture} x={margin} y={margin} w={column} h={h - margin - below} fit={fit} />;
  }
  return <Photo picture={picture} x={-4} y={-4} w={format.width + 8} h={h + 4 + foot} focus={focus} />;
}

interface OnPhoto extends FaceProps {
  palette: Palette;
}

/** The code on a patch of its own, since the picture under it may have any colour. */
function Index({ card, deck, format, palette }: OnPhoto) {
  const sizes = sizesOf(format);
  if (card.code === '') return null;
  const size = between(sizes, 13, 15);
  const [prefix = '', number = ''] = card.code.split(/ (?=\S+$)/);
  const bold = textWidth(prefix, { theme: deck.theme, weight: 700 }, size * 0.58) * 1.2;
  const w = mm(Math.max(bold, textWidth(number, { theme: deck.theme, display: true }, size)));
  const h = mm(size * (0.58 * 1.15 + 1.05));
  return (
    <>
      <Block x={sizes.margin - 1.4} y={sizes.margin - 1.4} w={w + 2.8} h={h + 2.2} colour={palette.ground} radius={1} />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.onGround} />
    </>
  );
}

/** The title on a strip below a picture. */
function Caption({ card, deck, format, palette }: OnPhoto) {
  const sizes = sizesOf(format);
  const y = format.height * STRIP;
  const h = format.height - y - sizes.margin;
  return (
    <>
      <Block x={-4} y={y} w={format.width + 8} h={format.height - y + 4} colour={palette.ground} />
      <At x={sizes.margin} y={y} w={sizes.column} h={h} justify="center" area="title">
        <Title
          deck={deck}
          w={sizes.column}
          h={h}
          align="center"
          colour={palette.onGround}
          sizes={sizes.titles}
          further={sizes.tight}
          smaller={sizes.smaller}
        >
          {card.title}
        </Title>
      </At>
    </>
  );
}
