import { type ZodRawShape, z } from 'zod';
import { lookUp } from './look-up.ts';

// Types from which a face layout builds its `fields`. A plain zod type works as well; these carry meaning that the loader,
// the checks and the editors' JSON Schema read from the type's metadata.

/** A field's metadata, as the engine reads it. */
export interface FieldMeta {
  /** The value is the id of a card of this suit; `*` for any suit. */
  card?: string | undefined;
  /** The value is one of the closed list of this name in `suits.yaml`. */
  list?: string | undefined;
  /** The value is the name of a picture in this folder of the deck. */
  picture?: string | undefined;
  /** Cards are found by the value: a filter of the catalog, a key of queries, one of the first columns of `cards.csv`. */
  facet?: boolean;
  /** The value is a step of a scale, shown as a row of `of` signs with that many filled. */
  scale?: { of: number; sign: 'bars' | 'triangles' } | undefined;
  /** The value is a quote or a question on the front: the catalog shows it as a quotation. */
  quoted?: boolean;
  /** The value says how the face is drawn, nothing of what the card is about: the catalog does not show it. */
  setting?: boolean;
  /** The value is how long the card takes, in this unit; the workshop view has a timer of minutes. */
  lasts?: 'minutes' | 'days';
}

/** The metadata of a field's type, also inside `optional()` and the like; a list has that of its items. */
export function metaOf(type: z.core.$ZodType): FieldMeta {
  const def = type._zod.def;
  const within = 'innerType' in def ? def.innerType : 'element' in def ? def.element : undefined;
  return { ...(within === undefined ? {} : metaOf(within as z.core.$ZodType)), ...saidOf(type) };
}

/** The metadata of a type itself. */
function saidOf(type: z.core.$ZodType): FieldMeta {
  return (z.globalRegistry.get(type) ?? {}) as FieldMeta;
}

/** A field by whose value, or values, cards are found, e.g. `facet(listed('market'))`. */
export function facet<Type extends z.ZodType>(type: Type): Type {
  return type.meta({ ...saidOf(type), facet: true });
}

/** A quote or a question on the front: the catalog shows it as a quotation. */
export function quoted<Type extends z.ZodType>(type: Type): Type {
  return type.meta({ ...saidOf(type), quoted: true });
}

/** A step from 1 to `of`, shown as so many bars or triangles. */
export function scale(of: number, sign: 'bars' | 'triangles' = 'bars') {
  return whole(1, of).meta({ scale: { of, sign } });
}

/** How long the card takes: from `min` to `max` minutes or days. */
export function lasting(unit: 'minutes' | 'days', min: number, max: number) {
  return whole(min, max).meta({ lasts: unit });
}

/** The id of a card of one suit, or without `suit` of any card. A wrong one is an error with a did-you-mean. */
export function cardId(suit = '*') {
  return z.string().meta({ card: suit });
}

/** From `min` to `max` ids of cards, all different. */
export function cardIds(suit = '*', { min = 0, max = 9 }: { min?: number; max?: number } = {}) {
  return z.array(cardId(suit)).min(min).max(max).refine(allDifferent, 'names one card twice');
}

/** A value of the closed list `list` in `suits.yaml`, e.g. `listed('market')`. */
export function listed(list: string) {
  return z.string().meta({ list });
}

/** From `min` to `max` values of a closed list, all different. */
export function listedAll(list: string, { min = 1, max = 9 }: { min?: number; max?: number } = {}) {
  return z.array(listed(list)).min(min).max(max).refine(allDifferent, 'names one value twice');
}

/** Printed text: one or more words. Its length is a budget of the look's, not a rule here. */
export function text() {
  return z.string().trim().min(1);
}

/** The name of a picture in `art/`, e.g. `people/faces.jpg`: it is read, checked and printed like those in the text. */
export function picture() {
  return text().meta({ picture: 'art' });
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number) {
  return z.int().min(min).max(max);
}

function allDifferent(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** A value that names something elsewhere: a card of a suit, or an entry of a closed list. */
export interface Ref {
  path: (string | number)[];
  /** The suit (`*` for any) or the list. */
  name: string;
  value: string;
}

/** The kinds of things that a value may name. */
type RefKind = 'card' | 'list' | 'picture';

/** The values of a look's fields that name a card, an entry of a list or a picture. */
export function refsOf(fields: ZodRawShape, values: Readonly<Record<string, unknown>>, kind: RefKind): Ref[] {
  return Object.entries(fields).flatMap(([key, type]) => refsIn(type, lookUp(values, key), kind, [key]));
}

/** Those of a look's fields in which `refsOf` can find something: of hundreds of cards it then walks through no others. */
export function fieldsNaming(fields: ZodRawShape, kind: RefKind): ZodRawShape {
  return Object.fromEntries(Object.entries(fields).filter(([, type]) => mayName(type, kind)));
}

function mayName(type: z.core.$ZodType, kind: RefKind): boolean {
  const def = type._zod.def;
  if ('innerType' in def) return mayName(def.innerType as z.core.$ZodType, kind);
  if ((z.globalRegistry.get(type) as FieldMeta | undefined)?.[kind] !== undefined) return true;
  if (type instanceof z.ZodArray) return mayName(type.element, kind);
  return type instanceof z.ZodObject && Object.values(type.shape).some((one) => mayName(one, kind));
}

function refsIn(type: z.core.$ZodType, value: unknown, kind: RefKind, path: Ref['path']): Ref[] {
  const def = type._zod.def;
  if ('innerType' in def) return refsIn(def.innerType as z.core.$ZodType, value, kind, path);
  if (typeof value === 'string') {
    const name = (z.globalRegistry.get(type) as FieldMeta | undefined)?.[kind];
    return name === undefined ? [] : [{ path, name, value }];
  }
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((one, i) => refsIn(type.element, one, kind, [...path, i]));
  }
  if (type instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) =>
      refsIn(lookUp(type.shape, key) ?? z.any(), one, kind, [...path, key]),
    );
  }
  return [];
}
