import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type WriteSheet, writeXlsx } from 'hucre';
import { type Imported, type ImportRequest, importTable } from '../../../src/command/import.ts';
import { openChain } from '../../../src/deck/chain/chain.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { type Changes, withDeck } from '../../fixtures/deck.ts';
import { looks } from '../../fixtures/looks.ts';

/** A deck in a folder of its own, with spreadsheets beside it. */
export interface Bench {
  root: string;
  /** Writes a file beside the deck. */
  put(name: string, content: string | Uint8Array): Promise<void>;
  /** The text of a file in the deck. */
  read(name: string): Promise<string>;
  import(file: string, request?: Partial<ImportRequest>): Promise<Imported>;
}

/** Gives `work` the small deck of the fixtures, or one without cards, and takes it away afterwards. */
export async function bench(work: (bench: Bench) => Promise<void>, changes: Changes = {}): Promise<void> {
  await withDeck(changes, async (root) => {
    await work({
      root,
      put: (name, content) => writeFile(path.join(root, name), content),
      read: (name) => readFile(path.join(root, 'deck', name), 'utf8'),
      async import(file, request = {}) {
        const chain = await openChain({ dir: path.join(root, 'deck'), root });
        return await importTable({ chain, looks, file: path.join(root, file), ...request });
      },
    });
  });
}

/** Dates that make the bytes the same on any day. */
const properties = { created: new Date(0), modified: new Date(0) };

/** The bytes of an Excel workbook. */
export function workbook(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets, properties });
}

/** Problems, each in one line: `file severity rule message`. */
export function said(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, fatal, source, ruleId, reason }) => {
    const at = line === undefined ? '' : `:${line}:${column}`;
    return `${file}${at} ${fatal ? 'error' : 'warning'} ${source}/${ruleId} ${reason}`;
  });
}
