import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Output } from '../model/output.ts';
import type { Problem } from '../model/problem.ts';
import { clear, makeFolder, statOf } from './disk.ts';
import { checkFree } from './foreign-files.ts';
import { abandon, commit, newIn } from './journal.ts';
import { MANIFEST, type Manifest, manifestText, readManifest, type Written } from './manifest.ts';
import { busy, inTheWay, sameName, troubleOf } from './out-error.ts';
import { checkFolder, linkTarget, nearestExisting, removeUpTo } from './out-folder.ts';
import { isOwnPath } from './own-paths.ts';
import { recover } from './recover.ts';
import { stage } from './stage.ts';
import { makeNext, swap, swapFolders } from './swap-folders.ts';
import { hasWorkFolder, takeWorkFolder, WORK_FOLDER, workFolderIn } from './work-folder.ts';

/** What `write` is to put in which folder. */
export interface WriteRequest {
  /** Absolute path of the output folder, e.g. `…/dist`. */
  out: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  outputs: readonly Output[];
  deck: { name: string; version: string; cards: number };
  /** True where the build made only a part of what it can: earlier outputs of ours then stay. */
  partial: boolean;
}

/** A request, and the folder that it is really about. */
interface Job extends WriteRequest {
  /** The output folder; where `out` is a link, the folder that it leads to. */
  real: string;
}

/** How long another build that writes to the same folder is waited for, in ms. */
const PATIENCE_MS = 20_000;

/**
 * Puts the outputs in place, all or none. A folder that is ours alone is made anew beside the old one, and the two are swapped;
 * in one where others have something, each file is renamed for itself, under a journal. `recover` cleans up after a killed write.
 * Files of others always stay.
 *
 * @returns undefined after reporting what is in the way; the folder is then as it was
 */
export async function write(request: WriteRequest, report: (problem: Problem) => void): Promise<Manifest | undefined> {
  const odd = request.outputs.find((output) => !isOwnPath(output.path));
  if (odd) throw new Error(`a target writes outside our folders: ${odd.path}`);
  try {
    checkNames(request);
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      await settled(request.out, end);
      const real = linkTarget(request.out);
      checkFolder(request.out, real);
      const manifest = (await swapped({ ...request, real })) ?? (await placed({ ...request, real }));
      if (manifest) return manifest;
    }
  } catch (cause) {
    report(troubleOf(cause, request.out, request.root));
    return undefined;
  }
}

/** On Windows and macOS names that differ only by case, or by how an accent is encoded, are one file: one would replace the other. */
function checkNames({ out, outputs }: WriteRequest): void {
  const names = new Map<string, string>();
  for (const { path: name } of outputs) {
    const folded = name.normalize('NFC').toLowerCase();
    const other = names.get(folded);
    if (other !== undefined) throw sameName(path.join(out, name), other);
    names.set(folded, name);
  }
}

/** Waits until no other build writes to the folder. */
async function settled(out: string, end: number): Promise<void> {
  for (;;) {
    const writer = await recover(out);
    if (!writer) return;
    if (Date.now() > end) throw busy(out, writer.pid);
    await wait(50);
  }
}

/** Replaces the folder as a whole; undefined where that is not allowed or not possible: then nothing has changed. */
async function swapped(job: Job): Promise<Manifest | undefined> {
  const { real, partial } = job;
  const above = nearestExisting(real);
  if ((partial && above === real) || !makeNext(real)) return undefined;
  const { next } = swapFolders(real);
  try {
    const manifest = stageAll(next, job);
    if (await swap(real)) return manifest;
    clear(next, WORK_FOLDER);
    return undefined;
  } catch (cause) {
    clear(next, WORK_FOLDER);
    removeUpTo(path.dirname(real), above);
    throw cause;
  }
}

/** Renames each file into its place; undefined where another build has begun to write there. */
async function placed(job: Job): Promise<Manifest | undefined> {
  const { real, outputs } = job;
  const above = nearestExisting(real);
  makeFolder(real);
  if (!takeWorkFolder(real)) {
    if (hasWorkFolder(real)) return undefined;
    throw inTheWay(workFolderIn(real));
  }
  try {
    const manifest = stageAll(newIn(real), job);
    const place = [...outputs.map((output) => output.path), MANIFEST];
    checkFree(real, newIn(real), place);
    const stays = new Set(manifest.outputs.map((output) => output.path));
    const before = readManifest(real).outputs.map((output) => output.path);
    await commit(real, { place, remove: before.filter((name) => !stays.has(name)) });
    return manifest;
  } catch (cause) {
    abandon(real);
    removeUpTo(real, above);
    throw cause;
  }
}

/** Writes all outputs, and the manifest after them, into the folder where they wait to be put in place. */
function stageAll(dir: string, { real, deck, outputs, partial }: Job): Manifest {
  const written = stage({ dir, out: real }, outputs);
  const made = new Set(outputs.map((output) => output.path));
  const stays = (one: Written) => partial && !made.has(one.path) && statOf(path.join(real, one.path)) !== undefined;
  const all = [...readManifest(real).outputs.filter(stays), ...written];
  const manifest: Manifest = { ...deck, outputs: all.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  stage({ dir, out: real }, [{ path: MANIFEST, bytes: new TextEncoder().encode(manifestText(manifest)) }]);
  return manifest;
}
