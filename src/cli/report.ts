import path from 'node:path';
import { styleText } from 'node:util';
import type { BuildOutcome } from '../build.ts';
import { howMany } from '../model/how-many.ts';
import { hasErrors, isAccepted, isWarning, type Problem, ruleOf } from '../model/problem.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import type { CommandResult } from './only-once.ts';
import { visible } from './visible.ts';

/** Whether messages are printed in colour. */
export interface ReportStyle {
  colour: boolean;
}

/** A problem as people read it: `file:line:column error what is wrong rule`, then what is allowed, got and advised. */
export function problemText(problem: Problem, { colour }: ReportStyle): string {
  const paint = (style: 'red' | 'yellow' | 'dim', text: string) => (colour ? styleText(style, text) : text);
  const at = oneLine([problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':'));
  const kind = problem.fatal ? paint('red', 'error') : paint('yellow', 'warning');
  const rule = paint('dim', ruleOf(problem));
  const details = [
    problem.actual === undefined ? '' : `got: ${problem.actual}`,
    problem.expected === undefined ? '' : `allowed: ${problem.expected.join(', ')}`,
    problem.note ?? '',
  ].filter((line) => line !== '');
  const below = details.map((line) => visible(`    ${line.replaceAll('\n', '\n    ')}`));
  return [`${at}  ${kind}  ${oneLine(problem.reason)}  ${rule}`, ...below].join('\n');
}

/** A text of an author's may have lines that look like those of other problems. */
function oneLine(text: string): string {
  return visible(text.replaceAll(/\s*\n\s*/gu, ' '));
}

/** How many errors, warnings and accepted warnings there are, in words. */
export function countText(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.fatal).length;
  const warnings = problems.filter(isWarning).length;
  const accepted = problems.length - errors - warnings;
  return `${howMany(errors, 'error')}, ${howMany(warnings, 'warning')}${accepted > 0 ? `, ${accepted} accepted` : ''}`;
}

/** What `--json` prints: one object. */
export function json({ problems: found, version, outputs }: CommandResult, ms: number): string {
  const problems = found.map((problem) => ({
    file: problem.file,
    line: problem.line,
    column: problem.column,
    rule: ruleOf(problem),
    severity: problem.fatal ? 'error' : isAccepted(problem) ? 'accepted' : 'warning',
    message: problem.reason,
    actual: problem.actual,
    expected: problem.expected,
    note: problem.note,
  }));
  return JSON.stringify({
    version,
    ok: !hasErrors(found),
    problems,
    outputs,
    ms,
  });
}

/**
 * Matches a language's folder, or none; not `site/`, since the catalog holds copies of the print files, and not `targets/`, where an
 * organization's own output may be named `print`.
 */
const FOLDER = '(?!site/|targets/)(?:[A-Za-z0-9-]+/)?';

/** Says where the files of a build are, and how to print them. */
export function doneText(result: BuildOutcome, out: string): string[] {
  const show = (file: string) => path.join(path.relative(process.cwd(), out) || '.', file);
  const outputs = result.manifest?.outputs.filter((output) => result.made?.includes(output.path)) ?? [];
  const prints = result.stocks.flatMap((stock) => {
    const made = new RegExp(`^${FOLDER}print/${stock.id}(--[^/]*)?(\\.pdf$|/)`, 'u');
    const places = new Set(outputs.flatMap((output) => made.exec(output.path)?.[0] ?? []));
    return [...places].map((place) => {
      const how = howToPrint(stock, /--(fronts|backs)(--|\.)/u.test(place), place.endsWith('/'));
      const count = result.sheets?.get(place) ?? 0;
      return `  ${show(place)}  ${how}${sheetsText(count, stock)}${secondHandText(stock)}`;
    });
  });
  const boxes = result.boxes.flatMap((box) =>
    outputs
      .filter((output) => new RegExp(`^${FOLDER}print/${box.id}(--[^/]*)?\\.pdf$`, 'u').test(output.path))
      .map((output) => `  ${show(output.path)}  ${box.name}: ${howToCut(box)}`),
  );
  const sites = outputs
    .filter(({ path: file }) => /^site\/([a-z]{2,3}[A-Za-z0-9-]*\/)?index\.html$/u.test(file))
    .map(({ path: file }) => `  ${show(file)}  the catalog: open it in a browser`);
  const kit = KIT.flatMap((one) => kitText(one, outputs, show));
  return [...prints, ...boxes, ...kit, ...ownTexts(result, outputs, show), ...sites];
}

