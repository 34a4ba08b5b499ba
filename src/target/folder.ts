import type { Output } from '../model.ts';

/**
 * Where the outputs of a further language go: `print/a4.pdf` is `de/print/a4.pdf`, and the catalog is `site/de/`. It lies in the
 * first language's, for that is the folder that is published, and links between the two must hold there and here.
 */
export function inFolder(lang: string, outputs: readonly Output[]): Output[] {
  return outputs.flatMap(({ path, bytes }) => {
    if (path.startsWith('site/')) return { path: path.replace('site/', `site/${lang}/`), bytes };
    return path.startsWith('print/') ? { path: `${lang}/${path}`, bytes } : [];
  });
}
