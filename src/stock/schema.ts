import { z } from 'zod';
import { FACE_BLEED } from '../model/faces.ts';
import { MM_PER_INCH, type Mm } from '../model/units.ts';
import { picturesSchema, pressSchema } from './services.ts';

/** `2.5 in`, `1/8 in`, `-0.5 mm`: a source's own figure, in its own unit. */
const WITH_UNIT = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))? ?(mm|in)$/;

/** A length: a number in mm, or a text with its unit. Becomes mm. */
const signed = z.union([z.number(), z.string()]).transform((value, context): Mm => {
  if (typeof value === 'number') return value;
  const [, number, divisor = '1', unit] = WITH_UNIT.exec(value) ?? [];
  const length = Number(number) / Number(divisor);
  // 8.5 in × 25.4 is 215.89999999999998 to a computer.
  if (Number.isFinite(length)) return unit === 'in' ? Number((length * MM_PER_INCH).toFixed(9)) : length;
  context.addIssue(`is "${value}"; a length is a number in mm or a text with its unit: '2.5 in', '1/8 in', '3 mm'`);
  return z.NEVER;
});
const length = signed.refine((value) => value >= 0, 'is negative; a length is 0 or more');
const size = signed.refine((value) => value > 0, 'is not more than 0');
const bleed = length.refine(
  (value) => value <= FACE_BLEED,
  `is more than ${FACE_BLEED} mm, which is all the art that is drawn beyond the trim`,
);
const turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** `formats.yaml`: id → a card's size as it is cut. */
export const formatsSchema = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens'),
  z.strictObject({ name: z.string().min(1), width: size, height: size, radius: length }),
);

/** A file of `layouts/stocks/`. Every key is explained in `layouts/stocks/README.md`. */
export const stockSchema = z.strictObject({
  name: z.string().min(1),
  format: z.string(),
  redraws: z.boolean().optional(),
  paper: z.strictObject({ width: size, height: size }).optional(),
  printable: length.optional(),
  grid: z
    .strictObject({
      columns: z.int().min(1).max(50),
      rows: z.int().min(1).max(50),
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
  order: z.enum(['front-first', 'back-first']).optional(),
  fold: z.strictObject({ axis: z.enum(['vertical', 'horizontal']), at: length }).optional(),
  back: z
    .strictObject({
      x: signed.optional(),
      y: signed.optional(),
      rotation: z.number().optional(),
      bleed: bleed.optional(),
    })
    .optional(),
  slug: z.enum(['top', 'right', 'bottom', 'left', 'none']).optional(),
  registration: z.strictObject({ inset: length, length: size, thickness: size, square: size }).optional(),
  press: pressSchema.optional(),
  pictures: picturesSchema.optional(),
});

export type StockFile = z.output<typeof stockSchema>;
