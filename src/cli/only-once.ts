import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Sources } from '../build.ts';
import { projectCache } from '../caches.ts';
import type { Cache } from '../model/cache.ts';
import { accepted, error, hasErrors, type Problem, ruleOf, warning } from '../model/problem.ts';
import type { BuildRequest } from '../plan/options.ts';
import type { Stamps } from '../read/stamps.ts';
import { type Made, madeNow, madeStill } from '../write/made.ts';
import type { Written } from '../write/manifest.ts';
import { hashesOf, type SourcesThen, sourcesAfter, sourcesStill, stampsAt } from './sources-then.ts';

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
  /** Absolute path of the deck's folder. */
  deck: string;
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
  from: SourcesThen;
  /** The output folder as it was after that; undefined for work that makes no files. */
  made: Made | undefined;
}

type KeptProblem = Pick<Problem, 'file' | 'line' | 'column' | 'reason' | 'actual' | 'expected' | 'note' | 'fatal'> & {
  rule: string;
};

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
  const { makesFiles = false, cache = await projectCache(options) } = how;
  const { SOURCE_DATE_EPOCH, NODE_ENV } = process.env;
  const settings = [makesFiles, options, process.cwd(), process.version, SOURCE_DATE_EPOCH, NODE_ENV];
  const key = ['said', JSON.stringify(settings)];
  const found = cache.find(key);
  const last = found && (deserialize(found) as Kept);
  const began = Date.now();
  const seen = stampsAt(began, last?.from.sources.dirs ?? allOf(ownSources(options), options).dirs);
  const still = last && (await stillSame(last, seen, options));
  if (still) {
    const now = serialize(still);
    if (!now.equals(found)) await cache.keep(key, now);
    return { ...still.result, problems: still.result.problems.map(problemOf), again: true };
  }
  const before = hashesOf(seen);
  const { result, sources } = await work();
  if (sources && !hasErrors(result.problems)) {
    const from = await sourcesAfter(allOf(sources, options), began, before);
    const made = makesFiles ? madeNow(options.out ?? '', result.outputs) : undefined;
    const kept: Kept | undefined = from && { result: { ...result, problems: result.problems.map(plain) }, from, made };
    if (kept && (made || !makesFiles)) await cache.keep(key, serialize(kept));
  }
  return { ...result, again: false };
}

/** What was kept, where it is still true, with what was found out about files now. */
async function stillSame({ result, from, made }: Kept, seen: Stamps, { out = '' }: Asked): Promise<Kept | undefined> {
  const now = await sourcesStill(from, seen);
  if (!now || !made) return now && { result, from: now, made };
  const there = madeStill(out, result.outputs, made);
  return there && { result, from: now, made: there };
}

/** What most decks are made from: all that is known before one is read for the first time. */
function ownSources({ deck }: Asked): Sources {
  return { dirs: [deck, path.join(path.dirname(deck), 'layouts')], layouts: [] };
}

/** All that work depends on, packages and a press profile among it. */
function allOf({ dirs, layouts }: Sources, { print }: Asked): Sources {
  const { profile } = print ?? {};
  return { dirs: [...dirs, ...packageLists(dirs), ...(profile ? [profile] : [])], layouts };
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
