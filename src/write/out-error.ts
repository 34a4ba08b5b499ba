import path from 'node:path';
import { error, type Problem } from '../model/problem.ts';
import { errorCode, isHeld } from './disk.ts';

/** Why the output folder can't be written to. `write` makes a Problem of it. */
export class OutError extends Error {
  override name = 'OutError';
  readonly rule: string;
  /** Absolute path of the file or folder that is in trouble. */
  readonly file: string;
  /** One sentence, for the path as it is shown. */
  readonly say: (shown: string) => string;
  /** What to do about it. */
  readonly note: string;

  constructor(rule: string, file: string, say: (shown: string) => string, note: string) {
    super(say(file));
    this.rule = rule;
    this.file = file;
    this.say = say;
    this.note = note;
  }
}

/** How every note ends. */
export const ELSEWHERE = 'choose another folder with --out.';

/** A file can't be replaced. Windows has one code for a file that is open and for one that may not be changed. */
export function held(file: string): OutError {
  return new OutError(
    'out/held',
    file,
    (shown) => `"${shown}" can’t be replaced: another program has it open, or it may not be changed.`,
    'Close it, e.g. in your PDF reader, and look at its permissions. Then build again.',
  );
}

/** A file or folder of others stands where an output goes. */
export function inTheWay(file: string): OutError {
  return new OutError(
    'out/in-the-way',
    file,
    (shown) => `"${shown}" is in the way: prepdeck did not make it, and does not replace it.`,
    `Move it, or ${ELSEWHERE}`,
  );
}

/** What an interrupted build was to do can't be read: nothing is removed, since some of the files of before may lie there alone. */
export function damagedJournal(file: string): OutError {
  const say = (shown: string) => `"${shown}" is damaged: it says which files of an interrupted build go where.`;
  const note =
    'Keep what you need of the files in "old" beside it. Then remove the folder that it is in, and build again.';
  return new OutError('out/journal', file, say, note);
}

/** Two outputs would be one file on some systems. */
export function sameName(file: string, other: string): OutError {
  const say = (shown: string) => `"${shown}" and "${path.basename(other)}" are one file on Windows and macOS.`;
  return new OutError('out/same-name', file, say, 'Rename in the deck what one of them is named after.');
}

/** Another process is writing to the folder. */
export function busy(out: string, pid: number): OutError {
  const note = 'Wait until it is over, and build again.';
  return new OutError('out/busy', out, (shown) => `Another build (process ${pid}) is writing to "${shown}".`, note);
}

/**
 * What went wrong while the output folder was written to, in one line.
 *
 * @throws the cause itself where it is no trouble with the disk, but our own bug
 */
export function troubleOf(cause: unknown, out: string, root: string): Problem {
  const { rule, file, say, note } = cause instanceof OutError ? cause : fromSystem(cause, out);
  const shown = shownIn(root, file);
  return error({ file: shown, rule, message: say(shown), note });
}

/** A path as it is shown: relative to the project's folder, with forward slashes. */
export function shownIn(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/') || '.';
}

function fromSystem(cause: unknown, out: string): OutError {
  const code = errorCode(cause) ?? '';
  if (!/^E[A-Z0-9]+$/u.test(code)) throw cause;
  const trouble = (rule: string, what: string, note: string) =>
    new OutError(rule, out, (shown) => `"${shown}" can’t be written: ${what}.`, note);
  if (/^(ENOSPC|EDQUOT|EFBIG)$/u.test(code)) {
    return trouble('out/full', 'the disk is full', `Make room there, or ${ELSEWHERE}`);
  }
  if (isHeld(cause) || code === 'EROFS') {
    const what = 'it is read-only, or belongs to somebody else';
    return trouble('out/read-only', what, `Change who may write there, or ${ELSEWHERE}`);
  }
  if (code === 'ENAMETOOLONG') {
    const note = 'Choose a folder with a shorter path with --out, or write less in --only.';
    return trouble('out/long-name', 'a path in it is too long for this disk', note);
  }
  const what = code === 'EXDEV' ? 'a folder in it is on another disk' : `the disk says ${code}`;
  return trouble('out/failed', what, `Look at that folder, or ${ELSEWHERE}`);
}
