import type { ReactNode } from 'react';
import { textWidth } from '../../src/font/lines.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Band, bandHeight } from './band.tsx';
import { ACCENTS, At, Block, Ground, Words } from './base.tsx';
import { Cloth } from './cloth.tsx';
import { type Palette, paletteOf, suitOf } from './colour.ts';
import { dotLines } from './dots.ts';
import { codes } from './fields.ts';
import { leadingIn } from './leading.ts';
import { Text } from './primitives.ts';
import { qrPlate } from './qr.tsx';
import { Sections } from './sections.tsx';
import { between, type Sizes, sizesOf } from './size.ts';
import { cardsNamedIn } from './tree.ts';

/** Line height of the foot, in font sizes. */
const FOOT_LEADING = 1.22;
/** Room above and below the foot's lines in its panel. */
const FOOT_PAD: Mm = 1.2;
/** From the foot's last line to the trim: the 4.5 mm that must stay clear; the line's own height adds room under its letters. */
const FOOT_CLEAR: Mm = 4.5;

/** A fact in the foot of a back: a name and a list; one without entries is left out. */
export interface Fact {
  name: string;
  entries: readonly string[];
}

/** The props of the shared back. */
export interface BackProps extends FaceProps {
  /** Headings set in semibold. */
  strong?: readonly string[];
  facts?: readonly Fact[];
  /** For suits with few words: larger type may be taken. */
  roomy?: boolean;
  /** One size for all cards of the suit. */
  size?: Pt;
  /** True to leave out the row of related cards' codes, where the facts name them already. */
  alone?: boolean;
  /** Drawn at the right end of this heading's line. */
  beside?: { heading: string; node: ReactNode };
  /** Drawn between the sections and the foot, and its height. */
  below?: { h: Mm; node: ReactNode };
  /** Drawn in place of the sections, spread over their height. */
  fill?: ReactNode;
  /** Colours in place of the card's own. */
  palette?: Palette;
}

/** The back that suits share: a band of the card's cloth with title and code, sections on paper, facts in the foot. */
export function Back({ card, deck, format, strong = [], facts = [], roomy = false, below, ...rest }: BackProps) {
  const sizes = sizesOf(format);
  const palette = rest.palette ?? paletteOf(card, deck);
  const band = bandHeight(sizes, card, deck);
  const related = rest.alone ? [] : [{ name: deck.words.faces.goesWith, entries: furtherCodes(card, deck, facts) }];
  const rows = [...facts, ...related].filter((fact) => fact.entries.length > 0);
  const foot = footHeight(rows, deck, sizes);
  const top = band + between(format, 2, 3.2);
  const end = format.height - foot - between(format, 1.5, 3);
  const place = { x: sizes.margin, y: top, w: sizes.column, h: end - top - (below?.h ?? 0) };
  return (
    <Ground format={format} colour={palette.ground}>
      <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={weaveOf(card, deck)} />
      <Block x={-4} y={band} w={format.width + 8} h={format.height - band + 4} colour={palette.paper} />
      <Band {...{ card, deck, format, sizes, palette }} />
      {rest.fill === undefined ? (
        <Sections
          {...{ deck, sizes, palette, strong, roomy, size: rest.size, beside: rest.beside }}
          sections={card.sections}
          tight={qrPlate(card, deck) > 0}
          {...place}
        />
      ) : (
        <At {...place} above={ACCENTS} justify="space-between" area="text">
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

/** The codes of related cards that neither the facts nor the sections name already: a number is printed once a side. */
function furtherCodes(card: Card, deck: Deck, facts: readonly Fact[]): string[] {
  const named = new Set(card.sections.flatMap(({ content }) => cardsNamedIn(content)));
  const said = new Set(facts.flatMap(({ entries }) => entries));
  return codes(
    deck,
    card.related.filter((id) => !named.has(id)),
  ).filter((code) => !said.has(code));
}

/** The number of a card's weave: its family's place in the suit. */
export function weaveOf(card: Card, deck: Deck): number {
  const suit = suitOf(card, deck);
  return Math.max(
    0,
    suit.families.findIndex((family) => family.id === lookUp(card.fields, suit.familyKey)),
  );
}

function footHeight(rows: readonly Fact[], { theme }: Deck, sizes: Sizes): Mm {
  if (rows.length === 0) return sizes.margin - FOOT_PAD;
  const lines = rows.reduce((sum, row) => sum + rowLines(row, theme, sizes).length, 0);
  return mm(lines * sizes.foot * leadingIn(theme, FOOT_LEADING)) + FOOT_PAD + FOOT_CLEAR;
}

/** The lines of a row; its name stands before the first. */
function rowLines({ name, entries }: Fact, theme: Theme, { foot, column }: Sizes): string[] {
  return dotLines(entries, { theme, size: foot }, pt(column), textWidth(`${name}\u00a0`, { theme, weight: 700 }, foot));
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
  return rowLines(row, deck.theme, sizes).map((line, index) => (
    <Words
      // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and they are drawn once
      key={index}
      theme={deck.theme}
      size={sizes.foot}
      leading={FOOT_LEADING}
      colour={palette.ink}
      w={sizes.column}
    >
      {index > 0 ? null : <Text style={{ color: palette.accent, fontWeight: 700 }}>{`${row.name} `}</Text>}
      {line}
    </Words>
  ));
}
