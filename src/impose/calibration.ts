import { alphabetOf } from '../model/accents.ts';
import type { Side } from '../model/card.ts';
import { behind, shiftOnPage, turningAxis } from '../model/rect.ts';
import type { MarkedSheet, SheetLabel, SheetLine, SmallPrint } from '../model/sheets.ts';
import type { Flip, Stock } from '../model/stock.ts';
import type { Mm, Point } from '../model/units.ts';

/** The largest shift that can be read, either way; duplex printers are out by less. */
const REACH: Mm = 4;
/** The front's lines stick out of the back's scales, to be found against the light. */
const CROSS: Mm = 12;
/** The scales' distance from their target. */
const SCALE_GAP: Mm = 7;
/** The outer targets' distance from the edges. */
const INSET: Mm = 32;
/** Two rulers tell whether the printer scales. */
const RULER: Mm = 100;
const POINTS = 7;

/** Whether a paper has room for the targets, the rulers and the words; A5 has, a photo has not. */
export function canCalibrate({ paper: { width, height } }: Pick<Stock, 'paper'>): boolean {
  return Math.min(width, height) >= RULER + INSET;
}

/**
 * A front and a back from which a user reads how far a printer shifts its backs.
 *
 * Fronts have crosses, backs have scales behind them. Held against the light, back towards you, the cross shows on
 * the scale: the reading is the offset that backs need, in the frame of the paper (see `shiftOnPage`), whichever way the page lies
 * and the paper is turned.
 */
export function calibration(stock: Stock, flip: Flip = stock.flip): [front: MarkedSheet, back: MarkedSheet] {
  const { width, height } = stock.paper;
  const fronts = targets(width, height);
  const axis = turningAxis(stock.paper, flip);
  const at = axis === 'vertical' ? width / 2 : height / 2;
  const backs = fronts.map(({ x, y }) => behind({ x, y, width: 0, height: 0, turn: 0 }, axis, at));
  const rulers = rulersAt(width / 2, height / 2);
  const front = {
    lines: [...fronts.flatMap(crossAt), ...rulers.lines],
    labels: [...rulers.labels, ...words(FRONT, stock)],
  };
  const scales = scalesOf(stock, flip);
  const labels = [...backs.flatMap((one) => scaleLabels(one, scales)), ...words(backWords(scales), stock)];
  const back = { lines: backs.flatMap(scaleLines), labels };
  return [marked('front', front, stock), marked('back', back, stock)];
}

const FRONT = [
  'prepdeck: front',
  'Print both pages on one sheet, two-sided, at 100 %.',
  'Both rulers must measure 100 mm. If not, the printer scales: choose Actual size.',
];
const BACK = [
  'prepdeck: back',
  'Hold the sheet against the light, this side towards you.',
  'Read where each cross shows on its scales, and take the middle one:',
];
const LEVEL_FIRST = 'first on the level scale, then on the upright one: for example --back-offset 0.5,-1';
const UPRIGHT_FIRST = 'first on the upright scale, then on the level one: for example --back-offset 0.5,-1';

/** What the two scales of a target measure: which comes first, and whether they count the other way. */
interface Scales {
  levelFirst: boolean;
  /** 1 where numbers grow to the right, -1 where they grow to the left. */
  level: 1 | -1;
  /** 1 where numbers grow downwards. */
  upright: 1 | -1;
}

/** The scales that read a shift in the frame of the paper. */
function scalesOf({ paper }: Stock, flip: Flip): Scales {
  const [right, down] = [shiftOnPage({ x: 1, y: 0 }, paper, flip), shiftOnPage({ x: 0, y: 1 }, paper, flip)];
  const levelFirst = right.x !== 0;
  const [level, upright] = levelFirst ? [right.x, down.y] : [down.x, right.y];
  return { levelFirst, level: level > 0 ? 1 : -1, upright: upright > 0 ? 1 : -1 };
}

function backWords({ levelFirst }: Scales): string[] {
  return [...BACK, levelFirst ? LEVEL_FIRST : UPRIGHT_FIRST];
}

