import { siteLooks } from '../looks/page-layouts.ts';
import { artPath } from '../model/addresses.ts';
import type { Output } from '../model/output.ts';
import { rules, wordedScripts } from './bundle.ts';
import { catalogOf } from './catalog.ts';
import { dataScripts } from './data.ts';
import { exportsOf } from './exports.ts';
import { hashedName } from './hashed.ts';
import type { SiteInput } from './input.ts';
import { pagesNow, pagesOnce } from './pages-kept.ts';
import { fontFiles, styleSheet } from './styles.ts';
import { workerScript } from './worker-script.ts';

/**
 * The catalog: every page, script, font and data file of the site, with paths that begin `site/`.
 * Card pictures and print files are named by the pages and written by the caller.
 *
 * @throws UsageError for a shell that leaves the page out
 */
export async function buildSite(input: SiteInput): Promise<Output[]> {
  const { deck } = input;
  const bare = catalogOf(input);
  const { worker, ...pageScripts } = await wordedScripts(deck.words);
  // Fonts are packed by other threads, while this one writes the pages.
  const fonts = fontFiles(deck.theme);
  const code = Object.entries(pageScripts)
    .filter(([name]) => (name !== 'compose' || deck.compose) && (name !== 'run' || deck.run))
    .filter(([name]) => name !== 'forms' || (deck.worksheets ?? []).length > 0);
  const named = [
    await styleOf(input),
    ...code.map(([name, text]) => ({ path: `site/${name}.js`, bytes: Buffer.from(text) })),
    ...(await dataScripts(bare, input)),
    ...Object.values(deck.pictures).map((one) => ({ path: `site/${artPath(one)}`, bytes: one.data })),
  ].map((file) => ({ plain: file.path.slice('site/'.length), ...file, path: hashedName(file.path, file.bytes) }));
  const files = Object.fromEntries(named.map(({ plain, path }) => [plain, path.slice('site/'.length)]));
  const catalog = { ...bare, files };
  const looks = await siteLooks(input.looks);
  const pages = input.cache && input.isOurs ? await pagesOnce(catalog, looks, input.cache) : pagesNow(catalog, looks);
  // In the order of an upload: what pages need, then pages; the worker, which tells browsers of the new edition, is last.
  const outputs = [
    ...named.map(({ path, bytes }) => ({ path, bytes })),
    ...(await fonts),
    ...exportsOf(catalog),
    ...pages,
  ];
  return [...outputs, workerScript(input, outputs, { source: worker, files })];
}

async function styleOf({ deck, format, looks }: SiteInput): Promise<Output> {
  const ruled = `${await rules(deck)}${looks.shell?.rules ?? ''}`;
  return { path: 'site/style.css', bytes: Buffer.from(styleSheet(deck.theme, format, ruled)) };
}
