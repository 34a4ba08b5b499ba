import { z } from 'zod';
import { FACE_BLEED } from '../model/faces.ts';
import { MOST_IN_LIFT } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import { isDate } from '../read/dates.ts';
import { length, signed, size } from '../read/lengths.ts';
import { picturesSchema, pressSchema } from './services.ts';

const bleed = length.refine(
  (value) => value <= FACE_BLEED,
  `is more than ${FACE_BLEED} mm, which is all the art that is drawn beyond the trim`,
);
const turn = z.literal([0, 90, 180, 270]);

/** The longest side of a page that Acrobat opens: 14,400 points (ISO 32000-1, C.2). */
const LONGEST_SIDE: Mm = 5080;
const side = size.refine(
  (value) => value <= LONGEST_SIDE,
  `is more than ${LONGEST_SIDE} mm: Acrobat opens no larger page (14,400 pt)`,
);

/** The most that backs are moved or turned: what a printer is out by. More would put them behind other cards. */
const FARTHEST: Mm = 10;
const MOST_DEGREES = 5;
const shift = signed.refine(
  (value) => Math.abs(value) <= FARTHEST,
  `is more than ${FARTHEST} mm: it is what a printer is out by`,
);
const tilt = z
  .number()
  .refine(
    (value) => Math.abs(value) <= MOST_DEGREES,
    `is more than ${MOST_DEGREES} degrees: it is what a printer is out by; for one that turns the paper on its short edge write flip: short`,
  );

function isDayOrMonth(text: string): boolean {
  return /^20\d\d-\d\d(-\d\d)?$/.test(text) && isDate(text.length === 7 ? `${text}-01` : text);
}

/** A file of `layouts/stocks/`. Every key is explained in `layouts/stocks/README.md`. */
export const stockSchema = z.strictObject({
  name: z.string().min(1),
  also: z.array(z.string().min(1)).optional(),
  secondHand: z
    .strictObject({
      read: z.string().refine(isDayOrMonth, 'is no day or month, e.g. 2026-11-28'),
      from: z.string().min(1),
    })
    .optional(),
  format: z.string().optional(),
  redraws: z.boolean().optional(),
  paper: z.strictObject({ width: side, height: side }).optional(),
  printable: length.optional(),
  grid: z
    .strictObject({
      columns: z.int().min(1).max(50).optional(),
      rows: z.int().min(1).max(50).optional(),
      gap: z.strictObject({ x: length, y: length }).optional(),
      x: length.optional(),
      y: length.optional(),
      turn: turn.optional(),
    })
    .optional(),
  slots: z
    .array(z.strictObject({ x: length, y: length, turn: turn.optional() }))
    .min(1)
    .optional(),
  bleed: bleed.optional(),
  marks: z.enum(['crop', 'edge', 'none']).optional(),
  flip: z.enum(['long', 'short']).optional(),
  order: z.enum(['front-first', 'back-first', 'stacks']).optional(),
  lift: z.int().min(1).max(MOST_IN_LIFT).optional(),
  fold: z.strictObject({ axis: z.enum(['vertical', 'horizontal']), at: length }).optional(),
  back: z
    .strictObject({
      x: shift.optional(),
      y: shift.optional(),
      rotation: tilt.optional(),
      bleed: bleed.optional(),
    })
    .optional(),
  slug: z.enum(['top', 'right', 'bottom', 'left', 'none']).optional(),
  registration: z
    .strictObject({
      shape: z.enum(['corners', 'squares']).optional(),
      inset: length,
      length: size.optional(),
      thickness: size.optional(),
      square: size.optional(),
      mirror: z.boolean().optional(),
    })
    .optional(),
  press: pressSchema.optional(),
  pictures: picturesSchema.optional(),
});

export type StockFile = z.output<typeof stockSchema>;
