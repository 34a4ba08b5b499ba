import { layoutDirs } from '../deck/chain/folders.ts';
import { loadDeck } from '../deck/deck.ts';
import { CALIBRATION_CHARACTERS, calibration } from '../impose/calibration.ts';
import { loadLooks } from '../looks/looks.ts';
import type { Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { UsageError } from '../model/usage.ts';
import { composePdf } from '../pdf/compose.ts';
import { slugFont } from '../pdf/slug-font.ts';
import type { BuildOptions } from '../plan/options.ts';
import { choose } from '../plan/print-options.ts';
import { layoutsDir, sourceDirs } from '../read/package.ts';
import { loadStocks } from '../stock/read-stocks.ts';
import { textFont } from '../target/print.ts';
import { readManifest } from '../write/manifest.ts';
import { write } from '../write/output.ts';
import { readied } from '../write/recover.ts';

/**
 * Writes `print/calibrate-<stock>.pdf`: a front and a back from which a user reads how far a printer shifts backs.
 * Cards with mistakes do not matter to it.
 *
 * @throws UsageError for stock that has no back of its own
 */
export async function calibrate(options: BuildOptions): Promise<{ problems: readonly Problem[]; files: string[] }> {
  const refused = await readied({ ...options, sources: await sourceDirs(options.deck) });
  if (refused) return { problems: [refused], files: [] };
  const { stocks: known, formats, problems } = await loadStocks(layoutsDir, options.root);
  const loaded = await loadDeck({
    dir: options.deck,
    root: options.root,
    looks: await loadLooks(...(await layoutDirs(options.deck))),
  });
  const { deck } = loaded;
  if (!deck) return { problems: [...problems, ...loaded.problems], files: [] };
  const named = choose(known, options.stocks.length > 0 ? options.stocks : deck.prints);
  const wrong = options.stocks.length > 0 ? named.find((stock) => !hasBack(stock)) : undefined;
  if (wrong) throw new UsageError(`${wrong.id} is not printed on both sides of a sheet: there is nothing to calibrate`);
  const stock = named.find(hasBack) ?? known.a4;
  const format = stock && formats[stock.format];
  if (!stock || !format) throw new UsageError('say for which paper: prepdeck calibrate --stock a4');

  const bytes = await composePdf({
    sheets: calibration(stock, options.print.flip ?? stock.flip),
    stock: { ...stock, back: { x: 0, y: 0, rotation: 0, bleed: 0 } },
    faces: { format, documents: [], pages: new Map() },
    font: slugFont(textFont(deck).data, CALIBRATION_CHARACTERS),
    title: `Calibration, ${stock.name}`,
    date: deck.date,
    lang: deck.lang,
  });
  const file = `print/calibrate-${stock.id}.pdf`;
  const { name, version, cards } = readManifest(options.out);
  const about =
    name === '' ? { name: deck.name, version: deck.version, cards: deck.cards.length } : { name, version, cards };
  const outputs = [{ path: file, bytes }];
  const manifest = await write({ ...options, outputs, deck: about, partial: true }, (problem) =>
    problems.push(problem),
  );
  return { problems, files: manifest ? [file] : [] };
}

function hasBack(stock: Stock): boolean {
  return !stock.page && !stock.fold;
}
