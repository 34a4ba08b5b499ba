/** Paths of outputs: in folders of these names, or in such a folder of a language's. */
const OWN = /^(?:(?:print|site|schema|targets)|[a-z]{2,3}(?:-[A-Za-z0-9]+)*\/(?:print|site|targets))\//u;

/** Whether a path inside the output folder is one of those that a build writes. `..` and other detours are not. */
export function isOwnPath(file: string): boolean {
  return OWN.test(file) && !/[\\\0]|\/\.{0,2}(?:\/|$)/u.test(file);
}

/** The folders that a file lies in, the outermost first: `a/b/c` → `a`, `a/b`. */
export function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
