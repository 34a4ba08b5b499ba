import { lookUp } from '../../model/look-up.ts';

/** Starts what this page needs, if it is among `pages`, and shows it when it is filled. */
export async function startPage(pages: Readonly<Record<string, () => void | Promise<void>>>): Promise<void> {
  const start = lookUp(pages, document.body.dataset.page ?? '');
  if (!start) return;
  await start();
  document.body.dataset.ready = '';
}
