// How the engine is compiled: by esbuild, with the packages that it uses, each module to a file of one folder.
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { home, outOf } from './home.mjs';

/** React's own checks cost a fifth of the drawing and are for those who write layouts: `NODE_ENV=development` asks for them. */
const isChecking = ['development', 'test'].includes(process.env.NODE_ENV ?? '');

/** Modules that a process or a thread begins with, and those that layouts and programs import from this package. */
const ENTRIES = [
  ...['src/cli/cli.ts', 'src/index.ts', 'src/library/layout.ts', 'src/library/target.ts'],
  ...['src/face/start.ts', 'src/raster/painter.ts', 'src/press/press-thread.ts'],
  ...['src/dev/studio-thread.ts', 'src/dev/catalog-thread.ts', 'src/engine.mjs'],
  // Imported by name while the engine runs.
  ...['layouts/elements.tsx', 'layouts/parts/plain.tsx', 'layouts/words/words.ts'],
];

/**
 * Folders whose files are found by their names, by the module that has them all. Were each of them a module, Node would find and join
 * half as many more at each start, which takes a tenth of a build in which one card has changed.
 */
export const GATHERED = {
  'layouts/print': ['faces', 'boards', 'worksheets', 'guide'],
  'layouts/catalog': ['slots', 'site'],
};
const LOOKS = Object.values(GATHERED)
  .flat()
  .map((name) => `layouts/${name}`);

/** Layouts of other folders use these as the engine has them: hooks work with one React only. */
export const SHARED = {
  react: 'src/looks/shared/react.ts',
  'react/jsx-runtime': 'src/library/jsx-runtime.ts',
  'prepdeck/jsx-runtime': 'src/library/jsx-runtime.ts',
  '@react-pdf/renderer': 'src/looks/shared/renderer.mjs',
  zod: 'src/looks/shared/zod.ts',
  'prepdeck/layout': 'src/library/layout.ts',
  'prepdeck/target': 'src/library/target.ts',
};

/** Packages with programs or data of their own beside their code: they stay where they are installed. */
const APART = /^(sharp|esbuild|@hyzyla\/pdfium|fontverter|harfbuzzjs|subset-font)$/;

/** Packages that the renderer imports → the modules that it gets in their place. */
const STAND_INS = {
  pdfkit: 'pdfkit.ts',
  '@react-pdf/textkit': 'textkit.ts',
  '@react-pdf/stylesheet': 'stylesheet.ts',
};
const STOOD_IN_FOR = /^(pdfkit|@react-pdf\/(textkit|stylesheet))$/;
const USERS = /[\\/]@react-pdf[\\/](renderer|layout)[\\/]/;

/** The way to this package's folder, as a URL: from here, and from where the published package has its modules. */
const [HERE, PUBLISHED] = [`${pathToFileURL(home)}/`, '../../'];

/**
 * How to compile the engine: its entries, and the settings of esbuild.
 *
 * @param {boolean} [published] true for the published package, which is moved to where it is installed
 * @returns {import('./engine.d.mts').Wanted}
 */
export function engine(published = false) {
  const names = [...ENTRIES, ...Object.values(SHARED)].filter((name) => existsSync(path.join(home, name)));
  return {
    name: isChecking && !published ? 'engine-development' : 'engine',
    root: home,
    entries: [...new Set(names), ...Object.keys(GATHERED)],
    // With other versions of the packages that stay apart the same code makes something else: package.json names them all.
    dirs: [...LOOKS, 'package.json'].map((name) => path.join(home, name)),
    plugins: [apart(published), standIns(), leftOut(), gathered()],
    how: forNode(published ? PUBLISHED : HERE),
  };
}

/** Folders of the engine that our layouts import from, each file of them a module. */
export const BELOW = ['src/font', 'src/model'];

/**
 * How to compile what is below our layouts, for those that are compiled apart from the engine: with the packages that it uses it is most
 * of their code, and stays as it is while layouts are worked on.
 *
 * @param {import('esbuild').Plugin} sharing lets it share what the engine has
 * @returns {import('./engine.d.mts').Wanted}
 */
export function belowLayouts(sharing) {
  const modules = (folder) => readdirSync(path.join(home, folder)).filter((name) => name.endsWith('.ts'));
  return {
    name: 'engine-below-layouts',
    root: home,
    entries: BELOW.flatMap((folder) => modules(folder).map((name) => `${folder}/${name}`)),
    dirs: BELOW.map((folder) => path.join(home, folder)),
    plugins: [sharing, apart(false), leftOut()],
  };
}

