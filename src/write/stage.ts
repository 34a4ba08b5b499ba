import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Output } from '../model/output.ts';
import { put, setMode, statOf } from './disk.ts';
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
  return outputs.map(({ path: name, bytes }) => {
    const file = path.join(dir, name);
    put(file, bytes);
    const [before, now] = [statOf(path.join(out, name)), statOf(file)];
    if (before?.isFile() && before.mode !== now?.mode) setMode(file, before.mode);
    return { path: name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
