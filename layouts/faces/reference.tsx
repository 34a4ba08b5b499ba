import type { Side } from '../../src/model/card.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Mark } from '../parts/art.tsx';
import { bandHeight, QR_EDGE } from '../parts/band.tsx';
import { At, Block, Ground } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { Cloth } from '../parts/cloth.tsx';
import { paletteOf } from '../parts/colour.ts';
import { View } from '../parts/primitives.ts';
import { Qr, qrPlate } from '../parts/qr.tsx';
import { Sections } from '../parts/sections.tsx';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, linesHeight, Title } from '../parts/type.tsx';

/** Space between the title and the gist. */
const OVER_GIST: Mm = 0.3;

/** The band of a page: its height, and the room for its parts. */
interface Band {
  h: Mm;
  /** Width of its title. */
  w: Mm;
  /** The glyph's size. */
  glyph: Mm;
  /** The QR code's plate; 0 where there is none, and a glyph in its place. */
  plate: Mm;
}

function bandOf({ card, deck, format, side }: PageProps): Band {
  const sizes = sizesOf(format);
  const plate = side === 'back' ? qrPlate(card, deck) : 0;
  const glyph = between(format, 8.6, 10.4);
  if (plate > 0) {
    const w = format.width - QR_EDGE - plate - 1.5 - sizes.margin;
    return { h: bandHeight(sizes, card, deck), w, glyph, plate };
  }
  const h = between(format, side === 'front' ? 15.8 : 12.4, side === 'front' ? 17.6 : 14);
  return { h, w: sizes.column - glyph - 2.5, glyph, plate };
}

type PageProps = FaceProps & { side: Side };

/** A page of the menu: a gingham band with title and glyph, and the text of one side below it. */
function Page(props: PageProps) {
  const { card, deck, format, side } = props;
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const band = bandOf(props);
  const heading = side === 'front' ? 'Front' : 'Back';
  const y = band.h + 2.3;
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Block x={-4} y={band.h} w={width + 8} h={height - band.h + 4} colour={palette.paper} />
      <Corner {...props} band={band} />
      <Heading {...props} band={band} />
      <Sections
        {...{ deck, sizes, palette }}
        sections={card.sections.filter((section) => section.heading === heading)}
        x={sizes.margin}
        y={y}
        w={sizes.column}
        h={height - sizes.margin - y}
        size={sizes.body}
        tight={band.plate > 0}
        bare
      />
    </Ground>
  );
}

/** The glyph, or on a back the QR code. */
function Corner({ card, deck, format, band: { h, glyph, plate } }: PageProps & { band: Band }) {
  const sizes = sizesOf(format);
  const { width } = format;
  if (plate > 0) return <Qr {...{ card, deck, format }} x={width - QR_EDGE - plate} y={QR_EDGE} />;
  const x = width - sizes.margin - glyph / 2;
  const { onGround } = paletteOf(card, deck);
  return <Mark deck={deck} name={card.glyph} x={x} y={(h + 4) / 2} size={glyph} colour={onGround} />;
}

/** The title; on a front the gist below it. */
function Heading({ card, deck, format, side, band }: PageProps & { band: Band }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { w } = band;
  const [first = 16] = sizes.titles;
  const gistType = { size: sizes.foot, leading: 1.2 };
  const gist = side === 'front' ? OVER_GIST + linesHeight(card.gist, { ...gistType, theme: deck.theme, w }) : 0;
  return (
    <At x={sizes.margin} y={3.6} w={w} h={band.h - 4.8} justify="center" area="title">
      <Title
        deck={deck}
        w={w}
        colour={palette.onGround}
        sizes={[first * 0.84, first * 0.78, first * 0.7]}
        further={[first * 0.66, first * 0.58]}
        h={band.h - 4.8 - gist}
      >
        {card.title}
      </Title>
      {side === 'front' ? (
        <View style={{ marginTop: pt(OVER_GIST), flexShrink: 0 }}>
          <Balanced {...gistType} deck={deck} colour={palette.onGround} w={w}>
            {card.gist}
          </Balanced>
        </View>
      ) : null}
    </At>
  );
}

export default blankable({
  least: LEAST_CARD,
  fields: {},
  budgets: {},
  sections: { Front: { budget: 560 }, Back: { budget: 600 } },
  Front: (props) => <Page {...props} side="front" />,
  Back: (props) => <Page {...props} side="back" />,
});
