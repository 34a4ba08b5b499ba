import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Output } from './model.ts';

/** A line of the manifest: what was written and how to tell whether it is still that. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/** `manifest.json`. */
export interface Manifest {
  name: string;
  version: string;
  cards: number;
  outputs: readonly Written[];
}

/** What `write` puts in the output folder. */
export interface WriteRequest {
  /** Absolute path of the output folder, e.g. `…/dist`. */
  out: string;
  outputs: readonly Output[];
  deck: { name: string; version: string; cards: number };
  /** True where the build made only a part of what it can: earlier outputs of ours then stay. */
  partial: boolean;
}

const MANIFEST = 'manifest.json';

/**
 * Puts the outputs in place all at once: they are written into `<out>.next`, with links to the files that stay, then
 * two renames swap the folders. Killed before them, `out` is as it was; between them, `recover` puts it back.
 * Files in `out` that are not ours always stay.
 */
export async function write(request: WriteRequest): Promise<Manifest> {
  const { out, outputs, deck } = request;
  await recover(out);
  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const before = await readManifest(out);
  const made = new Set(outputs.map((output) => output.path));
  const ours = new Set(before.outputs.map((written) => written.path));
  const stays = (file: string) => file !== MANIFEST && !made.has(file) && (request.partial || !ours.has(file));
  const kept = (await filesIn(out)).filter(stays);
  for (const file of kept) await linkInto(path.join(out, file), path.join(next, file));
  const written = outputs.map((output) => writeOne(next, output));
  const still = before.outputs.filter((entry) => kept.includes(entry.path));
  const manifest: Manifest = {
    ...deck,
    outputs: [...still, ...written].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  await writeFile(path.join(next, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await swap(out, next);
  return manifest;
}

/** Ends what a killed build began: brings back the folder it had put aside, removes its half-made one. */
export async function recover(out: string): Promise<void> {
  const previous = `${out}.prev`;
  if (await exists(previous)) {
    if (await exists(out)) await rm(previous, { recursive: true, force: true });
    else await rename(previous, out);
  }
  await rm(`${out}.next`, { recursive: true, force: true });
}

/** The manifest of an output folder; empty where there is none or it cannot be read. */
export async function readManifest(out: string): Promise<Manifest> {
  const empty: Manifest = { name: '', version: '', cards: 0, outputs: [] };
  const text = await readFile(path.join(out, MANIFEST), 'utf8').catch(() => '');
  try {
    return { ...empty, ...(JSON.parse(text) as Partial<Manifest>) };
  } catch {
    return empty;
  }
}

async function swap(out: string, next: string): Promise<void> {
  const previous = `${out}.prev`;
  if (await exists(out)) await rename(out, previous);
  await rename(next, out);
  await rm(previous, { recursive: true, force: true });
}

/** One file after the other: threads that write at once wait for each other at the folder, and take three times as long. */
function writeOne(dir: string, output: Output): Written {
  const file = path.join(dir, output.path);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, output.bytes);
  const sha256 = createHash('sha256').update(output.bytes).digest('hex');
  return { path: output.path, bytes: output.bytes.length, sha256 };
}

async function linkInto(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await link(from, to);
}

/** Paths of all files below a folder, with forward slashes, sorted. */
async function filesIn(dir: string): Promise<string[]> {
  if (!(await exists(dir))) return [];
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
