import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Stroke } from '../parts/art.tsx';
import { At, Block, Ground, Words } from '../parts/base.tsx';
import { Cloth } from '../parts/cloth.tsx';
import { paletteOf } from '../parts/colour.ts';
import { Gap, Plate } from '../parts/front.tsx';
import { Logo } from '../parts/logo.tsx';
import { Path } from '../parts/primitives.ts';
import { Qr, qrPlate } from '../parts/qr.tsx';
import { Sections } from '../parts/sections.tsx';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, Title } from '../parts/type.tsx';
import { filled } from '../words/words.ts';

/** A laid table: plate, fork and knife on gingham, and the deck's name. */
function Front({ card, deck, format }: FaceProps) {
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const panel = height * 0.6;
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Plate
        {...palette}
        {...{ deck, format }}
        glyph={deck.logo === undefined ? card.glyph : undefined}
        x={width / 2}
        y={height * 0.31}
        r={width * 0.27}
      />
      <Logo deck={deck} x={width / 2} y={height * 0.31} w={width * 0.36} h={width * 0.26} />
      <Cutlery format={format} colour={palette.onGround} />
      <Block x={-4} y={panel} w={width + 8} h={height - panel + 4} colour={palette.paper} />
      <Name {...{ card, deck, format }} y={panel} />
    </Ground>
  );
}

/** The deck's name, below it the gist, which says what the deck is, and one more line. */
function Name({ card, deck, format, y }: FaceProps & { y: Mm }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const [first = 16] = sizes.titles;
  const line = card.sections.find((section) => section.heading === 'Front');
  const column = { deck, w: sizes.column, align: 'center' } as const;
  return (
    <At
      x={sizes.margin}
      y={y + 3}
      w={sizes.column}
      h={format.height - sizes.margin - y - 4}
      justify="space-between"
      area="title"
    >
      <Title {...column} colour={palette.accent} sizes={[first * 1.35, first * 1.25, first * 1.1, first]}>
        {card.title}
      </Title>
      <Balanced {...column} colour={palette.ink} size={sizes.gist * 1.05} leading={1.24} weight={600}>
        {card.gist}
      </Balanced>
      <Balanced {...column} colour={palette.quiet} size={sizes.gist} leading={1.24}>
        {line?.text ?? ''}
      </Balanced>
    </At>
  );
}

/** Fork and knife beside the plate. */
function Cutlery({ format, colour }: Pick<FaceProps, 'format'> & { colour: string }) {
  const { width, height } = format;
  const [y, h] = [height * 0.17, height * 0.28];
  const [fork, knife] = [width * 0.125, width * 0.875];
  const tines = [-1.5, 0, 1.5].map((by) => `M${fork + by} ${y}v${h * 0.26}`).join('');
  const bow = `M${fork - 1.5} ${y + h * 0.26}q0 2.6 1.5 2.6q1.5 0 1.5 -2.6`;
  return (
    <Drawing format={format}>
      <Stroke d={`${tines}${bow}M${fork} ${y + h * 0.26 + 2.6}V${y + h}`} colour={colour} width={0.8} cap="round" />
      <Path
        d={`M${knife - 0.5} ${y}q2.4 1.5 2.4 ${h * 0.32}q0 ${h * 0.16} -1.6 ${h * 0.2}h-0.8z`}
        fill={colour}
        stroke={colour}
        strokeWidth={0.5}
        strokeLinejoin="round"
      />
      <Stroke d={`M${knife} ${y + h * 0.5}V${y + h}`} colour={colour} width={0.9} cap="round" />
    </Drawing>
  );
}

/** The credit and the licence. */
function Back({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const [first = 16] = sizes.titles;
  const { width, height } = format;
  const edge = between(format, 9, 11);
  const x = sizes.margin + 3;
  const w = width - 2 * x;
  const plate = qrPlate(card, deck);
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
      <Block x={4} y={edge} w={width - 8} h={height - 2 * edge} colour={palette.paper} radius={2} />
      <At x={x} y={edge + 4} w={w} area="title">
        <Title deck={deck} w={w} colour={palette.accent} sizes={sizes.titles} further={[first * 0.78]}>
          {card.title}
        </Title>
        <Gap h={0.8} />
        <Words theme={deck.theme} size={sizes.foot} colour={palette.quiet} w={w}>
          {filled(deck.words.faces.edition, { version: deck.version })}
        </Words>
      </At>
      <Sections
        {...{ deck, sizes, palette, x, w }}
        sections={card.sections.filter((section) => section.heading === 'Back')}
        y={edge + between(format, 18.4, 21.4)}
        h={height - 2 * edge - between(format, 22.4, 26.4) - plate}
        bare
        roomy
      />
      <Qr {...{ card, deck, format }} x={width - 5.5 - plate} y={height - edge - 1.5 - plate} />
    </Ground>
  );
}

export default {
  least: LEAST_CARD,
  fields: {},
  budgets: {},
  sections: { Front: { budget: 120 }, Back: { budget: 400 } },
  Front,
  Back,
};
