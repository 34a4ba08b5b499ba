import { firstLetter } from '../../src/model/accents.ts';
import { capitals } from '../../src/model/capitals.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm } from '../../src/model/units.ts';
import { Drawing } from '../parts/art.tsx';
import { Back as SuitBack, weaveOf } from '../parts/back.tsx';
import { Band, bandHeight } from '../parts/band.tsx';
import { At, Block, Ground, LABEL_LEADING, Label } from '../parts/base.tsx';
import { blankable, RULE, Rules } from '../parts/blank.tsx';
import { Cloth } from '../parts/cloth.tsx';
import { familyOf, mix, paletteOf, suitOf } from '../parts/colour.ts';
import { codes } from '../parts/fields.ts';
import { Corners, Gap, Plate } from '../parts/front.tsx';
import { leadingIn } from '../parts/leading.ts';
import { pictureOf } from '../parts/photo.tsx';
import { isWordless, PhotoFront, photoFields, Shown } from '../parts/photo-front.tsx';
import { PlainBack } from '../parts/plain.tsx';
import { sizesOf } from '../parts/size.ts';
import { Balanced, linesHeight, Title } from '../parts/type.tsx';

/** Space below the kicker, and between title and gist. */
const GAP: Mm = 0.9;
/** A lower card has no room for a plate over its words: they take all of it, with its code in place of its suit's name. */
const LOW: Mm = 40;

/** For any suit: the glyph on a plate (a first letter where there is none) or a picture, words below it; on a low card words alone. */
function Front(props: FaceProps) {
  const { card, deck, format } = props;
  const picture = pictureOf(deck, card.fields.image);
  if (picture && card.gist === '') return <PhotoFront {...props} picture={picture} />;
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  if (height < LOW && !picture) {
    return (
      <Ground format={format} colour={palette.ground}>
        <Name {...props} y={sizesOf(format).margin} kicker={card.code} />
      </Ground>
    );
  }
  const hem = height * 0.58;
  return (
    <Ground format={format} colour={palette.ground}>
      {picture ? <Shown {...props} picture={picture} h={hem} /> : <Dish {...props} />}
      <Block x={-4} y={hem} w={width + 8} h={height - hem + 4} colour={palette.ground} />
      <Block x={-4} y={hem} w={width + 8} h={0.35} colour={mix(palette.accent, palette.paper, 0.3)} />
      <Name {...props} y={hem + 1.6} />
    </Ground>
  );
}

/** From a height down to the margin: a kicker, the suit's name if none is given; title; gist. */
function Name({ card, deck, format, y, kicker = '' }: FaceProps & { y: Mm; kicker?: string }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const column = { deck, w: sizes.column, align: 'center', colour: palette.onGround } as const;
  const h = format.height - y - sizes.margin;
  const suit = [suitOf(card, deck).one, familyOf(card, deck)?.name].filter(Boolean).join(' · ');
  const gist = { size: sizes.gist, leading: 1.24 };
  const gistHeight = linesHeight(card.gist, { ...gist, theme: deck.theme, w: sizes.column });
  const rest = mm(sizes.label * leadingIn(deck.theme, LABEL_LEADING)) + 2 * GAP + gistHeight;
  return (
    <At x={sizes.margin} y={y} w={sizes.column} h={h} justify="center" area="title">
      <Label theme={deck.theme} size={sizes.label} colour={palette.onAccent} align="center" w={sizes.column}>
        {kicker === '' ? suit : kicker}
      </Label>
      <Gap h={GAP} />
      <Title {...column} sizes={sizes.titles} further={sizes.tight} smaller={sizes.smaller} h={h - rest}>
        {card.title}
      </Title>
      <Gap h={GAP} />
      <Balanced {...column} {...gist}>
        {card.gist}
      </Balanced>
    </At>
  );
}

/** The card's glyph on a plate, on the suit's cloth. */
function Dish({ card, deck, format }: FaceProps) {
  const { width, height } = format;
  const palette = paletteOf(card, deck);
  const plate = { x: width / 2, y: height * 0.345, r: Math.min(width * 0.28, height * 0.205) };
  return (
    <>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={weaveOf(card, deck)} />
      <Plate {...palette} {...{ format, deck, ...plate }} glyph={card.glyph} />
      {card.glyph === undefined ? <Initial {...{ deck, ...plate }} text={card.title} colour={palette.accent} /> : null}
      <Corners card={card} deck={deck} sizes={sizesOf(format)} colour={palette.onGround} />
    </>
  );
}

interface InitialProps extends Pick<FaceProps, 'deck'> {
  text: string;
  x: number;
  y: number;
  r: number;
  colour: string;
}

/** The first letter or figure of a title, in the middle of the plate: of « Ça va ? » it is Ç. A title without one has its first sign there. */
function Initial({ deck, text, x, y, r, colour }: InitialProps) {
  const room = r * 1.6;
  return (
    <At x={x - room / 2} y={y - r} w={room} h={2 * r} justify="center">
      <Title deck={deck} w={room} align="center" colour={colour} sizes={[r * 2.6, r * 1.9, r * 1.4]} leading={1.1}>
        {capitals(firstLetter(text), deck.lang)}
      </Title>
    </At>
  );
}

/** All sections of the card in the largest size that fits; the back of a blank card is all lines, that of a card without text is plain. */
function Back(props: FaceProps) {
  const { blank, sections, related } = props.card;
  if (blank) return <BlankBack {...props} />;
  const isEmpty = sections.length === 0 && codes(props.deck, related).length === 0;
  return isEmpty ? <PlainBack {...props} /> : <SuitBack {...props} roomy />;
}

/** A suit without fixed headings leaves the whole back to write on. */
function BlankBack({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const band = bandHeight(sizes, card, deck);
  const count = Math.floor((format.height - sizes.margin - band) / RULE);
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Block x={-4} y={band} w={format.width + 8} h={format.height - band + 4} colour={palette.paper} />
      <Band {...{ card, deck, format, sizes, palette }} />
      <Drawing format={format}>
        <Rules x={sizes.margin} y={band + 1} w={sizes.column} count={count} colour={palette.hairline} />
      </Drawing>
    </Ground>
  );
}

export default {
  ...blankable({ fields: photoFields, budgets: {}, gist: 'optional', isWordless, Front, Back }),
  Back,
};
