import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';
import { verify } from '../../src/command/verify.ts';
import { lookUp } from '../../src/model/look-up.ts';

// The same deck makes the same bytes wherever, whenever and by whomever it is built: print files, catalog and manifest.

const bin = path.resolve(import.meta.dirname, '../../src/bin.mjs');
let dir = '';
let wanted = '';

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-same-'));
  await init({ dir: path.join(dir, 'first'), template: 'blank', date: '2026-11-21' });
  wanted = await built('first', {});
});
afterAll(() => rm(dir, { recursive: true, force: true }));

interface Around {
  env?: Record<string, string>;
  /** What is run before Node, e.g. a shell that sets a umask. */
  before?: readonly string[];
  uid?: number;
}

/** Builds what is in a folder; the manifest, which has the hash of every file. */
async function built(name: string, { env = {}, before = [], uid }: Around): Promise<string> {
  const cwd = path.join(dir, name);
  const [program = '', ...args] = [
    ...before,
    ...(before.includes('node') ? [] : [process.execPath]),
    bin,
    'build',
    '--quiet',
  ];
  const said = await new Promise<string>((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, ...(uid !== undefined && { uid, gid: uid }) };
    execFile(program, args, options, (cause, stdout, stderr) =>
      resolve(`${cause ? cause.message : ''}${stdout}${stderr}`),
    );
  });
  expect(said, name).toBe('');
  const out = path.join(cwd, 'dist');
  expect((await verify(out)).ok, name).toBe(true);
  return await readFile(path.join(out, 'manifest.json'), 'utf8');
}

/** A new folder with the deck. */
async function copied(name: string): Promise<string> {
  await mkdir(path.join(dir, path.dirname(name)), { recursive: true });
  await cp(path.join(dir, 'first/deck'), path.join(dir, name, 'deck'), { recursive: true });
  return name;
}

const AROUND: Record<string, Around> = {
  'another folder, with a space, an accent and a comma': {},
  'another locale': { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
  'no locale': { env: { LC_ALL: 'C', LANG: '' } },
  'the other end of the world': { env: { TZ: 'Pacific/Kiritimati' } },
  'a umask that lets nobody in': { before: ['sh', '-c', 'umask 077; exec "$0" "$@"'] },
  ...(process.platform === 'linux' && { 'one core': { before: ['taskset', '-c', '0'] } }),
  'Node 20.19': { before: ['npx', '--yes', '-p', 'node@20.19', 'node'] },
  'Node 22': { before: ['npx', '--yes', '-p', 'node@22', 'node'] },
  'Node 24': { before: ['npx', '--yes', '-p', 'node@24', 'node'] },
};

test.each(Object.entries(AROUND))('%s', async (name, around) => {
  expect(await built(await copied(name.replace('another folder', 'Über, hier')), around)).toBe(wanted);
});

test('built again, with all of its caches', async () => {
  expect(await built('first', {})).toBe(wanted);
});

test('another user, who can write no cache', async () => {
  // Only root can become somebody else.
  if (process.getuid?.() !== 0) return;
  const name = await copied('nobody');
  const nobody = 65_534;
  await new Promise((resolve) => execFile('chown', ['-R', String(nobody), path.join(dir, name)], resolve));
  await new Promise((resolve) => execFile('chmod', ['755', dir], resolve));
  expect(await built(name, { uid: nobody, env: { HOME: '/nowhere', XDG_CACHE_HOME: '/nowhere' } })).toBe(wanted);
});

test('by turns with other versions of Node, in one folder with its caches', async () => {
  const list = path.join(dir, 'first/deck/cards/habits/friday-list.mdx');
  for (const [turn, name] of ['Node 24', '', 'Node 22', ''].entries()) {
    const text = await readFile(list, 'utf8');
    await writeFile(list, text.replace(/^title: .*$/mu, `title: Friday List ${turn}`));
    const warm = await built('first', lookUp(AROUND, name) ?? {});
    expect(warm, name).not.toBe(wanted);
    expect(await built(await copied(`turn ${turn}`), {}), name).toBe(warm);
  }
});
