import { deserialize, serialize } from 'node:v8';
import type { Cache, Key } from '../model/cache.ts';
import type { PressFinding } from './findings.ts';
import type { PreflightOptions } from './press.ts';

/**
 * What a print shop would call about, by page: as it was found in an earlier run, where the PDF's bytes and all that it is judged by are
 * the same. The library that reads PDFs is loaded only where something must be looked at now.
 */
export async function findingsIn(pdf: Uint8Array, options: PreflightOptions, cache: Cache): Promise<PressFinding[]> {
  const kept = await cache.get(keyOf(pdf, options), async () => {
    const { preflight } = await import('./press.ts');
    return serialize(await preflight(pdf, options));
  });
  return deserialize(kept) as PressFinding[];
}

function keyOf(pdf: Uint8Array, { blacks, press }: PreflightOptions): Key {
  const key: Key = ['preflight', pdf, JSON.stringify(blacks)];
  if (!press) return key;
  const { profile, inkLimit, conformance } = press;
  return [...key, profile.data, JSON.stringify([profile.inkLimit, inkLimit, conformance])];
}
