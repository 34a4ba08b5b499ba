import type { Output } from '../model/output.ts';

/**
 * Where the outputs of a language go. The first language has no folder. For a further one `print/a4.pdf` is `de/print/a4.pdf`, and
 * its catalog is `site/de/`, inside the first language's: `site/` is the folder that is published, and links between the two
 * languages must work there as they do here.
 */
export function inFolder(folder: string, outputs: readonly Output[]): Output[] {
  if (folder === '') return [...outputs];
  return outputs.flatMap(({ path, bytes }) => {
    if (path.startsWith('site/')) return { path: path.replace('site/', `site/${folder}/`), bytes };
    return /^(print|targets)\//u.test(path) ? { path: `${folder}/${path}`, bytes } : [];
  });
}
