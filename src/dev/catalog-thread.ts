import { parentPort, workerData } from 'node:worker_threads';
import { build } from '../build.ts';
import { problemView } from './show.ts';
import type { CatalogOptions, CatalogResult } from './site-view.ts';

const port = parentPort;
if (!port) throw new Error('src/dev/catalog-thread.ts runs as a worker thread only');

const { deck, out, root } = workerData as CatalogOptions;
const everything = { stocks: [], cards: { only: [] }, print: {}, site: true, kit: true };
const { manifest, problems } = await build({ deck, out, root, ...everything });
const result: CatalogResult = { ok: manifest !== undefined, problems: problems.map(problemView) };
port.postMessage(result);
