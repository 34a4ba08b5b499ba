import { openChain, sourceDirs } from '../deck/chain/chain.ts';
import { CALIBRATION_CHARACTERS, calibration, canCalibrate } from '../impose/calibration.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Output } from '../model/output.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { UsageError } from '../model/usage.ts';
import { composePdf } from '../pdf/compose.ts';
import { slugFontOf } from '../pdf/slug-font.ts';
import { choiceOf } from '../plan/chosen-stocks.ts';
import { openOffer } from '../plan/offer.ts';
import type { BuildRequest } from '../plan/options.ts';
import { hasTwoSides } from '../plan/print-options.ts';
import { textFont } from '../target/print.ts';
import { readManifest } from '../write/manifest.ts';
import { write } from '../write/output.ts';
import { readied } from '../write/recover.ts';

/**
 * Writes `print/calibrate-<stock>.pdf` for each stock that is asked for, else for the first sheet of deck.yaml: a front and a back
 * from which a user reads how far a printer shifts backs. Mistakes in cards do not stop it.
 *
 * @throws UsageError for a stock that is not printed on both sides of a sheet, e.g. one that is folded
 */
export async function calibrate(options: BuildRequest): Promise<{ problems: readonly Problem[]; files: string[] }> {
  const chain = await openChain({ dir: options.deck, root: options.root });
  const refused = await readied({ ...options, sources: sourceDirs(chain) });
  if (refused) return { problems: [refused], files: [] };
  const { offer, problems } = await openOffer(chain, ['pictures']);
  if (!offer) return { problems, files: [] };
  const { deck } = offer;
  const chosen = choiceOf(offer, options.stocks);
  problems.push(...chosen.problems);
  if (hasErrors(problems)) return { problems, files: [] };
  const stocks =
    options.stocks.length > 0 ? chosen.stocks : firstSheet([...chosen.stocks, ...Object.values(offer.stocks)]);
  const wrong = stocks.find((stock) => !hasTwoSides(stock)) ?? chosen.boxes[0];
  if (wrong && options.stocks.length > 0) {
    throw new UsageError(`${wrong.id} is not printed on both sides of a sheet: there is nothing to calibrate`);
  }
  const small = stocks.find((stock) => !canCalibrate(stock));
  if (small) {
    throw new UsageError(
      `${small.id} is too small for the test sheet. Calibrate a larger paper: what you read holds for every one`,
    );
  }
  const outputs: Output[] = [];
  for (const stock of stocks) outputs.push(await pairFor(stock, deck, offer.format, options));
  const written = await write({ ...options, outputs, deck: aboutOf(options.out, deck), partial: true }, (problem) =>
    problems.push(problem),
  );
  return { problems, files: written ? outputs.map((output) => output.path) : [] };
}

/** The sheet to calibrate where none is asked for. */
function firstSheet(stocks: readonly Stock[]): Stock[] {
  const first = stocks.find(hasTwoSides);
  return first ? [first] : [];
}

async function pairFor(stock: Stock, deck: Deck, format: Format, { print }: BuildRequest): Promise<Output> {
  const bytes = await composePdf({
    sheets: calibration(stock, print.flip ?? stock.flip),
    stock: { ...stock, back: { x: 0, y: 0, rotation: 0, bleed: 0 } },
    faces: { format, documents: [], pages: new Map() },
    font: slugFontOf(textFont(deck), CALIBRATION_CHARACTERS),
    title: `Calibration, ${stock.name}`,
    date: deck.date,
    lang: deck.lang,
  });
  return { path: `print/calibrate-${stock.id}.pdf`, bytes };
}

/** The manifest's lines about the deck: those of the last build, where there was one. */
function aboutOf(out: string, deck: Deck) {
  const { name, version, cards } = readManifest(out);
  if (name !== '') return { name, version, cards };
  return { name: deck.name, version: deck.version, cards: deck.cards.length };
}
