import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Output } from '../model/output.ts';
import { makeFolder, putIn, setMode, statOf } from './disk.ts';
import type { Written } from './manifest.ts';

/** A folder in which outputs wait until they are all written. */
export interface Stage {
  /** Absolute path of the folder where the files wait. */
  dir: string;
  /** Absolute path of the output folder: a new file gets the mode of the file there that it replaces. */
  out: string;
}

/** Writes files into a stage. Returns their lines for the manifest. */
export function stage({ dir, out }: Stage, outputs: readonly Output[]): Written[] {
  const folders = new Set<string>();
  let usual: number | undefined;
  return outputs.map(({ path: name, bytes }) => {
    const file = path.join(dir, name);
    const folder = path.dirname(file);
    // A thousand files lie in ten folders.
    if (!folders.has(folder)) makeFolder(folder);
    folders.add(folder);
    putIn(file, bytes);
    const before = statOf(path.join(out, name));
    // New files have one mode: that of the first tells that of all.
    usual ??= statOf(file)?.mode;
    if (before?.isFile() && before.mode !== usual) setMode(file, before.mode);
    return { path: name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
