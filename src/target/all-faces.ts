import { mergeFaces } from '../pdf/merge.ts';
import { facesOf, type Target } from './target.ts';

/** Where every face is, once: what the catalog prints chosen cards from. */
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
  return [{ path: FACES_PATH, bytes }];
};
