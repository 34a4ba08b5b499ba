import { deflateSync } from 'node:zlib';
import { impose } from '../impose/impose.ts';
import { addMarks } from '../impose/marks.ts';
import { type SlugWords, slugCharacters } from '../impose/slug.ts';
import type { Deck } from '../model/deck.ts';
import { handled } from '../model/handled.ts';
import type { Output } from '../model/output.ts';
import { error } from '../model/problem.ts';
import type { MarkedSheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import type { Font } from '../model/theme.ts';
import { composePdf } from '../pdf/compose.ts';
import { fontsIn, lacking } from '../pdf/runs.ts';
import { type SlugFont, slugFontOf } from '../pdf/slug-font.ts';
import { openPress, type Press } from '../press/presses.ts';
import { identify } from './identify.ts';
import { pressed } from './inks.ts';
import { facesOf, type Job, type Made, named, type Target } from './target.ts';

/** Sheets and pages to print: one PDF for each stock; in inks, and marked as PDF/X, where the stock is for a press. */
export const printTarget: Target<Made> = async function print(job) {
  const stocks = job.stocks.filter((stock) => !stock.pictures);
  if (stocks.length === 0) return [];
  const font = fontOfSlugs(stocks, job);
  if (stocks.some(({ slug }) => slug)) reportUnset(font, job);
  const press = openPress();
  const begun = new Map<Stock, Promise<Output[]>[]>();
  try {
    // What a thread writes in inks is composed first: the others are composed meanwhile.
    const order = [...stocks.filter((stock) => stock.press), ...stocks.filter((stock) => !stock.press)];
    for (const { press: inks, format } of order) {
      if (inks) press.ready(facesOf(job, format).documents.reduce((sum, { length }) => sum + length, 0));
    }
    for (const stock of order) begun.set(stock, await printOn(stock, { ...job, press: press.press }, font));
    return stocks.flatMap((stock): Made[] => begun.get(stock) ?? []);
  } finally {
    void Promise.allSettled([...begun.values()].flat()).then(press.end);
  }
};

/** A job, and how its files are written in inks. */
type PrintJob = Job & { press: Press['press'] };

/** The path of a stock's PDF. */
export function printPath(stock: Stock, selection: string): string {
  return `print/${named(stock.id, selection)}.pdf`;
}

/** The sheets of a job on a stock, with their marks. */
function sheetsOf(job: Job, stock: Stock): MarkedSheet[] {
  const sheets = impose(job.cards, stock, { skip: job.skip, sides: job.sides });
  return addMarks(sheets, stock, slugWords(job));
}

/** The font of slugs, cut down to what the slugs of these stocks say. */
export function fontOfSlugs(stocks: readonly Stock[], job: Pick<Job, 'deck' | 'lowInk'>): SlugFont {
  const characters = slugCharacters(stocks, slugWords(job));
  return slugFontOf(textFont(job.deck), characters);
}

/** Reports what the line of text on sheets can't say of the deck: it would be left out. */
function reportUnset(font: SlugFont, { deck, report }: Job): void {
  for (const text of [deck.name, deck.version]) {
    const letters = lacking(text, fontsIn(font));
    if (letters.length > 0) report(error({ file: deck.file ?? '', ...unset(text, letters) }));
  }
}

/** What to say of a text with letters that the fonts can't print. */
export function unset(text: string, letters: readonly string[]): { rule: string; message: string; note: string } {
  const accents = letters.some((one) => [...one].length > 1);
  const why = accents ? ' An accent needs a font that says where it stands.' : '';
  return {
    rule: 'font/no-glyph',
    message: `"${text}" holds what the fonts can't print: ${letters.join(' ')}.`,
    note: `Take it out, or add a font that has it.${why}`,
  };
}

/** The deck's text face, regular. */
export function textFont(deck: Pick<Deck, 'theme'>): Font {
  const family = deck.theme.fonts.filter((font) => font.family === deck.theme.font.text);
  const font = family.find((one) => one.weight === 400 && !one.italic) ?? family[0];
  if (!font) throw new Error(`no font file gives ${deck.theme.font.text}`);
  return font;
}

/** The words of a job's slugs. */
export function slugWords({ deck, lowInk }: Pick<Job, 'deck' | 'lowInk'>): SlugWords {
  return { deck: deck.name, version: deck.version, sheets: deck.words.sheets, lowInk };
}

/** A stock's PDF, or two of them: fronts and backs apart. Composed when this returns; a thread may still write them in inks. */
async function printOn(stock: Stock, job: PrintJob, font: SlugFont): Promise<Promise<Output[]>[]> {
  if (!job.split || stock.fold) return [handled((await printSides(stock, job, font)).finished)];
  const begun: Promise<Output[]>[] = [];
  for (const sides of ['fronts', 'backs'] as const) {
    const selection = named(job.selection, sides).replace(/^--/u, '');
    begun.push(handled((await printSides(stock, { ...job, sides, selection }, font)).finished));
  }
  return begun;
}

async function printSides(stock: Stock, job: PrintJob, font: SlugFont): Promise<{ finished: Promise<Output[]> }> {
  const { deck, selection } = job;
  const { date, lang } = deck;
  const title = `${deck.name} ${deck.version}`;
  const sheets = sheetsOf(job, stock);
  const bytes = await composePdf({
    ...{ sheets, stock, faces: facesOf(job, stock.format), font, title, date, lang, open: job.open },
    ...{ identify, pack: (drawing) => deflateSync(Buffer.from(drawing, 'latin1')) },
  });
  const path = printPath(stock, selection);
  const count = stock.page ? sheets.length : (sheets.at(-1)?.of ?? 0);
  const finished = stock.press ? pressed({ path, bytes }, stock, job) : Promise.resolve([{ path, bytes }]);
  return { finished: finished.then(([pdf, ...reports]) => (pdf ? [{ ...pdf, sheets: count }, ...reports] : reports)) };
}
