import { type Goal, goalText, isMet } from './goals.ts';
import type { Summary } from './summary.ts';

/** A piece of work that was measured. */
export interface Line {
  work: string;
  took: Summary;
  goal?: Goal | undefined;
  /** What it lost, of how many words; left out where nothing is counted. */
  lost?: { words: number; of: number } | undefined;
}

const HEADS = ['Work', 'Median', 'Spread', 'CPU s', 'MB', 'Ratio', 'Goal', 'Met', 'Words lost'] as const;
/** Columns that are text, not numbers. */
const TEXTS = [0, 6, 7];

/** The table as cells. A ratio is that to the work which the goal names, else to the first line. */
export function cellsOf(lines: readonly Line[]): string[][] {
  const rows = lines.map((line) => {
    const { work, took, goal, lost } = line;
    const named = lines.find((one) => one.work === goal?.times?.of)?.took;
    const to = named ?? lines[0]?.took ?? took;
    const met = goal && isMet(goal, took, named);
    return [
      work,
      time(took.seconds),
      `${time(took.least)} – ${time(took.most)}`,
      took.cpu === undefined ? '–' : took.cpu.toFixed(2),
      took.memory === undefined ? '–' : took.memory.toFixed(0),
      (took.seconds / to.seconds).toFixed(2),
      goal ? goalText(goal) : '',
      met === undefined ? '' : met ? 'yes' : 'no',
      lost ? `${lost.words} of ${lost.of}` : '',
    ];
  });
  return [[...HEADS], ...rows];
}

/** For a terminal: numbers below each other. */
export function plainTable(cells: readonly (readonly string[])[]): string {
  const widths = HEADS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const pad = (text: string, at: number) =>
    TEXTS.includes(at) ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** For RESULTS.md. */
export function markdownTable(cells: readonly (readonly string[])[]): string {
  const [heads = [], ...rows] = cells;
  const rule = heads.map((_, at) => (TEXTS.includes(at) ? '---' : '---:'));
  return [heads, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** `6.31 s`, and milliseconds below one second. */
function time(seconds: number): string {
  return Math.abs(seconds) < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}
