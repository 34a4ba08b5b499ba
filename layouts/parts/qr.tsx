import { encode } from 'uqr';
import type { Card } from '../../src/model/card.ts';
import { luminance } from '../../src/model/contrast.ts';
import type { Deck } from '../../src/model/deck.ts';
import { FACE_BLEED, type Format } from '../../src/model/faces.ts';
import { type Mm, pt } from '../../src/model/units.ts';
import { Drawing, rounded, Shape } from './art.tsx';
import { colourOf } from './colour.ts';
import { View } from './primitives.ts';

/** White on all sides of a code, in modules: readers need it (ISO/IEC 18004). */
const QUIET = 4;
/** The code itself, without its white: smaller ones are not read from a hand's distance. */
const SIDE: Mm = 9.2;
/** A printed module is at least this wide; a longer address has more of them. */
const MODULE: Mm = 0.27;
/** Rows overlap by this share, so that no hairline shows between them. */
const OVERLAP = 0.04;

/** The side of the square with a card's QR code and its white; 0 where the deck wants none. */
export function qrPlate(card: Card, deck: Deck): Mm {
  const rows = modulesOf(card, deck);
  return rows.length === 0 ? 0 : moduleOf(rows) * (rows.length + 2 * QUIET);
}

/** A QR code that leads to the card's page, on a light plate. x, y: the plate's corner on the trim. */
export function Qr({ card, deck, format, x, y }: { card: Card; deck: Deck; format: Format; x: Mm; y: Mm }) {
  const rows = modulesOf(card, deck);
  if (rows.length === 0) return null;
  const module = moduleOf(rows);
  const side = qrPlate(card, deck);
  const at = (index: number) => (QUIET + index) * module;
  const runs = rows.flatMap((row, down) =>
    runsOf(row).map(({ from, length }) => {
      const [w, h] = [length * module, module * (1 + OVERLAP)];
      return `M${x + at(from)} ${y + at(down)}h${w}v${h}h${-w}z`;
    }),
  );
  const [left, top] = [pt(x + at(0) + FACE_BLEED), pt(y + at(0) + FACE_BLEED)];
  const { plate, dark } = coloursOf(deck);
  const place = { left, top, width: pt(module * rows.length), height: pt(module * rows.length) };
  return (
    <>
      <Drawing format={format}>
        <Shape d={rounded({ x, y, width: side, height: side }, 0.8)} colour={plate} />
        <Shape d={runs.join('')} colour={dark} />
      </Drawing>
      {/* A drawing says nothing of its place: this does, so that a round corner that cuts the code is found. Of the white a corner may go. */}
      <View id="picture:QR code" style={{ position: 'absolute', ...place }} />
    </>
  );
}

/** Paper and ink, the lighter one for the plate: not every telephone reads a light code on dark paper. */
function coloursOf(deck: Deck): { plate: string; dark: string } {
  const [paper, ink] = [colourOf(deck, 'paper'), colourOf(deck, 'ink')];
  return luminance(paper) < luminance(ink) ? { plate: ink, dark: paper } : { plate: paper, dark: ink };
}

/** Dark and light modules row by row; none where the deck has no address or wants no codes. */
function modulesOf(card: Card, deck: Deck): boolean[][] {
  if (!deck.qr || deck.url === '') return [];
  return encode(`${deck.url}c/${encodeURIComponent(card.id)}.html`, { ecc: 'M', border: 0 }).data;
}

function moduleOf(rows: readonly unknown[]): Mm {
  return Math.max(MODULE, SIDE / rows.length);
}

/** The dark runs of a row. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  }
  return runs;
}
