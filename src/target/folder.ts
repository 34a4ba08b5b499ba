import type { Output } from '../model/output.ts';

/**
 * Where the outputs of a language go. The first has no folder. Of a further one `print/a4.pdf` is `de/print/a4.pdf`, and the
 * catalog is `site/de/`: it lies in the first language's, for that is the folder that is published, and links between the two
 * must hold there and here.
 */
export function inFolder(folder: string, outputs: readonly Output[]): Output[] {
  if (folder === '') return [...outputs];
  return outputs.flatMap(({ path, bytes }) => {
    if (path.startsWith('site/')) return { path: path.replace('site/', `site/${folder}/`), bytes };
    return /^(print|targets)\//u.test(path) ? { path: `${folder}/${path}`, bytes } : [];
  });
}