/**
 * How to compile our own layouts apart from the engine, which has them as they were when it was compiled.
 *
 * @param {readonly import('esbuild').Plugin[]} sharing lets them share what the engine has, and what was compiled of what is below them
 * @returns {import('./engine.d.mts').Wanted}
 */
export function layoutsApart(sharing) {
  const folders = GATHERED['layouts/print'];
  const layouts = folders.flatMap(layoutsIn).map((name) => `layouts/${name}`);
  return {
    name: 'layouts',
    root: home,
    // And what is imported by name: while the engine runs, and by layouts of others.
    entries: [...layouts, ...ENTRIES.filter((name) => name.startsWith('layouts/')), SHARED['prepdeck/layout']],
    dirs: folders.map((name) => path.join(home, 'layouts', name)),
    plugins: [...sharing, apart(false), leftOut()],
  };
}

/**
 * Compiles entries into a folder. Throws what esbuild throws: `errors` with file, line and column.
 *
 * @param {import('./engine.d.mts').Wanted} wanted
 * @param {string} outdir absolute path
 * @returns {Promise<string[]>} the files that it was made from, absolute
 */
export async function bundle({ root, entries, plugins = [], how = forNode(HERE) }, outdir) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: name, out: outOf(name) })),
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
  const files = Object.keys(metafile.inputs).filter((file) => !file.startsWith(`${GENERATED}:`));
  return files.map((file) => path.resolve(root, file));
}

/**
 * How modules for Node are compiled.
 *
 * @param {string} from the way to this package's folder: HERE or PUBLISHED
 */
function forNode(from) {
  const checking = isChecking && from !== PUBLISHED;
  const mode = JSON.stringify(checking ? 'development' : 'production');
  return {
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    // Source maps, by which a layout's mistake is reported at its own line. Node does not read them.
    sourcemap: from === PUBLISHED ? false : 'external',
    sourcesContent: false,
    minifyWhitespace: !checking,
    // A module looks for files from `src/`, where its source is or was, and not from the folder that it was compiled into.
    define: { 'process.env.NODE_ENV': mode, 'import.meta.url': '$source' },
    banner: {
      js: [
        "import { createRequire as $r } from 'node:module';",
        "import { pathToFileURL as $url } from 'node:url';",
        "const require = $r(import.meta.url), $compiled = new URL('.', import.meta.url);",
        `const $source = new URL('src/engine.mjs', new URL(${JSON.stringify(from)}, import.meta.url)).href;`,
      ].join(' '),
    },
  };
}

/** Packages with files of their own stay where they are installed: for the published package that is not known yet. */
function apart(published) {
  const { resolve } = createRequire(import.meta.url);
  const installed = (name) => (published ? name : pathToFileURL(resolve(name)).href);
  return {
    name: 'apart',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: APART }, ({ path: name }) => ({ path: installed(name), external: true }));
      // The renderer's PDF writer reads fonts from its own folder.
      onLoad({ filter: /[\\/]pdfkit\.node\.mjs$/ }, async ({ path: file }) => {
        const place = published ? "$url(require.resolve('pdfkit')).href" : JSON.stringify(pathToFileURL(file).href);
        return { contents: (await readFile(file, 'utf8')).replaceAll('import.meta.url', place) };
      });
    },
  };
}

/**
 * The renderer gets a writer of PDFs that writes fewer operators for the same page, a setter of text that divides words where
 * `font/breaks.ts` says, and styles in which a box that must not shrink does not. Each is made for one version of the package that
 * it stands in for: where npm installed another version with the renderer, the renderer keeps it.
 */
function standIns() {
  const isSame = (name, importer) => resolved(name, importer) === resolved(name, import.meta.url);
  return {
    name: 'stand-ins',
    setup({ onResolve }) {
      onResolve({ filter: STOOD_IN_FOR }, ({ path: name, importer }) =>
        USERS.test(importer) && isSame(name, importer)
          ? { path: path.join(home, 'src/face/stand-ins', STAND_INS[name]) }
          : undefined,
      );
    },
  };
}

/** Where modules are that no file has. */
const GENERATED = 'generated';