/** One line for each of an organization's own outputs, in each language's folder: its file, or the folder of its files. */
function ownTexts(
  { sheets }: BuildOutcome,
  outputs: readonly { path: string }[],
  show: (file: string) => string,
): string[] {
  const made = new RegExp(`^(?:targets|(?!print/)${FOLDER}targets)/([^/]+)/`, 'u');
  const folders = new Map(
    outputs.flatMap(({ path: file }) => {
      const [folder, name] = made.exec(file) ?? [];
      return folder === undefined || name === undefined ? [] : [[folder, name] as const];
    }),
  );
  return [...folders].map(([folder, name]) => {
    const files = outputs.flatMap(({ path: file }) => (file.startsWith(folder) ? [file] : []));
    const [first = folder, ...more] = files;
    const count = files.reduce((sum, file) => sum + (sheets?.get(file) ?? 0), 0);
    const all = more.length > 0 ? `: ${howMany(files.length, 'file')}` : '';
    const paper = count > 0 ? `; ${howMany(count, 'sheet')}` : '';
    return `  ${show(more.length > 0 ? folder : first)}  ${name}, of layouts/targets${all}${paper}`;
  });
}

/** The kit, which is many files: how they begin, one of them in a sentence, and what to do with them. */
const KIT = [
  {
    files: 'board-*.pdf',
    made: /print\/board-(?!.*--tiled-)/u,
    one: 'board',
    how: 'at their own size, and as tiles on A4 and Letter',
  },
  {
    files: 'worksheet-*.pdf',
    made: /print\/worksheet-(?!.*--letter\.)/u,
    one: 'worksheet',
    how: 'on A4 and Letter; print them, or type into them',
  },
  { files: 'guide*.pdf', made: /print\/guide\.pdf/u, one: 'guide', how: 'for whoever leads the workshop' },
];

/** One line for all files of a kind, in each language's folder. */
function kitText(
  { files, made, one, how }: (typeof KIT)[number],
  outputs: readonly { path: string }[],
  show: (file: string) => string,
): string[] {
  const found = outputs.filter(({ path: file }) => new RegExp(`^${FOLDER}${made.source}`, 'u').test(file));
  const folders = new Set(found.map(({ path: file }) => path.posix.dirname(file)));
  return [...folders].map((folder) => {
    const count = found.filter(({ path: file }) => path.posix.dirname(file) === folder).length;
    return `  ${show(`${folder}/${files}`)}  ${howMany(count, one)}: ${how}`;
  });
}

/** `; 31 sheets`; empty for files that are not printed on paper. */
function sheetsText(count: number, { page }: Stock): string {
  return count === 0 ? '' : `; ${howMany(count, page ? 'page' : 'sheet')}`;
}

/** `; second-hand figures of 2026-11: compare …`; empty where they are the maker's own, or nobody's. */
function secondHandText({ secondHand }: Stock): string {
  return secondHand ? `; second-hand figures, of ${secondHand.read}: compare them with the maker’s first` : '';
}

function howToCut({ kind }: BoxStock): string {
  return kind === 'dividers' ? 'print on one side, cut on CutContour' : 'cut on CutContour, fold on Crease';
}

function howToPrint(stock: Stock, oneSide: boolean, folder: boolean): string {
  if (folder && stock.registration) return `${stock.name}: what the plotter cuts, an SVG and a DXF of each sheet`;
  if (stock.pictures?.sheet) return `${stock.name}: put deck.json into the game’s folder Saves/Saved Objects`;
  if (stock.pictures?.whiteboard) return `${stock.name}: add a folder at a time; list.csv says what each of them is`;
  if (stock.pictures) return `${stock.name}: upload the pictures; order.csv says how many of each`;
  if (stock.press && !stock.page)
    return `${stock.name}: ${stock.press.conformance}, ${oneSide ? 'one side' : `both sides, turned on the ${stock.flip} edge`}${pilesText(stock)}`;
  if (stock.press) return `${stock.name}: ${stock.press.conformance}, one face a page`;
  if (stock.page) return `${stock.name}: for a print shop, one face a page`;
  if (stock.fold || oneSide) return `${stock.name}: print at Actual size, on one side of the paper${pilesText(stock)}`;
  return `${stock.name}: print at Actual size, on both sides, flip on ${stock.flip} edge${pilesText(stock)}`;
}

function pilesText({ stacks, slots }: Stock): string {
  if (!stacks || slots.length === 1) return '';
  const piles = 'lay pile 1 on 2, both on 3, and so on';
  if (stacks.lift === undefined) return `; cut the stack, ${piles}`;
  return `; cut ${howMany(stacks.lift, 'sheet')} at once, ${piles}, then the first lift on the second`;
}