/** Every character that a calibration pair may hold, for the subset of a font. */
export const CALIBRATION_CHARACTERS = alphabetOf(
  [...FRONT, ...BACK, LEVEL_FIRST, UPRIGHT_FIRST, '-0123456789 mm'].join(''),
);

/** The middle and four towards the corners: where their readings differ, the paper was askew. */
function targets(width: Mm, height: Mm): Point[] {
  const [right, bottom] = [width - INSET, height - INSET];
  return [
    { x: width / 2, y: height / 2 },
    { x: INSET, y: INSET },
    { x: right, y: INSET },
    { x: INSET, y: bottom },
    { x: right, y: bottom },
  ];
}

function crossAt({ x, y }: Point): SheetLine[] {
  return [
    { x1: x - CROSS, y1: y, x2: x + CROSS, y2: y },
    { x1: x, y1: y - CROSS, x2: x, y2: y + CROSS },
  ];
}

/** A scale above a point and one left of it, a stroke every half millimeter, longer at each, longest at every second. */
function scaleLines({ x, y }: Point): SheetLine[] {
  const [level, upright] = [y - SCALE_GAP, x - SCALE_GAP];
  const strokes = Array.from({ length: 4 * REACH + 1 }, (_, step) => step / 2 - REACH).flatMap((at) => {
    const length = at % 2 === 0 ? 2 : at % 1 === 0 ? 1.4 : 0.8;
    return [
      { x1: x + at, y1: level, x2: x + at, y2: level - length },
      { x1: upright, y1: y + at, x2: upright - length, y2: y + at },
    ];
  });
  return [
    { x1: x - REACH, y1: level, x2: x + REACH, y2: level },
    { x1: upright, y1: y - REACH, x2: upright, y2: y + REACH },
    ...strokes,
  ];
}

function scaleLabels({ x, y }: Point, { level, upright }: Scales): SheetLabel[] {
  const style = { anchor: 'middle', turn: 0, points: 5 } as const;
  return [-4, -2, 0, 2, 4].flatMap((at) => [
    { text: String(at), x: x + at * level, y: y - SCALE_GAP - 2.5, ...style },
    { text: String(at), x: x - SCALE_GAP - 3.3, y: y + at * upright + 0.6, ...style },
  ]);
}

/** A level and an upright ruler, beside the middle target. */
function rulersAt(x: Mm, y: Mm): SmallPrint {
  const [left, top] = [x - RULER / 2, y + 18];
  const strokes = Array.from({ length: RULER + 1 }, (_, at) => {
    const height = at % 10 === 0 ? 3 : at % 5 === 0 ? 2 : 1.2;
    return [
      { x1: left + at, y1: top, x2: left + at, y2: top - height },
      { x1: left - 12, y1: y - RULER / 2 + at, x2: left - 12 + height, y2: y - RULER / 2 + at },
    ];
  });
  const style = { text: '100 mm', anchor: 'middle', points: POINTS } as const;
  return {
    lines: [
      { x1: left, y1: top, x2: left + RULER, y2: top },
      { x1: left - 12, y1: y - RULER / 2, x2: left - 12, y2: y + RULER / 2 },
      ...strokes.flat(),
    ],
    labels: [
      { ...style, x, y: top + 4, turn: 0 },
      { ...style, x: left - 14, y, turn: 270 },
    ],
  };
}

/** Lines of text under the middle target's top edge. */
function words(lines: readonly string[], { paper, printable }: Stock): SheetLabel[] {
  const room = paper.width - 2 * printable - 10;
  return lines.map((text, at) => ({
    text,
    x: paper.width / 2,
    y: paper.height / 2 - 34 + at * 4,
    anchor: 'middle',
    turn: 0,
    points: POINTS,
    room,
  }));
}

function marked(side: Side, { lines, labels }: SmallPrint, stock: Stock): MarkedSheet {
  const { width, height } = stock.paper;
  const marks = { cuts: [], folds: [], registration: [], lines, labels };
  return { stock: stock.id, width, height, side, number: 1, of: 1, placed: [], marks };
}
