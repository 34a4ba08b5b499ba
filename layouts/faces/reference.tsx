import type { Side } from '../../src/model/card.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Mark } from '../kit/art.tsx';
import { bandHeight, QR_EDGE } from '../kit/band.tsx';
import { At, Block, Ground, Words } from '../kit/base.tsx';
import { blankable } from '../kit/blank.tsx';
import { Cloth } from '../kit/cloth.tsx';
import { paletteOf } from '../kit/colour.ts';
import { Qr, qrPlate } from '../kit/qr.tsx';
import { Sections } from '../kit/sections.tsx';
import { between, sizesOf } from '../kit/size.ts';
import { linesHeight, Title } from '../kit/type.tsx';

/** Space between the title and the gist. */
const OVER_GIST: Mm = 0.3;

/** A page of the menu: a gingham band with title and glyph, and the text of one side below it. */
function Page({ card, deck, format, side }: FaceProps & { side: Side }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const plate = side === 'back' ? qrPlate(card, deck) : 0;
  const band =
    plate === 0
      ? between(format, side === 'front' ? 18.2 : 12.4, side === 'front' ? 21 : 16)
      : bandHeight(sizes, card, deck);
  const glyph = between(format, 8.6, 10.4);
  const w = plate === 0 ? sizes.column - glyph - 2.5 : width - QR_EDGE - plate - 1.5 - sizes.margin;
  const [first = 16] = sizes.titles;
  const heading = side === 'front' ? 'Front' : 'Back';
  const y = band + 2.6;
  const gistType = { size: sizes.foot, leading: 1.2 };
  const gist = side === 'front' ? OVER_GIST + linesHeight(card.gist, { ...gistType, theme: deck.theme, w }) : 0;
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Block x={-4} y={band} w={width + 8} h={height - band + 4} colour={palette.paper} />
      {plate === 0 ? (
        <Mark
          deck={deck}
          name={card.glyph}
          x={width - sizes.margin - glyph / 2}
          y={(band + 4) / 2}
          size={glyph}
          colour={palette.onGround}
        />
      ) : (
        <Qr {...{ card, deck, format }} x={width - QR_EDGE - plate} y={QR_EDGE} />
      )}
      <At x={sizes.margin} y={3.6} w={w} h={band - 4.8} justify="center" area="title">
        <Title
          deck={deck}
          w={w}
          colour={palette.onGround}
          sizes={[first * 0.9, first * 0.84, first * 0.78, first * 0.7]}
          further={[first * 0.66, first * 0.58]}
          h={band - 4.8 - gist}
        >
          {card.title}
        </Title>
        {side === 'front' ? (
          <Words {...gistType} theme={deck.theme} colour={palette.onGround} w={w} above={OVER_GIST}>
            {card.gist}
          </Words>
        ) : null}
      </At>
      <Sections
        {...{ deck, sizes, palette }}
        sections={card.sections.filter((section) => section.heading === heading)}
        x={sizes.margin}
        y={y}
        w={sizes.column}
        h={height - sizes.margin - y}
        bare
        roomy
      />
    </Ground>
  );
}

export default blankable({
  fields: {},
  budgets: {},
  sections: { Front: { budget: 620 }, Back: { budget: 620 } },
  Front: (props) => <Page {...props} side="front" />,
  Back: (props) => <Page {...props} side="back" />,
});
