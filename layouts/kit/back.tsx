import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Card, Deck, FaceProps } from '../../src/model.ts';
import type { Mm } from '../../src/units.ts';
import { mm, pt } from '../../src/units.ts';
import { Pips } from './art.tsx';
import { At, Block, Ground, Words } from './base.tsx';
import { Cloth } from './cloth.tsx';
import { type Palette, paletteOf, suitOf } from './colour.ts';
import { codes } from './fields.ts';
import { lineCount } from './measure.ts';
import { Sections } from './sections.tsx';
import { between, type Sizes, sizesOf } from './size.ts';
import { Title } from './type.tsx';

/** Line height of the foot, in font sizes. */
const FOOT_LEADING = 1.25;
/** Room above and below the foot's lines in its panel. */
const FOOT_PAD: Mm = 1.5;

/** A fact in the foot of a back; a row without a value is left out. */
export interface Fact {
  name: string;
  value: string;
  pips?: { count: number; of: number };
}

export interface BackProps extends FaceProps {
  /** Headings set in semibold. */
  strong?: readonly string[];
  facts?: readonly Fact[];
  /** For suits with few words: larger type may be taken. */
  roomy?: boolean;
  /** What stands between the sections and the foot, and its height. */
  below?: { h: Mm; node: ReactNode };
  /** What stands in place of the sections, spread over their height. */
  fill?: ReactNode;
  /** In place of the card's own colours. */
  palette?: Palette;
}

/** The back that suits share: a band of the card's cloth with title and code, sections on paper, facts in the foot. */
export function Back({ card, deck, format, strong = [], facts = [], roomy = false, below, ...rest }: BackProps) {
  const sizes = sizesOf(format);
  const palette = rest.palette ?? paletteOf(card, deck);
  const band = bandHeight(sizes);
  const rows = [...facts, { name: 'Goes with', value: codes(deck, card.related) }].filter((fact) => fact.value !== '');
  const foot = footHeight(rows, sizes);
  const top = band + between(format, 2.1, 3.1);
  const end = format.height - foot - between(format, 2, 3);
  const place = { x: sizes.margin, y: top, w: sizes.column, h: end - top - (below?.h ?? 0) };
  return (
    <Ground format={format} colour={palette.accent}>
      <Cloth format={format} colour={palette.accent} thread={palette.paper} weave={weaveOf(card, deck)} />
      <Block x={-4} y={band} w={format.width + 8} h={format.height - band + 4} colour={palette.paper} />
      <Band card={card} deck={deck} sizes={sizes} palette={palette} />
      {rest.fill === undefined ? (
        <Sections {...{ deck, sizes, palette, strong, roomy }} sections={card.sections} {...place} />
      ) : (
        <At {...place} justify="space-between" area="text">
          {rest.fill}
        </At>
      )}
      {below === undefined ? null : (
        <At x={sizes.margin} y={end - below.h} w={sizes.column} h={below.h} justify="flex-end">
          {below.node}
        </At>
      )}
      {rows.length === 0 ? null : <Foot rows={rows} h={foot} deck={deck} sizes={sizes} palette={palette} />}
    </Ground>
  );
}

/** Which weave a card's cloth has: its family's place in the suit. */
export function weaveOf(card: Card, deck: Deck): number {
  const suit = suitOf(card, deck);
  return Math.max(
    0,
    suit.families.findIndex((family) => family.id === card.fields[suit.familyKey]),
  );
}

/** Height of a back's band, from the trim. */
export function bandHeight({ height }: Sizes): Mm {
  return height * 0.14;
}

/** Title and code in the band. */
export function Band({ card, deck, sizes, palette }: { card: Card; deck: Deck; sizes: Sizes; palette: Palette }) {
  const code = between({ width: sizes.width, height: sizes.height }, 14, 16);
  const [first = 16] = sizes.titles;
  const height = bandHeight(sizes) - 4;
  return (
    <>
      <At x={sizes.margin} y={3.6} w={sizes.column - code} h={height} justify="center">
        <Title
          deck={deck}
          w={sizes.column - code}
          sizes={[first * 0.76, first * 0.7, first * 0.64, first * 0.58]}
          colour={palette.paper}
        >
          {card.title}
        </Title>
      </At>
      <At x={sizes.width - sizes.margin - code} y={3.6} w={code} h={height} justify="center">
        <Words
          theme={deck.theme}
          size={sizes.label * 1.2}
          colour={palette.paper}
          weight={700}
          tracking={0.08}
          align="right"
          w={code}
        >
          {card.code === '' ? suitOf(card, deck).one : card.code}
        </Words>
      </At>
    </>
  );
}

function footHeight(rows: readonly Fact[], sizes: Sizes): Mm {
  if (rows.length === 0) return sizes.margin - FOOT_PAD;
  const lines = rows.map((row) => lineCount(`${row.name} ${row.value}`, 'bold', sizes.foot, pt(sizes.column)));
  return mm(lines.reduce((sum, one) => sum + one, 0) * sizes.foot * FOOT_LEADING) + FOOT_PAD + sizes.margin;
}

function Foot(props: { rows: readonly Fact[]; h: Mm; deck: Deck; sizes: Sizes; palette: Palette }) {
  const { rows, h, deck, sizes, palette } = props;
  const y = sizes.height - h;
  return (
    <>
      <Block x={-4} y={y} w={sizes.width + 8} h={h + 4} colour={palette.panel} />
      <At x={sizes.margin} y={y + FOOT_PAD} w={sizes.column}>
        {rows.map((row) => (
          <Row key={row.name} row={row} deck={deck} sizes={sizes} palette={palette} />
        ))}
      </At>
    </>
  );
}

function Row({ row, deck, sizes, palette }: { row: Fact; deck: Deck; sizes: Sizes; palette: Palette }) {
  const type = { theme: deck.theme, size: sizes.foot, leading: FOOT_LEADING };
  const name = (
    <Words {...type} colour={palette.accent} weight={700}>
      {`${row.name} `}
    </Words>
  );
  if (row.pips === undefined) {
    return (
      <Words {...type} colour={palette.ink} w={sizes.column}>
        {name}
        {row.value}
      </Words>
    );
  }
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', width: pt(sizes.column), flexShrink: 0 }}>
      {name}
      <View style={{ marginRight: sizes.foot * 0.5 }}>
        <Pips {...row.pips} size={mm(sizes.foot) * 0.76} colour={palette.accent} />
      </View>
      <Words {...type} colour={palette.ink}>
        {row.value}
      </Words>
    </View>
  );
}