/** Modules that hold all layouts of some folders: `modules` has each by its path in `layouts/`. */
function gathered() {
  return {
    name: 'gathered',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^layouts\/(print|catalog)$/ }, ({ path: name }) => ({ path: name, namespace: GENERATED }));
      onLoad({ filter: /./, namespace: GENERATED }, ({ path: name }) => ({
        contents: textOf(GATHERED[name].flatMap(layoutsIn)),
        resolveDir: path.join(home, 'layouts'),
      }));
    },
  };
}

function layoutsIn(folder) {
  const names = readdirSync(path.join(home, 'layouts', folder)).sort();
  return names.filter((name) => name.endsWith('.tsx')).map((name) => `${folder}/${name}`);
}

/** A module that has other ones by their names. */
function textOf(names) {
  const imports = names.map((name, at) => `import * as m${at} from ${JSON.stringify(`./${name}`)};`);
  const pairs = names.map((name, at) => `[${JSON.stringify(name)}, m${at}]`);
  return [...imports, `export const modules = new Map([${pairs.join()}]);`].join('\n');
}

/**
 * Packages bring with them what nobody here asks for. A megabyte less is read by each thread that begins: fontkit's Brotli, which Node has
 * itself; messages of zod in sixty languages; a reader of HTML, by which a PDF could be drawn from it; the YAML of gray-matter, which only
 * cuts front matter here. And they do much before anybody asks: tables of all characters are unpacked, by other means than Node's; ciphers
 * are made for PDFs that need a password; English is prepared to be divided. That took a fifth of the time in which a thread that draws
 * begins.
 */
export const LEFT_OUT = [
  [/[\\/]js-yaml[\\/]index\.js$/, "exports.safeLoad = exports.safeDump = () => { throw new Error('not this YAML'); };"],
  // Its starter of other programs, with all of Node that this loads: commands here are functions.
  [/[\\/]commander[\\/]lib[\\/]command\.js$/, (text) => text.replace("require('node:child_process')", '{}')],
  [/[\\/]brotli[\\/]decompress\.js$/, "export { brotliDecompressSync as default } from 'node:zlib';"],
  [
    /[\\/]tiny-inflate[\\/]index\.js$/,
    "const { inflateRawSync } = require('node:zlib'); module.exports = (packed) => new Uint8Array(inflateRawSync(packed));",
  ],
  [
    /[\\/]base64-js[\\/]index\.js$/,
    "export default { toByteArray: (text) => new Uint8Array(Buffer.from(text, 'base64')) };",
  ],
  [
    /[\\/]@noble[\\/]ciphers[\\/](esm[\\/])?aes\.js$/,
    "export const cbc = () => { throw new Error('no PDF is locked here') }; export const ecb = cbc;",
  ],
  [
    /[\\/]@react-pdf[\\/]hyphenate[\\/]lib[\\/]en-us\.js$/,
    `import patterns from 'hyphen/patterns/en-us.js'; import createHyphenator from './index.js'; let made;
    export const syllables = (word) => { made ??= createHyphenator(patterns); return made.syllables(word); };`,
  ],
  // Not left out but mended: places of accents that a font moves are in points already, and were made smaller once more. They stood beside
  // their letters.
  [
    /[\\/]@react-pdf[\\/]render[\\/]lib[\\/]index\.js$/,
    (text) => text.replace(/([xy])Offset: pos\.\1Offset,/gu, '$1Offset: pos.$1Offset * scale,'),
  ],
  // So, too, how far they are moved up: over a capital they stood in it.
  [
    /[\\/]@react-pdf[\\/]textkit[\\/]lib[\\/]textkit\.js$/,
    (text) => text.replace('run.positions[i].yOffset = yOffset;', 'run.positions[i].yOffset += yOffset;'),
  ],
  [/[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, "export { default as en } from './en.js';"],
  [
    /[\\/]node-html-better-parser[\\/].*\.js$/,
    "export const NodeType = {}; export const parse = () => { throw new Error('HTML is not read here'); };",
  ],
];

function leftOut() {
  return {
    name: 'left-out',
    setup({ onLoad }) {
      for (const [filter, instead] of LEFT_OUT) {
        onLoad({ filter }, async ({ path: file }) => ({
          contents: typeof instead === 'string' ? instead : instead(await readFile(file, 'utf8')),
        }));
      }
    },
  };
}

/** The file to which a package's name resolves for a module; undefined where the package is not installed. */
function resolved(name, importer) {
  try {
    return createRequire(importer).resolve(name);
  } catch {
    return undefined;
  }
}
