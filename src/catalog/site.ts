import { type SiteLooks, siteLooks } from '../looks/page-layouts.ts';
import { artPath } from '../model/addresses.ts';
import type { Catalog } from '../model/catalog.ts';
import { handled } from '../model/handled.ts';
import { hasRecord } from '../model/kit.ts';
import type { Output } from '../model/output.ts';
import { rules, type Scripts, wordedScripts } from './bundle.ts';
import { catalogOf, shownFiles } from './catalog.ts';
import { dataScripts, pressScript } from './data.ts';
import { exportsOf } from './exports.ts';
import { hashedName } from './hashed.ts';
import type { SiteFiles, SiteInput } from './input.ts';
import { lastingName, withNames } from './lasting.ts';
import { pagesAhead, pagesNow } from './pages-kept.ts';
import { fontFiles, lettersOf, styleSheet } from './styles.ts';
import { workerScript } from './worker-script.ts';

/**
 * The catalog: every page, script, font and data file of the site, with paths that begin `site/`.
 * Card pictures and print files are named by the pages and written by the caller.
 *
 * @param input its files as far as they are known: pictures that are still being made have lasting names, other files are left out
 * @param made gives the files when all are made; meanwhile pages are written that show none of those left out
 * @throws UsageError for a shell that leaves the page out
 */
export async function buildSite(input: SiteInput, made = async (): Promise<SiteFiles> => input): Promise<Output[]> {
  const begun = await begin(input);
  return await finish(begun, { ...input, ...(await made()) });
}

/** A site of which all is made that can be before the files that it names. */
interface Begun {
  catalog: Catalog;
  looks: SiteLooks;
  /** The style sheet and scripts. */
  code: readonly Output[];
  /** Data for scripts, in which pictures may have lasting names. */
  data: readonly Output[];
  /** The deck's own pictures. */
  art: readonly Output[];
  fonts: Promise<Output[]>;
  /** Files for machines, in which pictures may have lasting names. */
  exports: readonly Output[];
  worker: string;
  /** Gives the pages, in which all files have lasting names; left out where each is to be written anew. */
  pages: ReturnType<typeof pagesAhead> | undefined;
}

async function begin(input: SiteInput): Promise<Begun> {
  const { deck, cache, isOurs } = input;
  const { worker, 'find-root': findRoot, ...scripts } = await wordedScripts(deck.words, deck.lang);
  // Fonts are packed by other threads, while this one writes the pages.
  const letters = lettersOf(deck);
  const fonts = handled(fontFiles(deck.theme, letters, cache));
  const bare = catalogOf(input);
  const looks = await siteLooks(input.looks);
  const code = [await styleOf(input, letters), ...scriptsFor(input, scripts)];
  const data = await dataScripts(bare, input);
  const art = Object.values(deck.pictures).map((one) => ({ path: `site/${artPath(one)}`, bytes: one.data }));
  const names = [...code, ...pressScript(input), ...data, ...art].map(nameOf);
  const catalog = { ...bare, findRoot, files: Object.fromEntries(names.map((name) => [name, lastingName(name)])) };
  const pages = cache && isOurs ? pagesAhead(catalog, looks, cache) : undefined;
  return { catalog, looks, code, data, art, fonts, exports: exportsOf(catalog), worker, pages };
}

async function finish(begun: Begun, input: SiteInput): Promise<Output[]> {
  const { looks, code, art, worker } = begun;
  const shown = shownFiles(input);
  const pictures = [...shown.pictures].map(
    ([key, { path }]) => [begun.catalog.pictures.get(key)?.path ?? path, path] as const,
  );
  const plain = [...code, ...pressScript(input), ...withNames(begun.data, pictures), ...art];
  const named = plain.map(({ path, bytes }) => ({ path: hashedName(path, bytes), bytes }));
  const files = Object.fromEntries(plain.map((file, at) => [nameOf(file), nameOf(named[at] ?? file)]));
  const catalog = { ...begun.catalog, ...shown, files };
  const names = [...pictures, ...Object.entries(files).map(([name, path]) => [lastingName(name), path] as const)];
  const pages = begun.pages ? withNames(await begun.pages(shown), names) : pagesNow(catalog, looks);
  // In the order of an upload: what pages need, then pages; the worker, which tells browsers of the new edition, is last.
  const outputs = [...named, ...(await begun.fonts), ...withNames(begun.exports, names), ...pages];
  return [...outputs, workerScript(input, outputs, { source: worker, files })];
}

/** Scripts for what the deck has. */
function scriptsFor({ deck }: SiteInput, scripts: Omit<Scripts, 'worker' | 'find-root'>): Output[] {
  return Object.entries(scripts)
    .filter(([name]) => (name !== 'compose' || deck.compose) && (name !== 'run' || deck.run))
    .filter(([name]) => name !== 'forms' || hasRecord(deck))
    .map(([name, text]) => ({ path: `site/${name}.js`, bytes: Buffer.from(text) }));
}

/** Its path inside the site's folder. */
function nameOf({ path }: Output): string {
  return path.slice('site/'.length);
}

async function styleOf({ deck, format, looks }: SiteInput, letters: string): Promise<Output> {
  const ruled = `${await rules(deck)}${looks.shell?.rules ?? ''}`;
  return { path: 'site/style.css', bytes: Buffer.from(styleSheet(deck.theme, format, ruled, letters)) };
}
