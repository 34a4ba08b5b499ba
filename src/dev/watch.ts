import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { stampIn } from '../read/stamps.ts';

/** Changes within this time are told as one batch. What a tool writes after that is gathered while the first is dealt with. */
const TOGETHER_MS = 3;

/** How long to wait for the text of a file that is empty: many editors empty a file before they write it. */
const EMPTIED_MS = 20;

/**
 * When to look at a saved file once more. Where an editor puts a new file in its place, the watcher needs some ms to notice that:
 * of two saves within 50 ms it would miss the second.
 */
const AGAIN_MS = [100, 1000];

/** How often to look whether a folder is still the same one: it may have been renamed, and put back. */
const LOOK_MS = 400;

/** How late a watcher may tell of a saved file. */
const LATE_MS = 1000;

/** Folders that are being watched. */
export interface Watch {
  close(): Promise<void>;
}

/** What to watch, and what to call. */
export interface WatchOptions {
  /** Absolute paths of folders; one may be missing for a while. */
  dirs: readonly string[];
  /** Files that were changed, added or removed, a batch at a time: while one is dealt with, the next is gathered. */
  onChange: (files: readonly string[]) => Promise<void>;
  /** Called with the reason where a folder can't be watched. */
  onError: (cause: Error) => void;
}

/** Watches folders. Resolves once every one is being watched. */
export async function watchFiles({ dirs, onChange, onError }: WatchOptions): Promise<Watch> {
  const changes = gathered(onChange);
  let watcher = await watched(dirs, changes.note, onError);
  let ids = dirs.map(idOf);
  let closed = false;
  let looking = Promise.resolve();

  /** A watcher follows the folder itself, not its name: it would not notice another folder that is put in its place. */
  async function look(): Promise<void> {
    const now = dirs.map(idOf);
    const others = dirs.filter((_, i) => now[i] !== ids[i]);
    if (closed || others.length === 0) return;
    ids = now;
    const since = Date.now() - LATE_MS;
    await watcher.close();
    watcher = await watched(dirs, changes.note, onError);
    others.forEach(changes.note);
    // What was saved in between no watcher has seen, nor what the first had not yet told.
    for (const dir of dirs) savedSince(dir, since).forEach(changes.note);
  }

  const timer = setInterval(() => {
    looking = looking.then(look).catch(onError);
  }, LOOK_MS).unref();
  return {
    async close() {
      closed = true;
      clearInterval(timer);
      changes.close();
      await looking;
      await watcher.close();
    },
  };
}

/** Gathers files and tells of them, a batch at a time. */
function gathered(onChange: WatchOptions['onChange']) {
  const changed = new Set<string>();
  const seen = new Map<string, string>();
  let busy = false;
  let closed = false;

  async function tell(): Promise<void> {
    if (busy) return;
    busy = true;
    while (changed.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
      if ([...changed].some(isEmpty)) await new Promise((resolve) => setTimeout(resolve, EMPTIED_MS));
      const files = [...changed];
      changed.clear();
      for (const file of files) seen.set(file, stampNow(file));
      await onChange(files);
      for (const ms of AGAIN_MS) setTimeout(() => files.forEach(note), ms).unref();
    }
    busy = false;
  }

  function note(file: string): void {
    if (closed || stampNow(file) === seen.get(file)) return;
    changed.add(file);
    void tell();
  }

  return {
    note,
    close() {
      closed = true;
    },
  };
}

async function watched(
  dirs: readonly string[],
  note: (file: string) => void,
  onError: WatchOptions['onError'],
): Promise<FSWatcher> {
  const ignored = (file: string) => !dirs.includes(file) && isIgnored(path.basename(file));
  const watcher = watch([...dirs], { ignoreInitial: true, ignored });
  watcher.on('all', (event, file) => {
    if (!event.endsWith('Dir')) note(file);
    // Of what was put into a new folder while the watcher began with it, it tells nothing: one file of some hundreds was missed.
    else if (event === 'addDir')
      for (const ms of AGAIN_MS) setTimeout(() => savedSince(file, 0).forEach(note), ms).unref();
  });
  // What the system tells, of a file or of what is in a folder: the watcher tells of a new file in an old one's place only after it has
  // looked at all others beside it.
  watcher.on('raw', (_, name: string | null, about) => {
    const { watchedPath = '' } = about as { watchedPath?: string };
    const file = name === null || path.basename(watchedPath) === name ? watchedPath : path.join(watchedPath, name);
    if (!ignored(file) && statOf(file)?.isFile()) note(file);
  });
  // Without a listener for errors, one folder that can't be read would end the process.
  watcher.on('error', (cause) => onError(cause instanceof Error ? cause : new Error(String(cause))));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

/** What editors leave beside a file while they save it: .name.swp, name~. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || name === 'node_modules';
}

/** The files below a folder that were changed or put there since a time, in ms; none where it is gone. */
function savedSince(dir: string, since: number): string[] {
  try {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    const seen = names.filter((name) => !name.split(path.sep).some(isIgnored)).map((name) => path.join(dir, name));
    return seen.filter((file) => {
      const stats = statOf(file);
      return stats?.isFile() && stats.ctimeMs >= since;
    });
  } catch {
    return [];
  }
}

function isEmpty(file: string): boolean {
  return statOf(file)?.size === 0;
}

/** Empty too where the disk refuses the file, as Windows does while it is being replaced: whoever reads it says so. */
function stampNow(file: string): string {
  const stats = statOf(file);
  return stats ? stampIn(stats) : '';
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The identity on the disk of the folder at a path; empty where there is none. */
function idOf(dir: string): string {
  const stats = statOf(dir);
  return stats ? `${stats.dev} ${stats.ino}` : '';
}
