import { lookUp } from './look-up.ts';

/**
 * Gives objects that note each property that is read, and `*` where all are listed. They share what notes them: functions for each of many
 * objects would be a third of what drawing takes of memory.
 */
export function noting<Thing extends object>(note: (thing: Thing, key: string) => void): (thing: Thing) => Thing {
  const handler: ProxyHandler<Thing> = {
    get(target, key, receiver) {
      note(target, String(key));
      return Reflect.get(target, key, receiver);
    },
    has(target, key) {
      note(target, String(key));
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      note(target, String(key));
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      note(target, '*');
      return Reflect.ownKeys(target);
    },
  };
  return (thing) => new Proxy(thing, handler);
}

/**
 * A value as text; equal for values that a layout can't tell apart. Not V8's serialization: it writes equal strings
 * differently, by how they were made.
 *
 * @param digest stands for bytes
 */
export function textOf(thing: unknown, digest: (bytes: Uint8Array) => string): string {
  // Most are strings: they need no look into them.
  if (typeof thing === 'string') return JSON.stringify(thing);
  return JSON.stringify({ thing }, function (this: Record<string, unknown>, key, value) {
    const bytes = lookUp(this, key);
    if (bytes instanceof Uint8Array) return { bytes: digest(bytes) };
    return value === undefined ? { undefined: true } : value;
  });
}

/** What gives the SHA-256 of something in hexadecimal digits. */
type Digest = (content: string | Uint8Array) => string;

/** As many letters as a hash has. */
const SHORT = 64;

/** A text by which a value is known: its own where that is short, else a hash of it. No text of a value looks like a hash. */
export function knownBy(value: unknown, digest: Digest): string {
  const text = textOf(value, digest);
  return text.length <= SHORT ? text : digest(text);
}

/** The same for the value at a path; each is looked at once. */
export function knownAt(valueAt: (path: string) => unknown, digest: Digest): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const name = known.get(path) ?? knownBy(valueAt(path), digest);
    known.set(path, name);
    return name;
  };
}
