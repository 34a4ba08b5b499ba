import { hashedName } from '../catalog/hashed.ts';
import { mergeFaces } from '../pdf/merge-faces.ts';
import { identify } from './identify.ts';
import { facesOf, type Target } from './target.ts';

/** Every face once, inside the site: the pages from which the catalog prints chosen cards. It is no file for a print shop. */
export const FACES_PATH = /^site\/(print\/faces\.[0-9a-f]+\.pdf)$/u;

/** Every face once, one a page, with its bleed. Made only with the catalog, which prints hands from it. */
export const facesTarget: Target = async function faces(job) {
  if (!job.site) return [];
  const { deck } = job;
  const about = { title: `${deck.name} ${deck.version}, all faces`, date: deck.date, lang: deck.lang, identify };
  const bytes = await mergeFaces(facesOf(job, deck.format), about, job.open);
  return [{ path: hashedName('site/print/faces.pdf', bytes), bytes }];
};
