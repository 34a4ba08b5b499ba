import { siteLooks } from '../looks/page-layouts.ts';
import { artPath } from '../model/catalog.ts';
import type { Output } from '../model/output.ts';
import { rules, wordedScripts } from './bundle.ts';
import { catalogOf } from './catalog.ts';
import { dataScripts } from './data.ts';
import { exportsOf } from './exports.ts';
import type { SiteInput } from './input.ts';
import { pagesOf } from './pages.tsx';
import { fontFiles, styleSheet } from './styles.ts';
import { workerScript } from './worker-script.ts';

/**
 * The catalog: every page, script, font and data file of the site, with paths that begin `site/`.
 * Card pictures and print files are named by the pages and written by the caller.
 *
 * @throws UsageError for a shell that leaves the page out
 */
export async function buildSite(input: SiteInput): Promise<Output[]> {
  const { deck, format } = input;
  const catalog = catalogOf(input);
  const ruled = `${await rules(deck)}${input.looks.shell?.rules ?? ''}`;
  const style: Output = { path: 'site/style.css', bytes: Buffer.from(styleSheet(deck.theme, format, ruled)) };
  const { worker, ...pageScripts } = await wordedScripts(deck.words);
  // Fonts are packed by other threads, while this one writes the pages.
  const fonts = fontFiles(deck.theme);
  const pages = pagesOf(catalog, await siteLooks(input.looks));
  const art = Object.values(deck.pictures).map((one) => ({ path: `site/${artPath(one)}`, bytes: one.data }));
  const outputs = [
    ...pages,
    style,
    ...(await fonts),
    ...Object.entries(pageScripts)
      .filter(([name]) => (name !== 'compose' || deck.compose) && (name !== 'run' || deck.run))
      .filter(([name]) => name !== 'forms' || (deck.worksheets ?? []).length > 0)
      .map(([name, code]) => ({ path: `site/${name}.js`, bytes: Buffer.from(code) })),
    ...dataScripts(catalog, input),
    ...exportsOf(catalog),
    ...art,
  ];
  return [...outputs, workerScript(input, outputs, worker)];
}
