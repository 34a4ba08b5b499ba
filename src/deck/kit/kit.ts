import type { Board, Kit, Worksheet } from '../../model/kit.ts';
import type { Report } from '../../read/files.ts';
import { type KitContext, readPage } from './read-page.ts';
import { isPage, type KitSource } from './stack-kit.ts';

/** Reads a text, or takes what was made of it where nothing that it is made from has changed. */
export type ReadOnce = <Made>(source: KitSource, make: (say: Report) => Made | undefined) => Made | undefined;

/** The boards and worksheets of a deck. Pages with mistakes are not among them. */
export function readKit(
  sources: readonly KitSource[],
  context: KitContext,
  once: ReadOnce,
): readonly (Board | Worksheet)[] {
  return sources.filter(isPage).flatMap((source) => once(source, (say) => readPage(source, context, say)) ?? []);
}

/** Pages by their kinds. */
export function kitOf(pages: readonly (Board | Worksheet)[]): Kit {
  return {
    boards: pages.filter((page): page is Board => page.kind === 'board'),
    worksheets: pages.filter((page): page is Worksheet => page.kind === 'worksheet'),
  };
}
