// The engine as plain modules. This package is TypeScript; a loader that compiles it while it runs takes a second in each
// thread, most of it for finding and reading a thousand files. So it is compiled to a few files once, with the packages that
// it uses, and compiled again when one of the files that it was made from has changed. Layouts of other folders are too.
import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, rmSync, statSync, utimesSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import module, { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { enableCompileCache } = module;
const home = fileURLToPath(new URL('..', import.meta.url));
/** React's own checks cost a fifth of the drawing and are for those who write layouts: `NODE_ENV=development` asks for them. */
const mode = process.env.NODE_ENV === 'production' ? 'production' : 'development';

/** What a process or a thread can begin with. */
const STARTS = [
  'src/cli/cli.ts',
  'src/face/worker.ts',
  'src/raster/painter.ts',
  'src/dev/thread.ts',
  'src/dev/catalog-thread.ts',
];
/** Found by their names while the engine runs. */
const LAYOUTS = ['layouts/elements.tsx', 'layouts/words/words.ts'];
/** Layouts of other folders use these as the engine has them: hooks work with one React only. */
const SHARED = ['react', 'react/jsx-runtime', '@react-pdf/renderer', 'zod'];
/** Packages with programs or data of their own beside their code: they stay where they are installed. */
const APART = /^(sharp|esbuild|@hyzyla\/pdfium)$/;
/** Modules that look for files beside themselves: ours, and the renderer's writer of PDFs, which has fonts there. */
const LOOKING = /[\\/](src[\\/].*\.(ts|mjs)|pdfkit[\\/]js[\\/]pdfkit\.node\.mjs)$/;

/** What the renderer and fontkit import, and what they are given in its place. */
const QUICK = {
  pdfkit: 'pdfkit.ts',
  '@react-pdf/textkit': 'textkit.ts',
  '@react-pdf/fns': 'fns.ts',
  '@react-pdf/stylesheet': 'stylesheet.ts',
  'tiny-inflate': 'tiny-inflate.cjs',
};
const USERS = /[\\/](@react-pdf[\\/](renderer|layout)|unicode-trie)[\\/]/;

/** How modules for Node are compiled. */
const FOR_NODE = {
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: mode === 'development',
  minifyWhitespace: mode === 'production',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  banner: {
    js: `import { createRequire as $r } from 'node:module'; const require = $r(${JSON.stringify(import.meta.url)});`,
  },
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** What nobody has used for so long is removed. */
const KEPT_MS = 7 * DAY_MS;

/**
 * Runs a module of the engine in this thread.
 *
 * @param {string} name e.g. `src/cli/cli.ts`
 */
export async function start(name) {
  const dir = await engine();
  process.env.PREPDECK_ENGINE = dir;
  // From Node 22 on: what V8 makes of the modules is kept too.
  enableCompileCache?.(path.join(dir, 'v8'));
  await import(urlOf(dir, name));
}

/**
 * What to import a layout from: itself where TypeScript is understood (in tests), else what it was compiled to.
 *
 * @param {string} file absolute path of a file in `faces/` or `slots/` of a `layouts/` folder, or of one of LAYOUTS
 * @returns {Promise<string>} a URL
 */
export async function runnable(file) {
  const own = path.relative(home, file);
  const dir = process.env.PREPDECK_ENGINE;
  if (own.startsWith(`layouts${path.sep}`)) return dir === undefined ? pathToFileURL(file).href : urlOf(dir, own);
  const layouts = path.dirname(path.dirname(file));
  return urlOf(await folder(layouts, dir ?? (await engine())), path.relative(layouts, file));
}

/** The compiled engine's folder. */
async function engine() {
  const faces = readdirSync(path.join(home, 'layouts/faces')).map((name) => `layouts/faces/${name}`);
  const shared = SHARED.map((name) => ({ in: `shared:${name}`, out: `shared/${name}` }));
  const entries = [...STARTS, ...LAYOUTS, ...faces].map((name) => ({ in: name, out: outOf(name) }));
  return await compiled(await cacheFolder(), {
    name: `engine-${mode}`,
    root: home,
    entries: [...entries, ...shared],
    dirs: [path.join(home, 'layouts/faces')],
    plugins: [asInstalled(), withoutRenderer(), quick(), toShare()],
  });
}

/** Folders that are looked at in this thread just now, for the first of several of their files. */
const compiling = new Map();

/** The compiled folder of another `layouts/` folder. */
async function folder(layouts, dir) {
  const running = compiling.get(layouts) ?? compiledFolder(layouts, dir).finally(() => compiling.delete(layouts));
  compiling.set(layouts, running);
  return await running;
}

async function compiledFolder(layouts, dir) {
  const dirs = ['faces', 'slots'].map((name) => path.join(layouts, name));
  const names = dirs.flatMap((one) => filesIn(one)).filter((file) => file.endsWith('.tsx'));
  const entries = names.map((file) => ({ in: file, out: outOf(path.relative(layouts, file)) }));
  const wanted = {
    // Two folders of layouts may lie side by side.
    name: `layouts-${digest(layouts)}-${mode}`,
    root: path.dirname(layouts),
    entries,
    dirs,
    plugins: [sharing(dir)],
    settings: dir,
  };
  return await compiled(path.dirname(dir), wanted);
}

/**
 * A folder of modules, compiled where it is not there yet or one of the files that it was made from has changed.
 *
 * @param {string} cache absolute path of the folder that it is in
 * @param {object} wanted
 * @param {string} wanted.name of what is compiled; of each there is one for each root
 * @param {string} wanted.root absolute path of the folder that entries are named in
 * @param {readonly { in: string, out: string }[]} wanted.entries
 * @param {readonly string[]} wanted.dirs folders in which a new file is a new entry
 * @param {readonly import('esbuild').Plugin[]} [wanted.plugins]
 * @param {import('esbuild').BuildOptions} [wanted.how] left out: as modules for Node
 * @param {string} [wanted.settings] anything else that the result depends on
 * @returns {Promise<string>} its absolute path
 */
export async function compiled(cache, wanted) {
  const { root, dirs, settings = '' } = wanted;
  // `cp -r` of a checkout takes this cache along: the copy must not find in it what belongs to the original's folder.
  const name = `${wanted.name}-${digest(realpathSync(root))}`;
  const note = path.join(cache, `${name}.json`);
  const last = await readFile(note, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (last?.settings === settings && last.files.every(([file, stamp]) => stampOf(file) === stamp)) {
    const kept = path.join(cache, last.dir);
    if (isThere(kept)) {
      for (const one of [kept, note]) markUsed(one);
      return kept;
    }
  }
  const draft = await mkdtemp(path.join(cache, `${name}.`));
  const metafile = await bundle(wanted, draft).catch(async (cause) => {
    await rm(draft, { recursive: true });
    throw cause;
  });
  const inputs = Object.keys(metafile.inputs).map((file) => path.resolve(root, file));
  const files = [...inputs, ...dirs].map((file) => [file, stampOf(file)]);
  const dir = `${name}-${digest(JSON.stringify([settings, files]))}`;
  // Another process may have been faster; then its folder is as good.
  await rename(draft, path.join(cache, dir)).catch(() => rm(draft, { recursive: true }));
  // Named as the draft was: no other thread has the same.
  await writeFile(`${draft}.json`, JSON.stringify({ dir, settings, files }));
  await rename(`${draft}.json`, note);
  await sweep(cache, dir);
  return path.join(cache, dir);
}

/** Compiles and bundles entries into a folder; what it was made from. Throws with file, line and column where it can't be. */
async function bundle({ root, entries, plugins = [], how = FOR_NODE }, outdir) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir,
    bundle: true,
    metafile: true,
    // The settings are this package's own, not those of a folder that a layout lies in.
    tsconfigRaw: '{}',
    plugins: [...plugins],
    logLevel: 'silent',
    ...how,
  });
  await writeFile(path.join(outdir, 'package.json'), '{"type":"module"}\n');
  return metafile;
}

