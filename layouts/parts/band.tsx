import { fitted, type Steps } from '../../src/font/fit.ts';
import { inkHeight } from '../../src/font/ink.ts';
import { textWidth } from '../../src/font/lines.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm } from '../../src/model/units.ts';
import { At, Words } from './base.tsx';
import { type Palette, suitOf } from './colour.ts';
import { leadingIn } from './leading.ts';
import { Qr, qrPlate } from './qr.tsx';
import { between, LEADING, type Sizes } from './size.ts';
import { Title } from './type.tsx';

/** Distance from the trim to a QR code's plate: a cut may be off by 1.5 mm, and services want 3.2 mm clear. */
export const QR_EDGE: Mm = 3.2;
/** Paper below a QR code's plate, before the band ends. */
const UNDER_QR: Mm = 1.2;

interface BandProps {
  card: Card;
  deck: Deck;
  format: FaceProps['format'];
  sizes: Sizes;
  palette: Palette;
}

/** Distances from the trim to a band's title, and from the title to the band's end. */
const [OVER_TITLE, UNDER_TITLE]: readonly [Mm, Mm] = [3.6, 0.4];
/** Line height of its title, in font sizes. */
const TITLE_LEADING = 1.08;

/** Height of a back's band, from the trim. A QR code makes it higher, and so does a title that fits in no lower one. */
export function bandHeight(sizes: Sizes, card: Card, deck: Deck): Mm {
  const plate = qrPlate(card, deck);
  // High enough for two lines of a title in its smallest step, even on a card as low as a business card.
  const twoLines = mm(2 * (titleSteps(sizes).sizes.at(-1) ?? 0) * leadingIn(deck.theme, TITLE_LEADING)) + 4.6;
  const least = Math.max(sizes.height * 0.14, twoLines, plate === 0 ? 0 : QR_EDGE + plate + UNDER_QR);
  const type = { theme: deck.theme, display: true };
  const room = { ...titleRoom(sizes, card, deck, least), leading: leadingIn(deck.theme, TITLE_LEADING) };
  const { fits } = fitted(card.title, type, titleSteps(sizes), room);
  if (fits) return least;
  const { lines, size, leading } = fitted(card.title, type, titleSteps(sizes), { ...room, h: undefined });
  return least - room.h + inkHeight(lines, type, size, leading);
}

/** A title beside its code has at least this much room; on a card of 25 mm it had 0.8 mm, and now stands over the code. */
const BESIDE: Mm = 15;

/** The room for the title in a band of a height: beside the code, or over the code on a narrow card and beside a QR code. */
function titleRoom(sizes: Sizes, card: Card, deck: Deck, band: Mm): { w: Mm; h: Mm } {
  const plate = qrPlate(card, deck);
  const h = band - OVER_TITLE - UNDER_TITLE;
  const beside = sizes.column - codeRoom(sizes, card, deck);
  if (plate === 0 && beside >= BESIDE) return { w: beside, h };
  const w = plate === 0 ? sizes.column : sizes.width - QR_EDGE - plate - sizes.margin - 1.5;
  return { w, h: h - mm(codeSize(sizes) * leadingIn(deck.theme, LEADING)) };
}

function codeRoom(sizes: Sizes, card: Card, deck: Deck): Mm {
  return Math.max(between(sizes, 14, 16), codeWidth(card, deck, sizes));
}

/** The sizes of a back's title. It only says which card it is, so it may get as small as the text before an error stops the deck. */
function titleSteps({ titles: [first = 16] }: Sizes): Steps {
  // At least 6 pt: a mini card's smallest steps would be smaller.
  const steps = (...shares: number[]) => shares.map((share) => Math.max(6, first * share));
  return { sizes: steps(0.76, 0.7, 0.64, 0.58), smaller: steps(0.53, 0.48) };
}

/** Title and code in the band: side by side, or one below the other on a narrow card and beside a QR code. */
export function Band(props: BandProps) {
  const { card, deck, sizes, palette } = props;
  const plate = qrPlate(card, deck);
  const code = codeRoom(sizes, card, deck);
  if (plate > 0 || sizes.column - code < BESIDE) return <HighBand {...props} plate={plate} />;
  const h = bandHeight(sizes, card, deck) - OVER_TITLE - UNDER_TITLE;
  const place = { y: OVER_TITLE, h, justify: 'center' } as const;
  return (
    <>
      <At x={sizes.margin} w={sizes.column - code} {...place}>
        <BandTitle {...{ card, deck, sizes, palette, h }} w={sizes.column - code} />
      </At>
      <At x={sizes.width - sizes.margin - code} w={code} {...place}>
        <Code {...{ card, deck, sizes, palette }} w={code} align="right" />
      </At>
    </>
  );
}

/** Title over code, beside a QR code if there is one. */
function HighBand({ card, deck, format, sizes, palette, plate }: BandProps & { plate: Mm }) {
  const x = sizes.width - QR_EDGE - plate;
  const band = bandHeight(sizes, card, deck);
  const { w, h } = titleRoom(sizes, card, deck, band);
  return (
    <>
      <At x={sizes.margin} y={OVER_TITLE} w={w} h={band - OVER_TITLE - UNDER_TITLE} justify="center">
        <BandTitle {...{ card, deck, sizes, palette, w, h }} />
        <Code {...{ card, deck, sizes, palette, w }} align="left" />
      </At>
      {plate > 0 ? <Qr {...{ card, deck, format, x }} y={QR_EDGE} /> : null}
    </>
  );
}

function BandTitle({ card, deck, sizes, palette, w, h }: Omit<BandProps, 'format'> & { w: Mm; h: Mm }) {
  return (
    <Title {...titleSteps(sizes)} deck={deck} w={w} h={h} leading={TITLE_LEADING} colour={palette.onGround}>
      {card.title}
    </Title>
  );
}

/** Letterspacing of a code, in font sizes. */
const CODE_TRACKING = 0.08;

/** The code in a card's band; a blank card has the name of its suit there. */
function codeOf(card: Card, deck: Deck): string {
  return card.code === '' ? suitOf(card, deck).one : card.code;
}

/** Space between a title and the code beside it: with less they read as one word, as `Sensitive-Topic Opt-Out TRU 140` did. */
const BESIDE_CODE: Mm = 1.6;

/** Width of the code and the space before it: `INGREDIENT` on a blank card needs more than `REC 32`. */
function codeWidth(card: Card, deck: Deck, sizes: Sizes): Mm {
  const code = codeOf(card, deck);
  const size = codeSize(sizes);
  return (
    mm(textWidth(code, { theme: deck.theme, weight: 700 }, size) + code.length * CODE_TRACKING * size) + BESIDE_CODE
  );
}

function codeSize({ label }: Sizes): Pt {
  return label * 1.2;
}

function Code(props: Omit<BandProps, 'format'> & { w: Mm; align: 'left' | 'right' }) {
  const { card, deck, sizes, palette, w, align } = props;
  const type = { theme: deck.theme, size: codeSize(sizes), weight: 700, tracking: CODE_TRACKING } as const;
  return (
    <Words {...type} colour={palette.onGround} align={align} w={w}>
      {codeOf(card, deck)}
    </Words>
  );
}
