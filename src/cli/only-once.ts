import { createHash } from 'node:crypto';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Sources } from '../build.ts';
import { projectCache } from '../caches.ts';
import { verify } from '../command/verify.ts';
import { stampsOfLayouts } from '../layout-stamps.ts';
import type { Cache } from '../model/cache.ts';
import { accepted, error, hasErrors, type Problem, ruleOf, warning } from '../model/problem.ts';
import type { BuildRequest } from '../plan/options.ts';
import { stampsOf } from '../read/stamps.ts';
import { readManifest, type Written } from '../write/manifest.ts';

/** The result of `build` or `check`, as the command line prints it. */
export interface CommandResult {
  problems: readonly Problem[];
  /** The deck's version. */
  version?: string | undefined;
  /** All files in the output folder. */
  outputs: readonly Written[];
  /** What was made, as a sentence without its end: `The Test Kitchen 1.0.0: 279 cards`. Empty where errors stopped the work. */
  done: string;
  /** Where it is and how to print it. */
  lines: readonly string[];
}

/** What a command is asked for: plain data, every part of which may change the result. */
export interface Asked {
  root: string;
  /** The output folder of work that makes files. */
  out?: string;
  print?: Pick<BuildRequest['print'], 'profile'>;
}

/** A command's result, and what it was made from; undefined where errors stopped it. */
export interface Work {
  result: CommandResult;
  sources: Sources | undefined;
}

/** What is kept of a command that ended without errors. */
interface Kept {
  result: Omit<CommandResult, 'problems'> & { problems: readonly KeptProblem[] };
  sources: Sources;
  stamp: string;
}

type KeptProblem = Pick<Problem, 'file' | 'line' | 'column' | 'reason' | 'actual' | 'expected' | 'note' | 'fatal'> & {
  rule: string;
};

/** Dates of files are whole seconds on some disks, and pairs of seconds on FAT: a file may change again without another date. */
const COARSEST_DATE_MS = 2000;

/**
 * Does a command's work; or, where nothing has changed since it was last done, returns the result of then. Nothing means: no option, no
 * file of the deck and those that it extends, of their layouts and of this package, no package, and none of the files that were made.
 *
 * @param how.makesFiles left out for work that only checks
 * @param how.cache where results are kept; left out: in the project's cache
 */
export async function onlyOnce(
  options: Asked,
  work: () => Promise<Work>,
  how: { makesFiles?: boolean; cache?: Cache } = {},
): Promise<CommandResult & { again: boolean }> {
  const began = Date.now();
  const { makesFiles = false, cache = await projectCache(options) } = how;
  const settings = [
    makesFiles,
    options,
    process.cwd(),
    process.version,
    process.env.SOURCE_DATE_EPOCH,
    process.env.NODE_ENV,
  ];
  const key = ['said', JSON.stringify(settings)];
  const found = cache.find(key);
  const last = found && (deserialize(found) as Kept);
  const isSame = last && (await stampOf(last.sources)) === last.stamp;
  if (isSame && (!makesFiles || (await isStillThere(options.out ?? '', last.result.outputs)))) {
    return { ...last.result, problems: last.result.problems.map(problemOf), again: true };
  }
  const { result, sources } = await work();
  if (sources && !hasErrors(result.problems)) {
    const { profile } = options.print ?? {};
    const dirs = [...sources.dirs, ...packageLists(sources.dirs), ...(profile ? [profile] : [])];
    const all = { ...sources, dirs };
    const stamp = await stampOf(all);
    // What was changed while the work was done, or just before, may have been read half.
    if (stamp !== undefined && stampsOf(dirs).newest < began - COARSEST_DATE_MS) {
      const kept: Kept = { result: { ...result, problems: result.problems.map(plain) }, sources: all, stamp };
      await cache.keep(key, serialize(kept));
    }
  }
  return { ...result, again: false };
}

/** The files beside folders that tell which packages are installed for them: package managers write one of these at each install. */
function packageLists(sources: readonly string[]): string[] {
  const names = [
    'package.json',
    'node_modules/.package-lock.json',
    'node_modules/.modules.yaml',
    'node_modules/.yarn-state.yml',
  ];
  return [...new Set(sources.map((dir) => path.dirname(dir)))].flatMap((dir) =>
    names.map((name) => path.join(dir, name)),
  );
}

/** Changes with each change to the sources; undefined where a layout can't be compiled any more. */
async function stampOf({ dirs, layouts }: Sources): Promise<string | undefined> {
  const code = await stampsOfLayouts(layouts).catch(() => undefined);
  return (
    code &&
    createHash('sha256')
      .update([stampsOf(dirs).text, ...code].join('\n'))
      .digest('hex')
  );
}

/** Whether an output folder has the files that were made, and its manifest lists these. */
async function isStillThere(out: string, outputs: readonly Written[]): Promise<boolean> {
  if (JSON.stringify(readManifest(out).outputs) !== JSON.stringify(outputs)) return false;
  const { missing, changed } = await verify(out);
  return missing.length === 0 && changed.length === 0;
}

function plain(problem: Problem): KeptProblem {
  const { file, line, column, reason, actual, expected, note, fatal } = problem;
  return { file, line, column, reason, actual, expected, note, fatal, rule: ruleOf(problem) };
}

function problemOf({ file, line, column, reason, actual, expected, note, fatal, rule }: KeptProblem): Problem {
  const place = line === undefined ? undefined : { line, column: column ?? 1 };
  const details = { file: file ?? '', place, rule, message: reason, got: actual, allowed: expected, note };
  if (fatal === undefined) return accepted(warning(details), note ?? '');
  return fatal ? error(details) : warning(details);
}
