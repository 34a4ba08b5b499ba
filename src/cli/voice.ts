import { isAccepted, type Problem } from '../model/problem.ts';
import { countText, problemText } from './report.ts';
import { visible } from './visible.ts';

/** How a command speaks; only the command line itself prints. */
export interface Voice {
  /** Data, to stdout. */
  data(text: string): void;
  /** Messages about the work, to stderr. */
  say(line: string): void;
  /** Says what is wrong, and how much was accepted. */
  report(problems: readonly Problem[]): void;
  /** The code that the process ends with, once nothing is left to do. */
  exit(code: number): void;
}

const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;

/** The voice of this process. */
export const voice: Voice = { data, say, report, exit };

/** A file or another program gets data unchanged; a terminal gets it with control characters written out. */
function data(text: string): void {
  process.stdout.write(process.stdout.isTTY ? visible(text) : text);
}

function say(line: string): void {
  process.stderr.write(`${visible(line)}\n`);
}

function report(problems: readonly Problem[]): void {
  const said = problems.filter((problem) => !isAccepted(problem));
  for (const problem of said) process.stderr.write(`${problemText(problem, { colour })}\n`);
  if (problems.length > 0) say(countText(problems));
}

function exit(code: number): void {
  process.exitCode = code;
}
