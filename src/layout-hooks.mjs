// How an organization's layouts are imported: from a folder anywhere, with or without a package.json. They get the package's own
// React, renderer and zod (with a second React hooks do not work), `prepdeck/…` is this package, and every .tsx is a module.

const home = new URL('..', import.meta.url).href;
const shared = /^(react|zod|@react-pdf\/renderer)(\/|$)/u;

/** A resolve hook of Node's (node:module, register). */
export async function resolve(specifier, context, next) {
  const outside = context.parentURL?.startsWith('file:') && !context.parentURL.startsWith(home);
  if (outside && specifier.startsWith('prepdeck/')) {
    return await next(new URL(specifier.slice('prepdeck/'.length), home).href, context);
  }
  const found = await next(specifier, outside && shared.test(specifier) ? { ...context, parentURL: import.meta.url } : context);
  return /\.tsx($|\?)/u.test(found.url) ? { ...found, format: 'module' } : found;
}
