import { mergeFaces } from '../pdf/merge.ts';
import { facesOf, type Target } from './target.ts';

/** Where every face is, once, in the catalog: what it prints chosen cards from. No shop can use it, so it lies nowhere else. */
export const FACES_PATH = 'print/faces.pdf';

/** Every face once, a face a page, with its art beyond the trim. Made with the catalog, which prints from it. */
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
