import { createHash } from 'node:crypto';
import type { Catalog } from '../../layouts/site/catalog.ts';
import type { Output } from '../model.ts';
import { workerSource } from './bundle.ts';

/** No more than this is kept for use without a network, in bytes. */
const LIMIT = 15_000_000;

/**
 * The service worker: the bundled client/worker.ts, told which files belong to this edition. Its bytes change with any
 * of them, which is how browsers notice a new edition.
 */
export async function workerScript(catalog: Catalog, outputs: readonly Output[]): Promise<Output> {
  const own = outputs.map(({ path }) => path.replace(/^site\//, ''));
  const pictures = [...new Set([...catalog.pictures.values()].map((picture) => picture.path))];
  const hash = createHash('sha256');
  for (const { path, bytes } of outputs) hash.update(path).update(bytes);
  for (const path of pictures) hash.update(path);
  const edition = {
    name: `${catalog.deck.version}-${hash.digest('hex').slice(0, 12)}`,
    files: [...own, ...pictures],
    limit: LIMIT,
  };
  const source = await workerSource();
  return { path: 'site/worker.js', bytes: Buffer.from(`const EDITION=${JSON.stringify(edition)};\n${source}`) };
}