/** Removes what nobody has used for long, e.g. for layouts of folders that are gone, and what a killed process left half-made. */
async function sweep(cache, dir) {
  for (const other of await readdir(cache)) {
    const old = path.join(cache, other);
    const isOurs = /^(engine|layouts|scripts)[-.]/u.test(other) && other !== dir;
    if (isOurs && ageOf(old) > KEPT_MS) await rm(old, { recursive: true, force: true });
  }
}

/** Says by its date that a file or folder is used. Once a day is enough, and where it can't be written to nobody sweeps. */
function markUsed(one) {
  if (ageOf(one) < DAY_MS) return;
  try {
    utimesSync(one, new Date(), new Date());
  } catch {
    // It stays as old as it looks.
  }
}

/** How long ago it was made or last marked, in ms; 0 where there is none. */
function ageOf(one) {
  const stats = statSync(one, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : 0;
}

/** Where code is kept that is compiled for the running engine: beside it. */
export async function besideEngine() {
  const dir = process.env.PREPDECK_ENGINE;
  return dir === undefined ? await cacheFolder() : path.dirname(dir);
}

/** Where compiled code is kept: with the installed packages, else with the user's own caches (after `npm install -g` as root). */
async function cacheFolder() {
  const parent = path.dirname(home.replace(/[\\/]$/u, ''));
  const modules = path.basename(parent) === 'node_modules' ? parent : path.join(home, 'node_modules');
  const own = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  for (const dir of [path.join(modules, '.cache/prepdeck'), path.join(own, 'prepdeck')]) {
    if (await isWritable(dir)) return dir;
  }
  // Threads take their process's: it is compiled once.
  const temporary = process.env.PREPDECK_TEMPORARY ?? (await temporaryFolder());
  process.env.PREPDECK_TEMPORARY = temporary;
  return temporary;
}

/** A folder for this process alone, which goes with it. One whose process was killed goes with the next that needs one. */
async function temporaryFolder() {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^prepdeck-engine-(\d+)-/u.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) await rm(path.join(tmpdir(), name), { recursive: true }).catch(() => undefined);
  }
  const dir = await mkdtemp(path.join(tmpdir(), `prepdeck-engine-${process.pid}-`));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, and is somebody else's.
    return cause.code === 'EPERM';
  }
}

