import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Output } from '../../src/model/output.ts';
import type { Problem } from '../../src/model/problem.ts';
import { entriesIn } from '../../src/write/disk.ts';
import { write } from '../../src/write/output.ts';

/** What builds in these tests are of. */
export const deck = { name: 'A deck', version: '1.0.0', cards: 2 };

/** Gives `work` an empty folder; removes it afterwards. */
export async function withFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-write-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

export const file = (name: string, text: string): Output => ({ path: name, bytes: new TextEncoder().encode(text) });

/** Writes outputs given as path → text; says what stopped it. */
export async function build(
  out: string,
  texts: Readonly<Record<string, string>>,
  partial = false,
): Promise<string | undefined> {
  const problems: Problem[] = [];
  const outputs = Object.entries(texts).map(([name, text]) => file(name, text));
  const root = path.dirname(out);
  const manifest = await write({ out, root, outputs, deck, partial }, (problem) => problems.push(problem));
  if (manifest && problems.length === 0) return undefined;
  return problems.map((one) => `${one.file}: ${one.reason} ${one.note} ${one.source}/${one.ruleId}`).join('\n');
}

/** Writes files of others, given as path → text; a path that ends in `/` is an empty folder. */
export async function put(dir: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const one = path.join(dir, name);
    await mkdir(name.endsWith('/') ? one : path.dirname(one), { recursive: true });
    if (!name.endsWith('/')) await writeFile(one, text);
  }
}

/** All that is in a folder: path → text; `folder` for one, `→ target` for a link. The manifest's text is left out. */
export function contentOf(dir: string): Record<string, string> {
  return Object.fromEntries(entriesIn(dir).map(({ path: name }) => [name, textOf(path.join(dir, name))]));
}

function textOf(one: string): string {
  const stats = lstatSync(one);
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return `→ ${readlinkSync(one)}`;
  return path.basename(one) === 'manifest.json' ? 'manifest' : readFileSync(one, 'utf8');
}
