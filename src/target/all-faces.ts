import { mergeFaces } from '../pdf/merge-faces.ts';
import { facesOf, type Target } from './target.ts';

/** Every face once, inside `site/`: the pages from which the catalog prints chosen cards. It is no file for a print shop. */
export const FACES_PATH = 'print/faces.pdf';

/** Every face once, one a page, with its bleed. Made only with the catalog, which prints hands from it. */
export const facesTarget: Target = async function faces(job) {
  if (!job.site) return [];
  const { deck } = job;
  const bytes = await mergeFaces(facesOf(job, deck.format), {
    title: `${deck.name} ${deck.version}, all faces`,
    date: deck.date,
    lang: deck.lang,
  });
  return [{ path: `site/${FACES_PATH}`, bytes }];
};
