import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser, openInstalled, systemBrowser } from '../../browser/browser.ts';
import { equalDeck } from '../equal-deck.ts';
import { lostIn, onPages, onSheets } from '../lost.ts';
import { type Bench, CHROMIUM, CHROMIUM_SHELL, type Row, TYPST } from '../rows.ts';
import { printHtml, writeHtml } from './html.ts';
import { reactPdf, writeReactPdf } from './react-pdf.ts';
import { installTypst, typst, writeTypst } from './typst.ts';

/** Other programs, and what counts the words that are lost in a PDF. */
export interface Peers {
  rows: readonly Row[];
  /** Of the sheets in a file. */
  lostOnSheets: (file: string) => ReturnType<NonNullable<Row['lost']>>;
}

/**
 * Other programs on the equal deck: the same words in the same sizes and fonts, glyphs and pictures, on the same sheets with the same marks.
 * Their input is written before they are measured.
 *
 * @param say is told what is left out, and why
 */
export async function openPeers({ place, dir }: Bench, say: (line: string) => void): Promise<Peers> {
  const equal = await equalDeck(place);
  const [html, typ, react] = ['html', 'typst', 'react-pdf'].map((name) => path.join(dir, name)) as [
    string,
    string,
    string,
  ];
  for (const one of [html, typ, react]) await mkdir(one, { recursive: true });
  await Promise.all([writeHtml(equal, html), writeTypst(equal, typ), writeReactPdf(equal, react)]);
  const lost =
    (folder: string, places = onSheets(equal)) =>
    () =>
      lostIn(path.join(folder, 'deck.pdf'), places, equal);
  const compiler = await installTypst();
  if (!compiler) say('Typst is left out: npm could not install it.');
  const typsts: Row[] = compiler ? [{ work: TYPST, run: () => typst(compiler, typ), lost: lost(typ) }] : [];
  const installed = systemBrowser();
  if (!installed) say('Chromium as people use it is left out: none is installed.');
  const people = installed ? [{ work: CHROMIUM, run: () => printHtml(html, () => openInstalled(installed)) }] : [];
  const browsers = [...people, { work: CHROMIUM_SHELL, run: () => printHtml(html, openBrowser) }];
  const rows: Row[] = [
    ...browsers.map((row) => ({ ...row, lost: lost(html) })),
    ...typsts,
    { work: 'react-pdf, naive', run: () => reactPdf(react), lost: lost(react, onPages(equal)) },
  ];
  return { rows, lostOnSheets: (file) => lostIn(file, onSheets(equal), equal) };
}
