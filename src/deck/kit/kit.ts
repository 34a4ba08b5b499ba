import type { Board, Kit, Worksheet } from '../../model/kit.ts';
import type { Report } from '../../read/files.ts';
import { type KitContext, readPage } from './read-page.ts';
import { isPage, type KitSource } from './stack-kit.ts';

/** Reads a text, or takes what was made of it where nothing that it is made from has changed. */
export type ReadOnce = <Made>(source: KitSource, make: (say: Report) => Made | undefined) => Made | undefined;

/** The boards and worksheets of a deck; nothing at all where it has none. Pages with mistakes are not in it. */
export function readKit(sources: readonly KitSource[], context: KitContext, once: ReadOnce): Kit {
  const own = sources.filter(isPage);
  if (own.length === 0) return {};
  const pages = own.flatMap((source) => once(source, (say) => readPage(source, context, say)) ?? []);
  return {
    boards: pages.filter((page): page is Board => page.kind === 'board'),
    worksheets: pages.filter((page): page is Worksheet => page.kind === 'worksheet'),
  };
}
