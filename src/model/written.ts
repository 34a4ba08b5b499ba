import { type ZodRawShape, z } from 'zod';
import { metaOf } from './fields.ts';

/** The texts that a card of these fields must have, each as its path: no pictures, no names of other cards, no numbers. */
export function writtenIn(fields: ZodRawShape): (readonly string[])[] {
  return Object.entries(fields).flatMap(([key, type]) => {
    if (type instanceof z.ZodObject) return writtenIn(type.shape).map((path) => [key, ...path]);
    const { card, list, picture } = metaOf(type);
    const isPlain = type instanceof z.ZodString && [card, list, picture].every((one) => one === undefined);
    return isPlain ? [[key]] : [];
  });
}

/** How many values a field takes: 1 for one that is no list, Infinity for a list of any length. */
export function mostValues(type: z.core.$ZodType): number {
  const { def } = type._zod;
  if ('innerType' in def) return mostValues(def.innerType as z.core.$ZodType);
  if (!(type instanceof z.ZodArray)) return 1;
  const most = (def.checks ?? []).map((check) => check._zod.def).filter((one) => one.check === 'max_length');
  return Math.min(...most.map((one) => Number((one as { maximum?: number }).maximum)));
}

/** True for a field that takes a list. */
export function isList(type: z.core.$ZodType): boolean {
  const { def } = type._zod;
  return 'innerType' in def ? isList(def.innerType as z.core.$ZodType) : type instanceof z.ZodArray;
}
