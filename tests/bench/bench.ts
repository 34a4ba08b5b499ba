import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { busyHour } from './busy.ts';
import { type DeckFacts, deckFacts } from './deck-facts.ts';
import { copyEngine } from './engine-copy.ts';
import { frozenCopy } from './frozen.ts';
import { openPeers } from './peers/peers.ts';
import { sectionOf, withSection } from './results.ts';
import { allRows, type Bench, COLD_A4, type Group, type Row, sheetsOf } from './rows.ts';
import { type Measure, summaryOf } from './summary.ts';
import { cellsOf, type Line, markdownTable, plainTable } from './table.ts';

// Times whole commands on a frozen copy of a deck. CONTRIBUTING.md says how to run it, and how to read what it prints.

const root = path.resolve(import.meta.dirname, '../..');
const results = path.join(import.meta.dirname, 'RESULTS.md');
const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const FLAGS = ['--peers', '--busy', '--markdown', '--save'];
const flags = process.argv.slice(2).filter((one) => one.startsWith('--'));
const words = process.argv.slice(2).filter((one) => !one.startsWith('--'));

/** Rows of a group are measured in turn. */
async function measured(group: Group): Promise<Line[]> {
  const runs = group.map((): Measure[] => []);
  for (const row of group) await row.ready?.();
  for (let number = 1; number <= RUNS; number += 1) {
    for (const [at, row] of group.entries()) {
      if (!row.once || number === 1) runs[at]?.push(...[await row.run(number)].flat());
    }
  }
  const lines: Line[] = [];
  for (const [at, { work, goal, share, lost }] of group.entries()) {
    lines.push({ work, goal, took: summaryOf(runs[at] ?? [], share), lost: await lost?.() });
  }
  return lines;
}

async function groupsOf(bench: Bench): Promise<Group[]> {
  if (!flags.includes('--peers')) return allRows(bench, []);
  const { rows, lostOnSheets } = await openPeers(bench, say);
  const lost = () => lostOnSheets(sheetsOf(bench));
  return allRows(bench, rows).map((group) => group.map((row) => (row.work === COLD_A4 ? { ...row, lost } : row)));
}

function isWanted({ work }: Row): boolean {
  return words.length === 0 || words.some((word) => work.includes(word));
}

/** What is measured, as a section of RESULTS.md. */
function section({ name, cards }: DeckFacts, lines: readonly Line[]): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const [processor] = cpus();
  const about = {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`,
    processors: `${cpus().length} × ${processor?.model}`,
    node: process.version.slice(1),
  };
  const busy = flags.includes('--busy');
  return sectionOf({ ...about, deck: name, cards, runs: RUNS, busy }, markdownTable(cellsOf(lines)));
}

/** Beside the table, so that it can be sent to a file alone. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const unknown = flags.find((one) => !FLAGS.includes(one));
if (unknown) throw new Error(`${unknown} is not one of ${FLAGS.join(', ')}`);
const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'prepdeck-bench-')));
const stop = flags.includes('--busy') ? busyHour() : () => {};
try {
  const engine = await copyEngine(dir);
  const place = await frozenCopy(path.resolve(process.env.DECK ?? path.join(root, 'deck')), dir);
  const facts = await deckFacts(place);
  const lines: Line[] = [];
  for (const group of await groupsOf({ engine, dir, place, facts })) {
    for (const line of await measured(group.filter(isWanted))) {
      lines.push(line);
      say(`${line.took.seconds.toFixed(2).padStart(8)} s  ${line.work}`);
    }
  }
  const text = section(facts, lines);
  console.log(flags.includes('--markdown') ? text : plainTable(cellsOf(lines)));
  if (flags.includes('--save')) await writeFile(results, withSection(await readFile(results, 'utf8'), text));
} finally {
  stop();
  await rm(dir, { recursive: true, force: true });
}
