import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledEngine } from '../src/engine.mjs';
import { urlOf } from '../src/home.mjs';
import { blankDeck } from './fixtures/blank.ts';

// A thread that is ended anywhere can end the whole process: Node aborts if it is about to pack or unpack something just then. Each of
// these runs in a process of its own, as it would end that of the tests.

const fixtures = path.resolve(import.meta.dirname, 'fixtures/threads');
let dir = '';
let engine = '';
beforeAll(async () => {
  // A compiled engine's folder with threads of the tests: its own modules are as they are.
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-threads-'));
  engine = await compiledEngine();
  await module('src/engine.mjs', `export * from ${JSON.stringify(urlOf(engine, 'src/engine.mjs'))};`);
});
afterAll(() => rm(dir, { recursive: true }));

/** Writes a module of the folder; `hold(ms)` is at work that must not be ended. */
async function module(name: string, code: string): Promise<void> {
  const held = JSON.stringify(path.join(fixtures, 'held.cjs'));
  const head = `import { writeSync } from 'node:fs';\nimport { createRequire } from 'node:module';\nconst hold = createRequire(import.meta.url)(${held});\n`;
  const file = path.join(dir, `${name.replaceAll('/', '-').replace(/\.\w+$/u, '')}.js`);
  await writeFile(file, `${head}const dir = ${JSON.stringify(dir)};\n${code}\n`);
}

/** How a process ends that runs this code, and what it says. */
async function run(code: string): Promise<{ code: number | string; said: string }> {
  const head = `import { endThread, endThreads, startThread } from ${JSON.stringify(urlOf(dir, 'src/engine.mjs'))};
    import { once } from 'node:events';
    const dir = ${JSON.stringify(dir)};\n`;
  const main = path.join(dir, 'main.mjs');
  await writeFile(main, head + code);
  return await new Promise((resolve) => {
    execFile(process.execPath, [main], (error, stdout, stderr) => {
      resolve({ code: error?.signal ?? error?.code ?? 0, said: stdout + (error ? stderr : '') });
    });
  });
}

test('a thread is ended only when it is done with what it is at, also while it is still being loaded', async () => {
  await module('src/held.ts', "hold(400); writeSync(1, 'done ');");
  const ending = "const thread = startThread('src/held.ts', {}, dir); await once(thread, 'online');";
  const wait = 'await new Promise((resolve) => setTimeout(resolve, 200));';
  expect(await run(`${ending} ${wait} await endThread(thread); console.log('ended', thread.threadId);`)).toEqual({
    code: 0,
    said: 'done ended -1\n',
  });
});

test('so are the threads that it has started', async () => {
  await module('src/inner.ts', "hold(400); writeSync(1, 'done ');");
  await module(
    'src/outer.ts',
    `const { startThread } = await import(${JSON.stringify(urlOf(engine, 'src/engine.mjs'))});
    const { parentPort } = await import('node:worker_threads');
    startThread('src/inner.ts', {}, dir).on('online', () => setTimeout(() => parentPort.postMessage('on'), 200));
    parentPort.on('message', () => {});`,
  );
  const code =
    "const thread = startThread('src/outer.ts', {}, dir); await once(thread, 'message'); await endThread(thread);";
  expect(await run(`${code} console.log('ended');`)).toEqual({ code: 0, said: 'done ended\n' });
});

test('one that is caught in a loop is ended all the same, and one that has ended is not waited for', async () => {
  await module('src/loop.ts', 'for (;;);');
  const code = "const thread = startThread('src/loop.ts', {}, dir); await once(thread, 'online');";
  expect(await run(`${code} await endThread(thread); await endThread(thread); console.log('ended');`)).toEqual({
    code: 0,
    said: 'ended\n',
  });
});

test('a command that is stopped while a thread is at such work ends as any other', async () => {
  const root = path.join(dir, 'deck-of-five');
  await blankDeck(root);
  const footer = `
    const { getBuiltinModule: builtin } = process;
    if (!builtin('node:worker_threads').isMainThread) {
      builtin('node:fs').writeSync(1, 'held');
      builtin('node:module').createRequire(${JSON.stringify(fixtures)})(${JSON.stringify(path.join(fixtures, 'held.cjs'))})(250);
    }
    export default () => null;\n`;
  await mkdir(path.join(root, 'layouts/slots'), { recursive: true });
  await writeFile(path.join(root, 'layouts/slots/footer.tsx'), footer);
  const command = [path.resolve('src/bin.mjs'), 'build', '--stock', 'a4', '--no-site'];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => child.kill('SIGINT'));
  expect(await once(child, 'exit')).toEqual([130, null]);
});

test('nothing of ours ends a thread anywhere', async () => {
  const src = path.resolve(import.meta.dirname, '../src');
  const names = (await readdir(src, { recursive: true })).filter((name) => /\.(ts|mjs)$/u.test(name));
  const codes = await Promise.all(names.map((name) => readFile(path.join(src, name), 'utf8')));
  expect(names.filter((_, at) => codes[at]?.includes('.terminate('))).toEqual(['engine.mjs']);
});
