import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';

// The engine starts wherever it was put, by whatever put it there.

const clone = path.resolve(import.meta.dirname, '../..');
/** Somebody who may not write where root installs: `nobody`. */
const NOBODY = 65_534;
let root = '';
let archive = '';

interface Ran {
  code: number;
  said: string;
}

/** Runs a program; what it says, and its exit code. */
function run(cwd: string, program: string, args: readonly string[], options: object = {}): Promise<Ran> {
  const env = {
    ...process.env,
    CI: '1',
    NO_COLOR: '1',
    NODE_ENV: 'production',
    ...('env' in options ? Object(options.env) : {}),
  };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, maxBuffer: 2 ** 26, ...options, env }, (cause, stdout, stderr) => {
      resolve({ code: cause ? Number(cause.code ?? 1) : 0, said: `${stdout}${stderr}` });
    });
  });
}

/** A small deck of the blank template. */
async function deck(name: string): Promise<string> {
  const dir = path.join(root, name);
  await init({ dir, template: 'blank', date: '2026-11-28' });
  return dir;
}

/** A deck with the packed package, put there by a package manager. */
async function installed(name: string, program: string, args: readonly string[], files: Record<string, string> = {}) {
  const dir = await deck(name);
  const manifest = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8')) as object;
  const wanted = { ...manifest, dependencies: { prepdeck: `file:${archive}` } };
  await writeFile(path.join(dir, 'package.json'), JSON.stringify(wanted));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(dir, file), text);
  expect(await run(dir, program, args)).toMatchObject({ code: 0 });
  return dir;
}

/** A checkout beside its packages, which are links. */
async function checkout(name: string): Promise<string> {
  const dir = path.join(root, name);
  for (const one of ['src', 'layouts', 'deck', 'package.json']) {
    await cp(path.join(clone, one), path.join(dir, one), { recursive: true });
  }
  await mkdir(path.join(dir, 'node_modules'));
  for (const one of await readdir(path.join(clone, 'node_modules'))) {
    if (!one.startsWith('.')) await symlink(path.join(clone, 'node_modules', one), path.join(dir, 'node_modules', one));
  }
  return dir;
}

const BUILD = ['build', '--stock', 'a4', '--no-site', '--quiet'];
const WORKS = { code: 0, said: '' };

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-install-'));
  await chmod(root, 0o755);
  const { code, said } = await run(clone, 'npm', ['pack', '--silent', '--pack-destination', root]);
  expect(code, said).toBe(0);
  archive = path.join(root, said.trim().split('\n').at(-1) ?? '');
});
afterAll(() => rm(root, { recursive: true }));

describe('a checkout', () => {
  test('copied, moved and reached through a link', async () => {
    const [first, own] = [await checkout('first'), await deck('of-checkout')];
    const bin = (dir: string) => [path.join(dir, 'src/bin.mjs'), ...BUILD];
    expect(await run(own, process.execPath, bin(first))).toEqual(WORKS);
    const copy = path.join(root, 'copy');
    await cp(first, copy, { recursive: true });
    await rm(first, { recursive: true });
    expect(await run(own, process.execPath, bin(copy))).toEqual(WORKS);
    const moved = path.join(root, 'moved');
    await rename(copy, moved);
    expect(await run(own, process.execPath, bin(moved))).toEqual(WORKS);
    await symlink(moved, path.join(root, 'link'));
    expect(await run(own, process.execPath, bin(path.join(root, 'link')))).toEqual(WORKS);
  });

  test('linked by npm', async () => {
    const [dir, own] = [await checkout('linked'), await deck('with-link')];
    const env = { npm_config_prefix: path.join(root, 'prefix') };
    expect(await run(dir, 'npm', ['link', '--ignore-scripts', '--no-audit', '--no-fund'], { env })).toMatchObject({
      code: 0,
    });
    expect(await run(own, 'npm', ['link', 'prepdeck', '--no-audit', '--no-fund'], { env })).toMatchObject({ code: 0 });
    expect(await run(own, path.join(own, 'node_modules/.bin/prepdeck'), BUILD)).toEqual(WORKS);
  });
});

describe('the package', () => {
  test('installed by npm, on every Node that it is for, and read-only', async () => {
    const dir = await installed('npm', 'npm', ['install', '--no-audit', '--no-fund']);
    const script = "import('prepdeck').then(async ({ check }) => console.log((await check({ site: false })).ok))";
    for (const version of ['20.19', '22', '24']) {
      const node = ['--yes', '-p', `node@${version}`, 'node'];
      expect(await run(dir, 'npx', [...node, 'node_modules/prepdeck/src/bin.mjs', ...BUILD]), version).toEqual(WORKS);
      expect(await run(dir, 'npx', [...node, '-e', script]), version).toMatchObject({ code: 0, said: 'true\n' });
    }
    if (process.getuid?.() !== 0) return;
    // Its caches can't be written either.
    const env = { HOME: '/nowhere', XDG_CACHE_HOME: '/nowhere' };
    const checking = [path.join(dir, 'node_modules/prepdeck/src/bin.mjs'), 'check', '--stock', 'a4', '--quiet'];
    expect(await run(dir, process.execPath, checking, { uid: NOBODY, gid: NOBODY, env })).toEqual(WORKS);
  });

  test('installed by pnpm', async () => {
    const dir = await installed('pnpm', 'npx', [
      '--yes',
      'pnpm@10',
      'install',
      '--no-frozen-lockfile',
      '--ignore-scripts',
    ]);
    expect(await run(dir, path.join(dir, 'node_modules/.bin/prepdeck'), BUILD)).toEqual(WORKS);
  });

  const yarn = ['--yes', '-p', '@yarnpkg/cli-dist@4', 'yarn'];
  const env = { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' };

  test('installed by yarn into node_modules', async () => {
    const dir = await installed('yarn', 'env', ['YARN_ENABLE_IMMUTABLE_INSTALLS=false', 'npx', ...yarn, 'install'], {
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '',
    });
    expect(await run(dir, path.join(dir, 'node_modules/.bin/prepdeck'), BUILD)).toEqual(WORKS);
  });

  test('is refused in a sentence under Plug’n’Play', async () => {
    const dir = await installed('pnp', 'env', ['YARN_ENABLE_IMMUTABLE_INSTALLS=false', 'npx', ...yarn, 'install'], {
      '.yarnrc.yml': 'nodeLinker: pnp\n',
      'yarn.lock': '',
    });
    const { code, said } = await run(dir, 'npx', [...yarn, 'prepdeck', ...BUILD], { env });
    expect(said).toContain(
      "prepdeck: it does not run with Yarn's Plug'n'Play: write `nodeLinker: node-modules` into .yarnrc.yml, then run yarn install",
    );
    expect(code).toBe(2);
  });
});
