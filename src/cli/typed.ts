import path from 'node:path';

/** A name as it is typed after a command: in quotation marks where it has a space or a sign in it. */
export function asTyped(name: string): string {
  return /^[\w./-]+$/u.test(name) ? name : `"${name}"`;
}

/** A file as its user would type it: from the folder that the command was called in. */
export function fromHere(file: string): string {
  return path.relative(process.cwd(), file);
}
