import type { Output } from '../model/output.ts';

/**
 * Where the outputs of a language go. The first language has no folder. For a further one `print/a4.pdf` is `de/print/a4.pdf`, and
 * its catalog is `site/de/`, inside the first language's: `site/` is the folder that is published, and links between the two
 * languages must work there as they do here.
 */
export function inFolder(folder: string, outputs: readonly Output[]): Output[] {
  if (folder === '') return [...outputs];
  return outputs.flatMap((output) => {
    const { path } = output;
    if (path.startsWith('site/')) return { ...output, path: path.replace('site/', `site/${folder}/`) };
    return /^(print|targets)\//u.test(path) ? { ...output, path: `${folder}/${path}` } : [];
  });
}