/** Whether a folder can be written to; it is made where there is none. */
async function isWritable(dir) {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Changes whenever a file does. npm gives every file that it installs one date: the time of the change on this disk counts. */
function stampOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.ctimeMs}` : '';
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function filesIn(dir) {
  return isThere(dir) ? readdirSync(dir).map((name) => path.join(dir, name)) : [];
}

function isThere(one) {
  return statSync(one, { throwIfNoEntry: false }) !== undefined;
}

function outOf(name) {
  return name.replace(/\.tsx?$/u, '');
}

function urlOf(dir, name) {
  return pathToFileURL(path.join(dir, `${outOf(name)}.js`)).href;
}

/** What a module finds beside its source is there still, and packages with programs of their own stay where they are. */
function asInstalled() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'as installed',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: APART }, ({ path: name }) => ({ path: pathToFileURL(resolve(name)).href, external: true }));
      onLoad({ filter: LOOKING }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const contents = source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
        return { contents, loader: file.endsWith('.mjs') ? 'js' : 'ts' };
      });
    },
  };
}

/**
 * To a layout of ours the renderer is the names of its primitives, `View` and so on. They have a package of their own, so that
 * the renderer itself is loaded where it draws, and not by whoever asks a layout for its fields.
 */
function withoutRenderer() {
  return {
    name: 'without renderer',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^@react-pdf\/renderer$/ }, ({ importer, resolveDir, kind }) =>
        importer.startsWith(path.join(home, 'layouts'))
          ? resolve('@react-pdf/primitives', { resolveDir, kind })
          : undefined,
      );
    },
  };
}

/**
 * The renderer gets a writer of PDFs and a setter of text that do less for the same result, and styles in which a box that must
 * not shrink does not. They are made for one version of what they stand in for: where npm installed the renderer with another,
 * it keeps that.
 */
function quick() {
  const isSame = (name, importer) => resolved(name, importer) === resolved(name, import.meta.url);
  return {
    name: 'quick',
    setup({ onResolve }) {
      onResolve(
        { filter: /^(pdfkit|@react-pdf\/(textkit|fns|stylesheet)|tiny-inflate)$/ },
        ({ path: name, importer }) =>
          USERS.test(importer) && isSame(name, importer)
            ? { path: path.join(home, 'src/face/quick', QUICK[name]) }
            : undefined,
      );
    },
  };
}

/** The file that a module gets for a package's name; undefined where there is none for it. */
function resolved(name, importer) {
  try {
    return createRequire(importer).resolve(name);
  } catch {
    return undefined;
  }
}

/** Modules that hand on a package with all its names, also where it is CommonJS, of which esbuild knows none. */
function toShare() {
  return {
    name: 'to share',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^shared:/ }, ({ path: name }) => ({
        path: name.slice('shared:'.length),
        namespace: 'shared',
      }));
      onLoad({ filter: /./, namespace: 'shared' }, async ({ path: name }) => {
        const names = name.startsWith('react') ? Object.keys(createRequire(import.meta.url)(name)) : [];
        const own = `import * as all from '${name}'; export const { ${names.join(', ')} } = all;`;
        return { contents: names.length > 0 ? own : `export * from '${name}';`, resolveDir: home };
      });
    },
  };
}

/** Layouts of another folder share what must be one; `prepdeck/…` is a file of this package. */
function sharing(dir) {
  return {
    name: 'sharing',
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`^(${SHARED.join('|')})$`) }, ({ path: name }) => ({
        path: urlOf(dir, `shared/${name}`),
        external: true,
      }));
      onResolve({ filter: /^prepdeck\// }, ({ path: name }) => ({
        path: path.join(home, name.slice('prepdeck/'.length)),
      }));
    },
  };
}
