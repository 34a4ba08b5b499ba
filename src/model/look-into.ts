import { lookUp } from './look-up.ts';

/** The value under a name of a thing of which nobody knows whether it is a record; undefined where it is none, or has none. */
export function lookInto(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? lookUp(thing as Record<string, unknown>, name) : undefined;
}
