import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, naiveReactPdf } from './peers.ts';
import { saves } from './saves.ts';
import { syntheticDeck } from './synthetic.ts';

// Times whole commands from an empty start, and peers on like work, in one run. Quote the ratios: machines differ.

const root = path.resolve(import.meta.dirname, '../..');
/** More runs give a steadier median: BENCH_RUNS=5 npm run bench. `npm run bench -- peer` measures the rows with that word. */
const RUNS = Number(process.env.BENCH_RUNS ?? 3);
const WANTED = process.argv[2] ?? '';

interface Measure {
  seconds: number;
  /** MB at the most; 0 where it is not known. */
  memory: number;
}

/** One run of the command, with nothing cached. */
function prepdeck(cwd: string, ...args: string[]): Promise<Measure> {
  const started = performance.now();
  const memory = path.join(import.meta.dirname, 'memory.mjs');
  const child = spawn(process.execPath, ['--import', memory, path.join(root, 'src/bin.mjs'), ...args, '--quiet'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let peak = '';
  child.stdio[3]?.on('data', (data: Buffer) => {
    peak += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, memory: Number(peak) / 1024 });
      else reject(new Error(`prepdeck ${args.join(' ')} ended with ${code}`));
    });
  });
}

async function timed(work: () => Promise<void>): Promise<Measure> {
  const started = performance.now();
  await work();
  return { seconds: (performance.now() - started) / 1000, memory: 0 };
}

/** The median of some runs. */
async function median(run: () => Promise<Measure>): Promise<Measure> {
  const runs: Measure[] = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await run());
  const middle = (pick: (measure: Measure) => number) =>
    runs.map(pick).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { seconds: middle((one) => one.seconds), memory: middle((one) => one.memory) };
}

/** A command run in an empty folder each time, so that no cache and no output of an earlier run helps it. */
async function fresh(deck: string, ...args: string[]): Promise<Measure> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'prepdeck-bench-'));
  const measure = await prepdeck(cwd, 'build', '--deck', deck, ...args);
  await rm(cwd, { recursive: true });
  return measure;
}

const temporary = await mkdtemp(path.join(tmpdir(), 'prepdeck-bench-'));
const decks = { shipped: path.join(root, 'deck') } as Record<string, string>;
for (const count of [100, 142, 1000]) {
  decks[count] = path.join(temporary, String(count));
  await syntheticDeck(decks[count], count);
}
const deck = (name: string | number) => decks[name] ?? '';

const rows: [string, () => Promise<Measure>][] = [
  ['shipped deck → a4', () => fresh(deck('shipped'), '--stock', 'a4', '--no-site')],
  ['shipped deck → a4, letter', () => fresh(deck('shipped'), '--stock', 'a4,letter', '--no-site')],
  [
    'shipped deck → six stocks, two of them in inks',
    () => fresh(deck('shipped'), '--stock', 'a4,letter,a3,sra3,shop,drivethru-poker', '--no-site'),
  ],
  ['shipped deck → a4, letter, shop, catalog', () => fresh(deck('shipped'))],
  ['142 cards → catalog and a4', () => fresh(deck(142), '--stock', 'a4')],
  ['100 cards → a4', () => fresh(deck(100), '--stock', 'a4', '--no-site')],
  ['1,000 cards → a4', () => fresh(deck(1000), '--stock', 'a4', '--no-site')],
  ['peer: Chromium, 200 plain cards, one side', () => timed(chromium)],
  ['peer: naive react-pdf, 200 plain cards, one side', () => timed(naiveReactPdf)],
];

console.log(`Median of ${RUNS} runs on ${availableParallelism()} processors, Node ${process.version}`);
console.log('seconds     MB   ratio');
let unit = 0;
for (const [name, run] of rows.filter(([name]) => name.includes(WANTED))) {
  const { seconds, memory } = await median(run);
  if (unit === 0) unit = seconds;
  const columns = [
    seconds.toFixed(2).padStart(7),
    memory ? memory.toFixed(0).padStart(6) : '     –',
    (seconds / unit).toFixed(2).padStart(7),
  ];
  console.log(`${columns.join(' ')}   ${name}`);
}
const times = await saves(50);
const share = (part: number) => (times[Math.floor(part * times.length)] ?? 0).toFixed(0);
console.log(
  `prepdeck dev, 50 saves of one card, from the save to both pictures: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms`,
);
await rm(temporary, { recursive: true });
