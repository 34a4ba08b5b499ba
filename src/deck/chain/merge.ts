import { lookUp } from '../../model/look-up.ts';
import type { Place } from '../../model/problem.ts';
import type { Located } from '../../read/yaml.ts';

/**
 * JSON Merge Patch (RFC 7396) on located data: groups are merged key by key, `null` takes a key out, anything else replaces what was
 * there. A token's `$value` is replaced as a whole, even where it is a group.
 *
 * @param file the file of the result, as shown; places that are in the other file say so
 */
export function mergePatch(base: Located, patch: Located, file = base.file): Located {
  const merged = { places: new Map<string, Place>(), keys: new Map<string, Place>() };
  const value = merge(base.value, patch.value, '');
  return { file, value, places: Object.fromEntries(merged.places), keys: Object.fromEntries(merged.keys) };

  function merge(below: unknown, above: unknown, path: string): unknown {
    if (!isGroup(above) || path.endsWith('$value')) {
      take(patch, path);
      return above;
    }
    const entries = new Map(isGroup(below) ? Object.entries(below) : []);
    takeOne(isGroup(below) ? base : patch, path);
    for (const key of entries.keys()) if (!Object.hasOwn(above, key)) take(base, join(path, key));
    for (const [key, value] of Object.entries(above)) {
      if (value === null) entries.delete(key);
      else entries.set(key, merge(entries.get(key), value, join(path, key)));
    }
    return Object.fromEntries(entries);
  }

  /** The places of a value and of all that is in it. */
  function take(source: Located, path: string): void {
    takeOne(source, path);
    for (const at of Object.keys(source.places)) if (at.startsWith(`${path}.`)) takeOne(source, at);
  }

  function takeOne(source: Located, at: string): void {
    for (const which of ['places', 'keys'] as const) {
      const place = lookUp(source[which], at);
      if (place) merged[which].set(at, placed(place, source.file, file));
    }
  }
}

/** Located data without some of its keys. */
export function withoutKeys(source: Located, keys: readonly string[]): Located {
  if (!isGroup(source.value)) return source;
  const kept = Object.entries(source.value).filter(([key]) => !keys.includes(key));
  const isKept = ([at]: [string, Place]) => !keys.includes(at.split('.', 1)[0] ?? '');
  return {
    file: source.file,
    value: Object.fromEntries(kept),
    places: Object.fromEntries(Object.entries(source.places).filter(isKept)),
    keys: Object.fromEntries(Object.entries(source.keys).filter(isKept)),
  };
}

/** Located data with only some of its keys. */
export function onlyKeys(source: Located, keys: readonly string[]): Located {
  const others = isGroup(source.value) ? Object.keys(source.value).filter((key) => !keys.includes(key)) : [];
  return withoutKeys(source, others);
}

/** A value of a group of keys and values; undefined where there is none. */
export function valueAtKey(source: Located | undefined, key: string): unknown {
  const value = source?.value;
  return isGroup(value) ? lookUp(value, key) : undefined;
}

/** The same where it is a text; undefined where it is not. */
export function textAtKey(source: Located | undefined, key: string): string | undefined {
  const value = valueAtKey(source, key);
  return typeof value === 'string' ? value : undefined;
}

/** The value at a path of groups; undefined where there is none. */
export function valueAtPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at, key) => (isGroup(at) ? lookUp(at, key) : undefined), value);
}

/** True of a group of keys and values. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placed(place: Place, file: string, usual: string): Place {
  const own = place.file ?? file;
  const { file: _, ...here } = place;
  return own === usual ? here : { ...here, file: own };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
