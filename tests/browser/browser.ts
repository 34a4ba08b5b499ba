import { spawnSync } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, type ConsoleMessage, chromium } from 'playwright-core';
import { unpackTar } from './tar.ts';

/** Names under which systems install Chromium. */
const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** For tests that are not about work without a network: each visitor's worker would fetch the whole site once more. */
export const NO_WORKER = { serviceWorkers: 'block' } as const;

/** Whether a page complains on its console; not that it has no worker. */
export function isComplaint(said: ConsoleMessage): boolean {
  return ['error', 'warning'].includes(said.type()) && !said.text().includes('registration blocked by Playwright');
}

/**
 * The Chromium of the npm package where it runs, so that the tests have the same browser everywhere, on a machine that has nothing but
 * Node and npm too; it is also half as heavy as the one that people use. Elsewhere the system's. PREPDECK_CHROMIUM is the path of another.
 */
export async function openBrowser(): Promise<Browser> {
  const wanted = process.env.PREPDECK_CHROMIUM ?? '';
  const isPacked = process.platform === 'linux' && process.arch === 'x64';
  const found = wanted || (isPacked ? undefined : systemBrowser());
  if (found) return await openInstalled(found);
  const dir = await unpacked();
  const libraries = [path.join(dir, 'al2023', 'lib'), dir, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: path.join(dir, 'chromium'),
    // Not --single-process, which the package advises for servers: there the first closed context ends the browser.
    args: ['--no-sandbox'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: dir },
  });
}

/** A Chromium that is installed. */
export async function openInstalled(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** The path of the Chromium that people use on this machine; undefined where none is installed. */
export function systemBrowser(): string | undefined {
  const found = SYSTEM.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim());
  return found.find(Boolean);
}

/** The npm package's browser, unpacked once for each version into the folder of temporary files. */
async function unpacked(): Promise<string> {
  const root = path.resolve('node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const dir = path.join(os.tmpdir(), `prepdeck-chromium-${version}`);
  if (await exists(path.join(dir, 'chromium'))) return dir;
  const making = `${dir}.${process.pid}`;
  await mkdir(making, { recursive: true });
  const parts = { chromium: 'chromium', al2023: 'al2023', fonts: '.' };
  for (const [name, place] of Object.entries(parts)) await unpack(root, name, path.join(making, place));
  // The package's own list names folders of a server; a Chromium without any font crashes on the first page.
  const list = `<fontconfig><dir>${dir}/fonts</dir><cachedir>${dir}/cache</cachedir></fontconfig>`;
  await writeFile(path.join(making, 'fonts.conf'), list);
  // Two test files may unpack at once: the first to finish wins, its folder is whole.
  await rename(making, dir).catch(() => rm(making, { recursive: true, force: true }));
  return dir;
}

async function unpack(root: string, name: string, place: string): Promise<void> {
  const whole = path.join(root, 'bin', `${name}.br`);
  if (await exists(whole)) return writeFile(place, brotliDecompressSync(await readFile(whole)), { mode: 0o755 });
  const tar = path.join(root, 'bin', `${name}.tar.br`);
  await unpackTar(brotliDecompressSync(await readFile(tar)), place);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
