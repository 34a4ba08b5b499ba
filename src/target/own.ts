import path from 'node:path';
import { inspect } from 'node:util';
import { wrong } from '../looks/default-exports.ts';
import { LayoutError, mistakeIn } from '../looks/mistake.ts';
import { type LoadedTarget, loadTargets } from '../looks/targets.ts';
import type { Output } from '../model/output.ts';
import { facesOf, type Job, type Target } from './target.ts';

/** The folder for an organization's own outputs; each has a folder of its name in it. */
const FOLDER = 'targets';

/**
 * Outputs that an organization's `layouts/` folders have of their own.
 *
 * @param layouts absolute paths, the lowest first
 * @throws LayoutError for one that can't be loaded
 */
export async function ownTargets(layouts: readonly string[]): Promise<Target[]> {
  const targets = await loadTargets(layouts);
  // The function gets the target's name, which progress shows.
  return targets.flatMap((one) => Object.values({ [one.name]: (job: Job) => ownOutputs(one, job) }));
}

/**
 * The files of an output of an organization's own.
 *
 * @throws LayoutError where it throws, or returns something that is no file
 */
async function ownOutputs({ name, file, make }: LoadedTarget, job: Job): Promise<Output[]> {
  const { deck, cards, selection, report } = job;
  const layouts = path.dirname(path.dirname(file));
  const fails = (message: string) => wrong(file, message);
  const made = await Promise.resolve()
    .then(() => make({ deck, cards, selection, report, faces: facesOf(job, deck.format) }))
    .catch((cause: unknown) => {
      const mistake = mistakeIn(cause, [layouts]);
      throw mistake ? new LayoutError([mistake]) : fails(cause instanceof Error ? cause.message : String(cause));
    });
  if (!Array.isArray(made)) throw fails('It returns no list of files: each is { path, bytes }.');
  const outputs = made as readonly Output[];
  for (const [at, { path: inside, bytes, sheets = 0 }] of outputs.entries()) {
    if (!isInside(inside))
      throw fails(`"${inside}" is no path inside its folder: write e.g. cards.csv, or pictures/one.png.`);
    if (!(bytes instanceof Uint8Array)) throw fails(`The bytes of "${inside}" are no Uint8Array.`);
    if (!Number.isSafeInteger(sheets) || sheets < 0)
      throw fails(`The sheets of "${inside}" must be a whole number; they are ${inspect(sheets)}.`);
    const same = outputs.findIndex((one) => one.path.toLowerCase() === inside.toLowerCase());
    if (same < at) throw fails(`It makes "${inside}" twice.`);
  }
  return outputs.map(({ path: inside, bytes, sheets }) => ({
    path: `${FOLDER}/${name}/${inside}`,
    bytes,
    ...(sheets !== undefined && { sheets }),
  }));
}

/** True for a relative path with forward slashes that does not leave the target's folder. */
function isInside(inside: unknown): boolean {
  if (typeof inside !== 'string' || inside.includes('\\')) return false;
  return inside.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':'));
}
