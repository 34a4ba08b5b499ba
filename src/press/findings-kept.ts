import { deserialize, serialize } from 'node:v8';
import type { Cache, Key } from '../model/cache.ts';
import { type PageStamps, pageByPage, type Shelf } from '../model/pages-kept.ts';
import type { PressFinding } from './findings.ts';
import type { PreflightOptions } from './press.ts';

/**
 * What a print shop would call about, by page: as it was found in an earlier run, where the PDF's bytes and all that it is judged by are
 * the same. The library that reads PDFs is loaded only where something must be looked at now.
 */
export async function findingsIn(
  pdf: Uint8Array,
  options: PreflightOptions,
  cache: Cache,
  stamps?: PageStamps,
): Promise<PressFinding[]> {
  const look = async (places?: readonly number[]) => {
    const { preflight } = await import('./press.ts');
    return await preflight(pdf, options, places);
  };
  const key = keyOf(options);
  if (!stamps)
    return deserialize(await cache.get([...key, pdf], async () => serialize(await look()))) as PressFinding[];
  const found = await pageByPage(stamps, { cache, key, ...PACKED }, async (places) => {
    const all = await look(places);
    return places.map((place) => all.filter(({ page }) => page === place));
  });
  return found.flatMap((of, page) => of.map((one) => ({ ...one, page })));
}

const PACKED: Pick<Shelf<PressFinding[]>, 'pack' | 'unpack'> = { pack: serialize, unpack: deserialize };

function keyOf({ blacks, press }: PreflightOptions): Key {
  const key: Key = ['preflight', JSON.stringify(blacks)];
  if (!press) return key;
  const { profile, inkLimit, conformance } = press;
  return [...key, profile.data, JSON.stringify([profile.inkLimit, inkLimit, conformance])];
}
