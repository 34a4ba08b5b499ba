import path from 'node:path';
import type { ComponentType } from 'react';
import { home } from '../home.mjs';
import type { ShellProps } from '../model/catalog.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Pages } from '../model/pages.ts';
import { loaded, modulesOf } from './compile.ts';

/** The catalog's pages: what a `layouts/site/` may hold, each a file of that name. */
export const PAGES: readonly (keyof Pages)[] = [
  'home',
  'grid',
  'card',
  'shelf',
  'goal',
  'hand',
  'draw',
  'compose',
  'compare',
  'workshop',
  'print',
  'missing',
  'retired',
  'guide',
  'chapter',
  'day',
  'run',
  'kit',
  'board',
  'sheet',
  'record',
  'remote',
];

/** What the catalog is drawn with. */
export interface SiteLooks extends Pages {
  /** The frame around every page. */
  Frame: ComponentType<ShellProps>;
}

/**
 * The catalog's pages and its frame: those of prepdeck, and in their places those of an organization's own. Ours are loaded here,
 * where a catalog is made: a thread that draws faces does without them.
 */
export async function siteLooks({ pages, shell }: Looks): Promise<SiteLooks> {
  const layouts = path.join(home, 'layouts');
  const modules = await modulesOf(layouts);
  const component = async (name: string) => await loaded(modules, name, layouts);
  const ours = await Promise.all(PAGES.map(async (name) => [name, await component(`site/${name}.tsx`)] as const));
  const Frame: SiteLooks['Frame'] = shell?.Frame ?? ((await component('slots/shell.tsx')) as SiteLooks['Frame']);
  return { ...(Object.fromEntries(ours) as unknown as Pages), ...pages, Frame };
}
