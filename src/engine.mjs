// The engine is TypeScript, and is compiled to plain modules together with the packages that it uses: to do so while it runs
// would take a second in each thread. In the published package that is done already, in `compiled/`; in a checkout the first
// command after a change does it. What is compiled belongs to the folder that it was made from, which is in its name, and to
// the files there, whose stamps are kept beside it: a copied, moved or linked checkout never runs another one's code.
import { existsSync, realpathSync, statSync, utimesSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.mjs';
import { home, urlOf } from './home.mjs';

/** The published package comes without the engine's source: what it has compiled can't be out of date. */
const isPublished = !existsSync(path.join(home, 'src/build.ts'));
/** The folder of the compiled engine that runs here; undefined where its source runs, in tests. */
export const engineDir = typeof $compiled === 'undefined' ? undefined : fileURLToPath($compiled);

/** Yarn's Plug'n'Play keeps packages in archives, and programs and fonts can't be started or read there. */
const NO_FOLDER =
  "it does not run with Yarn's Plug'n'Play: write `nodeLinker: node-modules` into .yarnrc.yml, then run yarn install";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Compiled folders that nobody has used for so long are removed. */
const KEPT_MS = 7 * DAY_MS;

/**
 * Runs a module of the engine in this thread and returns its exports.
 *
 * @param {string} name e.g. `src/cli/cli.ts`
 * @param {string} [dir] the compiled engine's folder, where it is known
 */
export async function start(name, dir) {
  if (process.versions.pnp) throw Object.assign(new Error(NO_FOLDER), { code: 'PLUG_N_PLAY' });
  const engine = dir || (await compiledEngine());
  // From Node 22 on, V8's compiled form of the modules is kept too.
  module.enableCompileCache?.(path.join(await cacheFolder(), `${path.basename(engine)}.v8`));
  return await import(urlOf(engine, name));
}

/** A thread that has not ended by itself after so long is in an endless loop, or at work that nobody waits for. */
const ENDING_MS = 2000;

/** The threads that this one has started, each with the line on which it is told to end. */
const running = new Map();

/**
 * A thread that runs a module of the engine: of the engine that runs here, even if its source has changed meanwhile.
 *
 * @param {string} [dir] another compiled engine's folder; '' for that of the source as it is now
 */
export function startThread(name, options, dir = engineDir ?? '') {
  // Loaded here: to load it takes longer than to print the help.
  const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads');
  const { port1: line, port2 } = new MessageChannel();
  const workerData = { ...options?.workerData, line: port2 };
  const given = { ...options, argv: [name, dir], workerData, transferList: [port2] };
  const worker = new Worker(path.join(home, 'src/thread.mjs'), given);
  running.set(worker, line);
  return worker.on('exit', () => running.delete(worker));
}

/**
 * Ends a thread between two steps of its work, and waits for that. To end it anywhere, as `terminate` does, ends the whole process where
 * the thread is just about to pack or unpack something (Node 20.20: "close before init"), and each does while it loads the renderer.
 * For a thread that has ended this does nothing.
 */
export async function endThread(worker, within = ENDING_MS) {
  const line = running.get(worker);
  if (!line) return;
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  line.postMessage('end');
  const late = setTimeout(() => worker.terminate(), within);
  await ended;
  clearTimeout(late);
}

/** Ends the threads that this one has started. Nobody hears of it: who waits for an answer of theirs must not start others. */
export async function endThreads(within) {
  const ending = [...running.keys()].map((worker) => {
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    return endThread(
      worker.on('error', () => undefined),
      within,
    );
  });
  await Promise.all(ending);
}

/** The compiled engine's folder. */
export async function compiledEngine() {
  if (engineDir) return engineDir;
  if (isPublished) return await compiled({ name: 'engine' });
  const { engine } = await import('./bundle.mjs');
  return await compiled(engine());
}

/**
 * A folder of modules, compiled where it is not there yet or one of the files that it was made from has changed.
 *
 * @param {import('./engine.d.mts').Wanted} wanted
 * @param {string} [folder] where it is kept; left out: where this package keeps what it compiles
 */
export async function compiled(wanted, folder) {
  const published = path.join(home, 'compiled', wanted.name);
  if (isPublished && existsSync(published)) return published;
  const { root, dirs, settings = '' } = wanted;
  const cache = folder ?? (await cacheFolder());
  // `cp -r` of a checkout takes this cache along: the copy must not find in it what belongs to the original's folder.
  const real = realpathSync(root);
  const name = `${wanted.name}-${shortened(real)}`;
  const note = path.join(cache, `${name}.json`);
  const last = await readFile(note, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (last?.root === real && last.settings === settings && areAsStamped(last.files) && areAsStamped(last.modules)) {
    return markUsed(path.join(cache, last.dir), note);
  }
  // One millisecond later, since a change within the current one would go unseen; the first file is read after that.
  const began = Date.now() + 1;
  const draft = await mkdtemp(path.join(cache, `${name}.`));
  const { bundle } = await import('./bundle.mjs');
  const inputs = await bundle(wanted, draft).catch(async (cause) => {
    await rm(draft, { recursive: true });
    throw cause;
  });
  const files = [...inputs, ...dirs].map((file) => [file, stampOf(file, began)]);
  const dir = `${name}-${digest(JSON.stringify([settings, files]))}`;
  const made = path.join(cache, dir);
  // One that was damaged has the same name.
  if (last?.dir === dir) await rename(made, `${draft}.old`).catch(() => undefined);
  // Another process may have been faster; then its folder is as good.
  await rename(draft, made).catch(() => rm(draft, { recursive: true }));
  await rm(`${draft}.old`, { recursive: true, force: true });
  // But for maps to the source, which a mistake alone is looked up in.
  const code = (await readdir(made)).filter((file) => !file.endsWith('.map'));
  const modules = code.map((file) => [path.join(made, file), stampOf(path.join(made, file))]);
  // Written under the draft's name, which no other thread has, and then renamed: nobody reads half a note.
  await writeFile(`${draft}.json`, JSON.stringify({ root: real, dir, settings, files, modules }));
  await rename(`${draft}.json`, note);
  await sweep(cache, dir);
  return path.join(cache, dir);
}

/** Whether files are those that were stamped: none changed, cut short by a full disk, or gone. The note of an earlier version has no such list. */
function areAsStamped(files) {
  return Array.isArray(files) && files.every(([file, stamp]) => stampOf(file) === stamp);
}

/** Removes what nobody has used for long, e.g. for layouts of folders that are gone, and what a killed process left half-made. */
async function sweep(cache, dir) {
  for (const other of await readdir(cache)) {
    const isOurs = /^(engine|layouts|scripts)[-.]/u.test(other) && !other.startsWith(dir);
    if (isOurs && ageOf(path.join(cache, other)) > KEPT_MS) await rm(path.join(cache, other), { recursive: true });
  }
}

/** Sets the dates of a folder and its note to now, so that they are not swept away; at most once a day. */
function markUsed(folder, note) {
  const now = new Date();
  try {
    for (const one of [folder, note]) if (ageOf(one) > DAY_MS) utimesSync(one, now, now);
  } catch {
    // A cache that can't be written to can't be swept either.
  }
  return folder;
}

function ageOf(one) {
  return Date.now() - (statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * A file's size and the time of its last change on this disk: another stamp, another file. Not its date: npm gives every file that it
 * installs the same one. A file that was changed while it was compiled gets a stamp that never fits, so that it is compiled again.
 */
function stampOf(file, began = Number.POSITIVE_INFINITY) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return '';
  return stats.ctimeMs < began ? `${stats.size} ${stats.ctimeMs}` : 'changed meanwhile';
}

function digest(text) {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Twelve digits for a text (FNV-1a, twice): every command needs them for one path, and to load cryptography takes longer than all else. */
function shortened(text) {
  const lane = (basis) =>
    [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), basis) >>> 0;
  return [0x811c9dc5, 0x9e3779b9].map((basis) => lane(basis).toString(16).padStart(8, '0').slice(2)).join('');
}
