import { type LayeredSource, type Override, overridden, sourceHash } from '../cards/card-file.ts';
import { areRead } from '../cards/parts.ts';
import type { Applied } from './stack-types.ts';

/** Lays an override on the text below it, and says how the two stand to one another. */
export function applyOverride(override: Override, below: LayeredSource | undefined): Applied {
  if (!below) return { override, state: 'removed' };
  const merged = overridden(below, override);
  // Of what can't be read it is not known whether it has changed.
  if (!areRead([...below.parts, ...override.parts])) return { override, below, merged, state: 'current' };
  const hash = sourceHash(below);
  if (sourceHash(merged) === hash) return { override, below, merged, state: 'identical' };
  return { override, below, merged, state: override.base === hash ? 'current' : 'changed' };
}
