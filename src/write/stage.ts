import { createHash } from 'node:crypto';
import { readFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Output } from '../model/output.ts';
import { link, makeFolder, putIn, setMode, statOf } from './disk.ts';
import type { Written } from './manifest.ts';

/** A folder in which outputs wait until they are all written. */
export interface Stage {
  /** Absolute path of the folder where the files wait. */
  dir: string;
  /** Absolute path of the output folder: a file that is there already is linked, and one that replaces another gets its mode. */
  out: string;
}

/** Puts files into a stage. Returns their lines for the manifest. */
export function stage({ dir, out }: Stage, outputs: readonly Output[]): Written[] {
  const folders = new Set<string>();
  let usual: number | undefined;
  return outputs.map(({ path: name, bytes }) => {
    const file = path.join(dir, name);
    const folder = path.dirname(file);
    // A thousand files lie in ten folders.
    if (!folders.has(folder)) makeFolder(folder);
    folders.add(folder);
    const there = path.join(out, name);
    const before = statOf(there);
    if (!hasBytes(there, before, bytes) || !link(there, file)) {
      putIn(file, bytes);
      // New files have one mode: that of the first tells that of all.
      usual ??= statOf(file)?.mode;
      if (before?.isFile() && before.mode !== usual) setMode(file, before.mode);
    }
    return { path: name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** Whether a file has these bytes. To make a new file and to remove the old one takes ten times as long as to read that. */
function hasBytes(file: string, stats: Stats | undefined, bytes: Uint8Array): boolean {
  if (!stats?.isFile() || stats.size !== bytes.length) return false;
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    // One that may not be read can still be replaced.
    return false;
  }
}
