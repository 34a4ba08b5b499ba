// How an organization's layouts are imported: from a folder anywhere, with or without a package.json and settings of its own.
// They are modules, get the package's own React, renderer and zod (hooks do not work with a second React), and import
// `prepdeck/…` from this package. tsx would compile them by the settings of the folder they lie in: JSX for another runtime.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const home = new URL('..', import.meta.url).href;
const shared = /^(react|zod|@react-pdf\/renderer)(\/|$)/u;

/** Whether a module is no part of this package or what is installed in it. */
function isOutside(url) {
  return url?.startsWith('file:') === true && !url.startsWith(home);
}

function isLayout(url) {
  return isOutside(url) && /\.tsx?($|\?)/u.test(url);
}

/** Hooks of Node's: see node:module, register. */
export async function resolve(specifier, context, next) {
  const found = isLayout(context.parentURL)
    ? await fromLayout(specifier, context, next)
    : await next(specifier, context);
  return isLayout(found.url) ? { ...found, format: 'module' } : found;
}

async function fromLayout(specifier, context, next) {
  if (specifier.startsWith('prepdeck/')) {
    return await next(new URL(specifier.slice('prepdeck/'.length), home).href, context);
  }
  return await next(specifier, shared.test(specifier) ? { ...context, parentURL: import.meta.url } : context);
}

export async function load(url, context, next) {
  if (!isLayout(url)) return await next(url, context);
  const { transform } = await import('esbuild');
  const file = fileURLToPath(new URL(url));
  const source = await readFile(file, 'utf8');
  const options = {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    sourcefile: file,
    sourcemap: 'inline',
  };
  const { code } = await transform(source, options);
  return { format: 'module', source: code, shortCircuit: true };
}
