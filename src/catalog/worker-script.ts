import { createHash } from 'node:crypto';
import type { Side } from '../model/card.ts';
import { faceKey } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import type { SiteInput } from './input.ts';

/** No more than this is kept for use without a network, in bytes. */
const LIMIT = 15_000_000;

/** Files that are not stored for offline use: those for machines, and fonts for other alphabets; print files where room is left. */
const APART = /\.(json|csv|txt|xml)$|(?<!-english)\.woff2$/;

/**
 * The service worker: the bundled client/worker.ts, told which files belong to this edition. Its bytes change with any
 * of them, which is how browsers notice a new edition.
 *
 * @param code the compiled script, and the names that every page of this edition has in it
 */
export function workerScript(
  input: SiteInput,
  outputs: readonly Output[],
  code: { source: string; files: Readonly<Record<string, string>> },
): Output {
  const own = outputs.map(({ path }) => path.replace(/^site\//, '')).filter((path) => !APART.test(path));
  const hash = createHash('sha256');
  for (const { path, bytes } of outputs) hash.update(path).update(bytes);
  const edition = {
    name: `${input.deck.version}-${hash.digest('hex').slice(0, 12)}`,
    files: [
      ...own,
      ...pictures(input, 'front'),
      ...(input.faces ? [input.faces.path] : []),
      ...[...(input.boardPictures?.values() ?? [])].map(({ path }) => path),
      ...pictures(input, 'back'),
      ...[...(input.guides ?? []), ...(input.kitFiles ?? []), ...input.prints].map(({ path }) => path),
    ],
    marks: ['style.css', 'app.js', 'index.js', 'texts.js'].map((name) => lookUp(code.files, name) ?? name),
    limit: LIMIT,
  };
  return { path: 'site/worker.js', bytes: Buffer.from(`const EDITION=${JSON.stringify(edition)};\n${code.source}`) };
}

/** The pictures of one side. Fronts are stored first: where there is no room for all, the backs' words are still on the pages. */
function pictures(input: SiteInput, side: Side): string[] {
  const found = input.deck.cards.map((card) => input.pictures.get(faceKey({ card: card.id, side }))?.path);
  return [...new Set(found.filter((path) => path !== undefined))];
}
