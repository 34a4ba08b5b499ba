// Compiles the engine for the published package, into compiled/: `npm pack` and `npm publish` run it first. A checkout has no
// such folder: there the engine is compiled when it starts, and only files of a package without its source are trusted.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundle, engine } from '../src/bundle.mjs';
import { clientScripts } from '../src/catalog/bundle.ts';
import { pageScript } from '../src/dev/page.ts';
import { home } from '../src/home.mjs';

const out = path.join(home, 'compiled');
const inputs = new Set<string>();

await rm(out, { recursive: true, force: true });
for (const wanted of [engine(true), clientScripts(), pageScript()]) {
  const dir = path.join(out, wanted.name);
  await mkdir(dir, { recursive: true });
  for (const file of await bundle(wanted, dir)) inputs.add(file);
}
await writeFile(
  path.join(out, 'engine/package.json'),
  JSON.stringify({ type: 'module', version: await contentOf('engine') }),
);
await writeFile(path.join(out, 'LICENSES.txt'), await licences(inputs));
await promisify(execFile)(path.join(home, 'node_modules/.bin/tsc'), [
  '-p',
  path.join(home, 'scripts/tsconfig.types.json'),
]);

/** A name for what is in a compiled folder: what is kept between builds belongs to it. */
async function contentOf(name: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(path.join(out, name))).sort()) {
    hash.update(file).update(await readFile(path.join(out, name, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The licences of all packages that files are of. */
async function licences(files: Iterable<string>): Promise<string> {
  const dirs = new Set(
    [...files].flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(file)?.[0] ?? []),
  );
  const texts = await Promise.all([...dirs].sort().map(licenceOf));
  return `compiled/engine and compiled/scripts hold code of these packages.\n\n${texts.join('\n')}`;
}

async function licenceOf(dir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8')) as Record<string, string>;
  const files = (await readdir(dir)).filter((name) => /^(licen[cs]e|copying|notice)/iu.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(dir, name), 'utf8')));
  return [`---- ${manifest.name} ${manifest.version} (${manifest.license})`, ...texts].join('\n\n');
}
