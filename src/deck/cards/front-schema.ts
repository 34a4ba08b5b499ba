import { z } from 'zod';
import type { Suit } from '../../model/card.ts';
import { cardIds, text, whole } from '../../model/fields.ts';
import type { Look } from '../../model/looks.ts';
import { isNumbered } from '../codes.ts';

/** How many cards one may point to. */
const MAX_RELATED = 4;

/** Front matter that every suit has. */
function sharedFields(suits: readonly Suit[]) {
  return {
    suit: z.enum(suits.map((suit) => suit.id)),
    title: text(),
    gist: text(),
    number: whole(1, 9999),
    label: z
      .string()
      .regex(/^\S{1,4}$/u, 'a label is up to 4 characters without a space, like J')
      .optional(),
    glyph: text().optional(),
    related: cardIds('*', { min: 0, max: MAX_RELATED }).default([]),
    also: z.array(text()).max(12).default([]),
    choose: text().optional(),
    sources: z.array(text()).default([]),
    copies: whole(1, 99).default(1),
    blank: z.boolean().default(false),
    alt: text().optional(),
    face: z.string().optional(),
  };
}

/** The whole front matter of a card of a suit that is drawn by a look. Blank cards need a title only. */
export function frontSchema(suits: readonly Suit[], suit: Suit, look: Look, blank: boolean) {
  const { gist, number, ...shared } = sharedFields(suits);
  const own = z.object(look.fields);
  const bare = blank || !isNumbered(suit);
  const family: z.ZodType = z.enum(suit.families.map((one) => one.id));
  return z.strictObject({
    ...(blank ? own.partial().shape : own.shape),
    ...shared,
    gist: bare || look.gist === 'optional' ? gist.optional() : gist,
    number: bare ? number.optional() : number,
    ...(suit.familyKey === '' ? {} : { [suit.familyKey]: blank ? family.optional() : family }),
  });
}

/** What the front matter of a card says, checked. */
export type Front = z.output<ReturnType<typeof frontSchema>>;

/** Gives the schema of a suit's cards. Each is made once: that takes longer than checking a card. */
export type Schemas = (suit: Suit, look: Look, blank: boolean) => ReturnType<typeof frontSchema>;

/** The schemas of a deck's suits. */
export function schemasOf(suits: readonly Suit[]): Schemas {
  const made = new Map<Look, Map<string, ReturnType<typeof frontSchema>>>();
  return (suit, look, blank) => {
    const ofLook = made.get(look) ?? new Map<string, ReturnType<typeof frontSchema>>();
    made.set(look, ofLook);
    const key = `${suit.id} ${blank}`;
    const schema = ofLook.get(key) ?? frontSchema(suits, suit, look, blank);
    ofLook.set(key, schema);
    return schema;
  };
}
