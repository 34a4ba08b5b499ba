import { z } from 'zod';
import { MM_PER_INCH, type Mm } from '../model/units.ts';

/** `2.5 in`, `1/8 in`, `-0.5 mm`: a source's own figure, in its own unit. */
const WITH_UNIT = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))? ?(mm|in)$/;

/** A length: a number in mm, or a text with its unit. Becomes mm. */
export const signed = z.union([z.number(), z.string()]).transform((value, context): Mm => {
  if (typeof value === 'number') return value;
  const [, number, divisor = '1', unit] = WITH_UNIT.exec(value) ?? [];
  const length = Number(number) / Number(divisor);
  // Rounded: 8.5 in × 25.4 is 215.89999999999998 in binary fractions.
  if (Number.isFinite(length)) return unit === 'in' ? Number((length * MM_PER_INCH).toFixed(9)) : length;
  context.addIssue(`is "${value}"; a length is a number in mm or a text with its unit: '2.5 in', '1/8 in', '3 mm'`);
  return z.NEVER;
});

/** A length of 0 or more. */
export const length = signed.refine((value) => value >= 0, 'is negative; a length is 0 or more');

/** A length of more than 0. */
export const size = signed.refine((value) => value > 0, 'is not more than 0');
