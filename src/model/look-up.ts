/**
 * The value of a record under a name that an author gave; undefined where there is none. Never `record[name]`: every object has a
 * `constructor`, a `toString` and a `__proto__` that nobody put there.
 */
export function lookUp<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
