import { type LayeredSource, type Override, overridden, sourceHash } from '../cards/card-file.ts';
import { areRead } from '../cards/parts.ts';
import type { Applied } from './stack-types.ts';

/** Puts an override on the text below it, and tells whether that is still the text that it was written for. */
export function applyOverride(override: Override, below: LayeredSource | undefined): Applied {
  if (!below) return { override, state: 'removed' };
  const merged = overridden(below, override);
  // Whether an unreadable text has changed can't be told.
  if (!areRead([...below.parts, ...override.parts])) return { override, below, merged, state: 'current' };
  const hash = sourceHash(below);
  if (sourceHash(merged) === hash) return { override, below, merged, state: 'identical' };
  return { override, below, merged, state: override.base === hash ? 'current' : 'changed' };
}
