import type { Format } from '../../src/model/faces.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Stroke } from './art.tsx';
import { mix } from './colour.ts';

/** One thread colour of a weave: lines of one width, perhaps dashed. `tone` is its share of paper in the cloth's colour. */
interface Thread {
  d: string;
  width: Mm;
  tone: number;
  dash?: string;
  cap?: 'round';
}

/** The area to cover, in mm on the trim. */
interface Area {
  left: Mm;
  top: Mm;
  right: Mm;
  bottom: Mm;
}

/** Positions every `step` mm from the middle of a span outwards, so that cloth is symmetrical on every card size. */
function along(from: Mm, to: Mm, step: Mm, shift = 0): Mm[] {
  const middle = (from + to) / 2 + shift * step;
  const first = middle - Math.ceil((middle - from) / step) * step;
  return Array.from({ length: Math.ceil((to - first) / step) + 1 }, (_, index) => first + index * step);
}

const vertical = (area: Area, step: Mm, shift = 0) =>
  along(area.left, area.right, step, shift)
    .map((x) => `M${x} ${area.top}V${area.bottom}`)
    .join('');

const horizontal = (area: Area, step: Mm, shift = 0) =>
  along(area.top, area.bottom, step, shift)
    .map((y) => `M${area.left} ${y}H${area.right}`)
    .join('');

/** Lines at 45°: `turn` 1 runs down to the right, −1 down to the left. */
function diagonal(area: Area, step: Mm, turn: 1 | -1): string {
  const height = area.bottom - area.top;
  const from = turn === 1 ? area.left - height : area.left;
  const to = turn === 1 ? area.right : area.right + height;
  return along(from, to, step)
    .map((x) => `M${x} ${area.top}l${turn * height} ${height}`)
    .join('');
}

/** Rows of one repeated stroke from left to right, e.g. a zigzag. */
function rows(area: Area, step: Mm, repeat: Mm, stroke: string): string {
  const times = Math.ceil((area.right - area.left) / repeat);
  return along(area.top, area.bottom, step)
    .map((y) => `M${area.left} ${y}${stroke.repeat(times)}`)
    .join('');
}

/** The weaves, one for each family of a suit in its printed order; a suit with more families begins again. */
const WEAVES: readonly ((area: Area) => readonly Thread[])[] = [
  // gingham
  (area) => [
    { d: vertical(area, 9), width: 4.5, tone: 0.09 },
    { d: horizontal(area, 9), width: 4.5, tone: 0.09 },
    // Dashes begin where an upright band does, so that they fall on the crossings.
    { d: rowsFrom(area, 9, bands(area, 9) - 2.25), width: 4.5, tone: 0.18, dash: '4.5 4.5' },
  ],
  // dots
  (area) => [
    { d: rowsFrom(area, 7, bands(area, 7)), width: 1.3, tone: 0.2, dash: '0.01 6.99', cap: 'round' },
    { d: rowsFrom(area, 7, bands(area, 7) - 3.5, 0.5), width: 1.3, tone: 0.2, dash: '0.01 6.99', cap: 'round' },
  ],
  // ticking: pairs of thin upright stripes
  (area) => [
    { d: vertical(area, 6, 0.1), width: 0.3, tone: 0.22 },
    { d: vertical(area, 6, -0.1), width: 0.3, tone: 0.22 },
  ],
  // bias: lines to the right
  (area) => [{ d: diagonal(area, 5, 1), width: 0.35, tone: 0.2 }],
  // waves
  (area) => [{ d: rows(area, 5.2, 14, 'q3.5 -3 7 0t7 0'), width: 0.35, tone: 0.22 }],
  // window panes
  (area) => [
    { d: vertical(area, 8), width: 0.35, tone: 0.2 },
    { d: horizontal(area, 8), width: 0.35, tone: 0.2 },
  ],
  // zigzag
  (area) => [{ d: rows(area, 6.4, 10, 'l5 -4l5 4'), width: 0.4, tone: 0.2 }],
  // broad upright stripes
  (area) => [{ d: vertical(area, 8), width: 4, tone: 0.1 }],
  // harlequin
  (area) => [
    { d: diagonal(area, 9, 1), width: 0.3, tone: 0.2 },
    { d: diagonal(area, 9, -1), width: 0.3, tone: 0.2 },
  ],
  // running stitch
  (area) => [{ d: horizontal(area, 4.2), width: 0.4, tone: 0.24, dash: '2.4 1.8' }],
  // plaid
  (area) => [
    { d: vertical(area, 16), width: 5, tone: 0.075 },
    { d: horizontal(area, 16), width: 5, tone: 0.075 },
    { d: vertical(area, 16, 0.5), width: 0.35, tone: 0.22 },
    { d: horizontal(area, 16, 0.5), width: 0.35, tone: 0.22 },
  ],
  // broad level stripes
  (area) => [{ d: horizontal(area, 8), width: 4, tone: 0.1 }],
  // bricks
  (area) => [
    { d: horizontal(area, 6), width: 0.35, tone: 0.2 },
    { d: joints(area, 6), width: 0.35, tone: 0.2, dash: '6 6' },
  ],
  // counter-bias
  (area) => [{ d: diagonal(area, 8, -1), width: 2.6, tone: 0.1 }],
];

/** The position of the first upright band, of those that stand one every step. */
const bands = (area: Area, step: Mm) => along(area.left, area.right, step)[0] ?? area.left;

/** Level rows that begin at `from`, for dashed threads; `shift` moves them down by that share of a step. */
function rowsFrom(area: Area, step: Mm, from: Mm, shift = 0): string {
  return along(area.top, area.bottom, step, shift)
    .map((y) => `M${from} ${y}H${area.right}`)
    .join('');
}

/** Upright joints of bricks: each begins at a row's top, the next one a row later. */
function joints(area: Area, step: Mm): string {
  const top = along(area.top, area.bottom, step)[0] ?? area.top;
  return along(area.left, area.right, step)
    .map((x, index) => `M${x} ${top - (index % 2) * step}V${area.bottom}`)
    .join('');
}

/** A tablecloth over the whole face. */
export function Cloth({
  format,
  colour,
  thread,
  weave,
}: {
  format: Format;
  colour: string;
  thread: string;
  weave: number;
}) {
  const area = {
    left: -FACE_BLEED,
    top: -FACE_BLEED,
    right: format.width + FACE_BLEED,
    bottom: format.height + FACE_BLEED,
  };
  const threads = WEAVES[weave % WEAVES.length]?.(area) ?? [];
  return (
    <Drawing format={format}>
      {threads.map(({ tone, ...line }) => (
        <Stroke key={`${line.d}${tone}`} colour={mix(colour, thread, tone)} {...line} />
      ))}
    </Drawing>
  );
}
