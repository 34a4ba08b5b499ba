import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildFailure } from 'esbuild';
import { error, type Problem } from '../model/problem.ts';

/** What a layout did wrong, and where. Plain data: a thread can send it. */
export interface Mistake {
  message: string;
  /** Absolute path of the layout's source. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
}

/** Layouts that can't be used: `mistakes` says where they are wrong. */
export class LayoutError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(
      mistakes.map((one) => `${shownFrom(process.cwd(), one)}:${one.line}:${one.column}  ${one.message}`).join('\n'),
    );
    this.name = 'LayoutError';
    this.mistakes = mistakes;
  }
}

/** A step of a stack: the file as a path or URL, line and column. */
const STEP = /(file:\/\/[^\s)]+|(?:\/|[A-Za-z]:\\)[^:)]+):(\d+):(\d+)\)?$/gmu;

/**
 * Where a layout is wrong, from the error that was thrown while it ran: the first step of its stack that is in a source in one of the
 * folders. Undefined where there is none: then the layouts are not to blame.
 *
 * @param layouts absolute paths of `layouts/` folders, the one that is to blame first
 */
export function mistakeIn(cause: unknown, layouts: readonly string[]): Mistake | undefined {
  if (!(cause instanceof Error)) return undefined;
  const steps = [...(cause.stack ?? '').matchAll(STEP)].flatMap(([, file = '', line, column]) => {
    const place = sourceOf(file.startsWith('file:') ? fileURLToPath(file) : file, Number(line), Number(column));
    return place ? [place] : [];
  });
  for (const dir of layouts) {
    const step = steps.find(({ file }) => file.startsWith(`${dir}${path.sep}`));
    if (step) return { message: cause.message, ...step };
  }
  return undefined;
}

/** Where a place in a compiled module is in its source; undefined where no map lies beside the module. */
function sourceOf(file: string, line: number, column: number): Omit<Mistake, 'message'> | undefined {
  let map: SourceMap;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return undefined;
  }
  const entry = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in entry)) return undefined;
  const { originalSource, originalLine, originalColumn } = entry;
  return { file: path.resolve(path.dirname(file), originalSource), line: originalLine + 1, column: originalColumn + 1 };
}

/** Where layouts can't be compiled, from the error of a compiler that ran in a folder; undefined where something else was thrown. */
export function mistakesIn(cause: unknown, dir: string): Mistake[] | undefined {
  const { errors }: Partial<BuildFailure> = cause instanceof Error ? cause : {};
  return errors?.map(({ text, location }) => ({
    message: text,
    file: path.join(dir, location?.file ?? ''),
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
  }));
}

/** What a LayoutError is about as problems; anything else is thrown on. */
export function layoutProblems(cause: unknown, root: string): Problem[] {
  if (!(cause instanceof LayoutError)) throw cause;
  return cause.mistakes.map((one) => layoutProblem(one, root));
}

/** A mistake as a problem: `layouts/faces/general.tsx:18:5  undefinedThing is not defined`. */
export function layoutProblem(mistake: Mistake, root: string, note?: string): Problem {
  const { message, line, column } = mistake;
  return error({ file: shownFrom(root, mistake), place: { line, column }, rule: 'layout/fails', message, note });
}

function shownFrom(root: string, { file }: Mistake): string {
  return path.relative(root, file).split(path.sep).join('/');
}
