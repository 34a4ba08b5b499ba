import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LEFT_OUT } from '../src/bundle.mjs';

// What package.json declares is what the engine and the layouts import, no more and no less.

const root = path.resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Packages that files of a folder import, types too, static and dynamic. */
function importedIn(dir: string): string[] {
  const files = readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|tsx|mjs|cjs)$/u.test(name),
  );
  const text = files.map((name) => readFileSync(path.join(root, dir, name), 'utf8')).join('\n');
  const found = text.matchAll(/^[^'\n]* from '([^'.][^']*)';$|\b(?:import|require|resolve)\('([^'.][^']*)'/gmu);
  return [...found].map((match) => match[1] ?? match[2] ?? '').filter((name) => !name.startsWith('node:'));
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Packages of types alone: `mdast` is that of `@types/mdast`. */
const TYPES = ['hast', 'mdast'];

test('every package that is imported is declared, and every one that is declared is imported', () => {
  const imported = [...importedIn('src'), ...importedIn('layouts')].map(packageOf);
  const used = [...new Set(imported)].filter((name) => !TYPES.includes(name));
  const declared = Object.keys(dependencies).filter((name) => !name.startsWith('@types/'));
  expect(used.sort()).toEqual(declared.sort());
});

test('types that the published ones are made of are installed with them', () => {
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['@types/hast', '@types/react']));
});

test('the renderer and the parts of it that are stood in for have exact versions', () => {
  const parts = Object.entries(dependencies).filter(([name]) => /^(@react-pdf\/|pdfkit$)/u.test(name));
  expect(parts.map(([name]) => name)).toContain('@react-pdf/renderer');
  expect(parts.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});

/** Packages of the lock file that are installed with ours. */
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { dev?: boolean; license?: string; integrity?: string; hasInstallScript?: boolean }>;
};
const installed = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);

test('SECURITY.md says of each package what it is for, and under which license', () => {
  const rows = readFileSync(path.join(root, 'SECURITY.md'), 'utf8').matchAll(/^\| `([^`]+)` \| (.+) \| ([^|]+) \|$/gmu);
  const said = [...rows].map(([, name = '', reason = '', license = '']) => ({ name, license, isSaid: reason !== '' }));
  const wanted = Object.keys(dependencies).map((name) => ({
    name,
    license: packages[`node_modules/${name}`]?.license ?? '',
    isSaid: true,
  }));
  expect(said).toEqual(wanted);
});

/** Licenses that allow use in any work, open or not. LGPL: libvips, a library beside sharp that may be replaced. */
const ALLOWED = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Python-2.0', '(MIT AND Zlib)'],
  ...['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
];
/** Its package.json names none; its LICENSE is MIT's. */
const UNNAMED = ['node_modules/png-js'];

test('every package that is installed with ours has a license that allows its use', () => {
  const odd = installed.filter(([, { license = '' }]) => !ALLOWED.includes(license)).map(([name]) => name);
  expect(odd).toEqual(UNNAMED);
  const lgpl = installed.filter(([, { license = '' }]) => license.includes('LGPL')).map(([name]) => name);
  expect(lgpl.filter((name) => !name.startsWith('node_modules/@img/sharp-'))).toEqual([]);
});

test('every package is held by its hash, and none needs a script to be installed', () => {
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual([]);
  // It only tries out the program that came in another package.
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
  expect(scripts).toEqual(['node_modules/esbuild']);
});

test('actions are named by the hash of a commit, here and in new decks', () => {
  const dirs = ['.github/workflows', 'src/templates/shared/dot-github/workflows'];
  const uses = dirs.flatMap((dir) =>
    readdirSync(path.join(root, dir)).flatMap((name) => {
      const text = readFileSync(path.join(root, dir, name), 'utf8');
      return [...text.matchAll(/uses: *(.*)$/gmu)].map((match) => match[1] ?? '');
    }),
  );
  expect(uses.length).toBeGreaterThan(5);
  expect(uses.filter((one) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(one))).toEqual([]);
});

test('a release has a list of all packages, and nothing that is installed runs a script', () => {
  const workflow = (name: string) => readFileSync(path.join(root, '.github/workflows', name), 'utf8');
  const publish = workflow('publish.yml');
  expect(publish).toContain('npm sbom --sbom-format cyclonedx --omit dev > sbom.json\n');
  expect(publish).toMatch(/gh release create .* sbom\.json\n/u);
  const installs = ['publish.yml', 'test.yml'].flatMap((name) => workflow(name).match(/npm (?:ci|install).*/gu) ?? []);
  expect(new Set(installs)).toEqual(new Set(['npm ci --ignore-scripts']));
});

/** Scripts of pages, which ask their own server for what is beside them: each page's policy allows no more. */
const PAGES = /^(catalog|dev)[/\\]client[/\\]/u;

test('nothing of ours asks the network', () => {
  const asks = ['src', 'layouts'].flatMap((dir) =>
    readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/u.test(name) && !PAGES.test(name))
      .filter((name) => {
        const text = readFileSync(path.join(root, dir, name), 'utf8');
        return /\bfetch\(|node:https|node:(net|dgram|tls|dns)\b|\b(https?|net)\.(get|request|connect)\(|XMLHttpRequest|sendBeacon|WebSocket/u.test(
          text,
        );
      })
      .map((name) => `${dir}/${name.split(path.sep).join('/')}`),
  );
  expect(asks).toEqual([]);
});

test('what is left out of packages is there: a newer one with other files would be compiled whole again', () => {
  const packages = path.join(root, 'node_modules');
  // Not what is kept there of decks: other tests write and remove it at the same time.
  const names = readdirSync(packages).filter((name) => !name.startsWith('.'));
  const files = names.flatMap((name) =>
    readdirSync(path.join(packages, name), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(packages, name, file),
    ),
  );
  for (const [file, instead] of LEFT_OUT) {
    const found = files.filter((name) => file.test(name));
    expect(found, String(file)).not.toEqual([]);
    if (typeof instead === 'string') continue;
    const texts = found.map((name) => readFileSync(name, 'utf8'));
    expect(
      texts.filter((text) => instead(text) === text),
      String(file),
    ).toEqual([]);
  }
});
