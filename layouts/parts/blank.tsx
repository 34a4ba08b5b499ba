import type { ComponentType } from 'react';
import type { FaceProps, Look } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm } from '../../src/model/units.ts';
import { Drawing, rounded, Shape, Stroke } from './art.tsx';
import { Band, bandHeight } from './band.tsx';
import { At, Block, Ground, Label } from './base.tsx';
import { Cloth } from './cloth.tsx';
import { type Palette, paletteOf, suitOf } from './colour.ts';
import { headingOf } from './fields.ts';
import { Plate } from './front.tsx';
import { type Sizes, sizesOf } from './size.ts';

/** Distance of lines to write on with a ball pen. */
export const RULE: Mm = 5;
/** Distance of lines to write on with a felt pen, to be read across a table. */
export const PEN: Mm = 7;

/** A look whose blank cards are drawn here: an empty dish on the front, the suit's headings over ruled lines on the back. */
export function blankable(
  look: Look,
  Empty: ComponentType<FaceProps> = EmptyPlate,
  EmptyBack?: ComponentType<FaceProps>,
): Look {
  const { Front, Back } = look;
  const headings = Object.keys(look.sections ?? {});
  const Behind = EmptyBack ?? ((props: FaceProps) => <BlankBack {...props} headings={headings} />);
  return {
    ...look,
    Front: (props) => (props.card.blank ? <Empty {...props} /> : <Front {...props} />),
    Back: (props) => (props.card.blank ? <Behind {...props} /> : <Back {...props} />),
  };
}

/** Lines to write on in a Drawing; the first is one line distance below `y`. */
export function Rules(props: { x: Mm; y: Mm; w: Mm; count: number; colour: string; by?: Mm }) {
  const { x, y, w, count, colour, by = RULE } = props;
  const lines = Array.from({ length: count }, (_, index) => `M${x} ${y + (index + 1) * by}h${w}`);
  return <Stroke d={lines.join('')} colour={colour} width={0.16} />;
}

/** An empty plate on the suit's cloth, and a strip of paper for the title. */
function EmptyPlate({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const h = 2 * PEN + 6;
  const y = format.height - sizes.margin - h;
  const plate = {
    x: format.width / 2,
    y: format.height * 0.385,
    r: Math.min(format.width * 0.3, format.height * 0.22),
  };
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Plate {...palette} {...{ format, deck, ...plate }} glyph={undefined} />
      <At x={sizes.margin} y={sizes.margin} w={sizes.column}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.onGround} w={sizes.column}>
          {suitOf(card, deck).one}
        </Label>
      </At>
      <Drawing format={format}>
        <Shape d={rounded({ x: sizes.margin, y, width: sizes.column, height: h }, 1.2)} colour={palette.paper} />
        <Rules x={sizes.margin + 3} y={y + 2.2} w={sizes.column - 6} count={2} by={PEN} colour={palette.hairline} />
      </Drawing>
      <At x={sizes.margin + 3} y={y + 1.4} w={sizes.column - 6}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={sizes.column - 6}>
          {card.title}
        </Label>
      </At>
    </Ground>
  );
}

function BlankBack({ card, deck, format, headings }: FaceProps & { headings: readonly string[] }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const band = bandHeight(sizes, card, deck);
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Block x={-4} y={band} w={format.width + 8} h={format.height - band + 4} colour={palette.paper} />
      <Band {...{ card, deck, format, sizes, palette }} />
      {headings.map((heading, index) => (
        <Room
          key={heading}
          {...placeOf(index, headings.length, sizes)}
          heading={heading}
          palette={palette}
          deck={deck}
        />
      ))}
    </Ground>
  );

  /** The place of a heading, and how many lines fit below it. */
  function placeOf(index: number, of: number, { margin, column, height, label }: Sizes) {
    const top = band + 2.4;
    const each = (height - margin - top) / Math.max(1, of);
    const count = Math.max(1, Math.floor((each - mm(label) - 1) / PEN));
    return { x: margin, y: top + index * each, w: column, count, sizes, format };
  }
}

function Room(props: {
  x: Mm;
  y: Mm;
  w: Mm;
  count: number;
  sizes: Sizes;
  heading: string;
  palette: Palette;
  deck: FaceProps['deck'];
  format: FaceProps['format'];
}) {
  const { x, y, w, count, sizes, heading, palette, deck, format } = props;
  return (
    <>
      <At x={x} y={y} w={w}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={w}>
          {headingOf(deck, heading)}
        </Label>
      </At>
      <Drawing format={format}>
        <Rules x={x} y={y + 2.2} w={w} count={count} by={PEN} colour={palette.hairline} />
      </Drawing>
    </>
  );
}
