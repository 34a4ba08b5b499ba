import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isOwnPath } from './own-paths.ts';

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

/** Its name in the output folder. */
export const MANIFEST = 'manifest.json';

const NONE: Manifest = { name: '', version: '', cards: 0, outputs: [] };

/** The manifest of an output folder; empty where there is none of ours, or it can't be read. */
export function readManifest(dir: string): Manifest {
  return parsed(textIn(dir)) ?? NONE;
}

/** Whether `manifest.json` is ours to replace: there is none, a build wrote it, or nothing is in it. A web application's is not. */
export function isManifestOurs(dir: string): boolean {
  const text = textIn(dir);
  return /^\s*(\{\s*\})?\s*$/u.test(text) || parsed(text) !== undefined;
}

/** The manifest as the text of its file. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function textIn(dir: string): string {
  try {
    return readFileSync(path.join(dir, MANIFEST), 'utf8');
  } catch {
    return '';
  }
}

/** Files that it lists outside our own folders were not written by us, so we must not remove them. */
function parsed(text: string): Manifest | undefined {
  try {
    const { outputs, ...about } = JSON.parse(text) as Partial<Manifest>;
    if (!Array.isArray(outputs)) return undefined;
    return { ...NONE, ...about, outputs: outputs.filter((one) => isOwnPath(String(one?.path))) };
  } catch {
    return undefined;
  }
}
