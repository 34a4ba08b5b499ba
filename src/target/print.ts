import { impose } from '../impose/impose.ts';
import { addMarks } from '../impose/marks.ts';
import { type SlugWords, slugCharacters } from '../impose/slug.ts';
import type { Deck, Font, MarkedSheet, Output, Stock } from '../model.ts';
import { composePdf } from '../pdf/compose.ts';
import { type SlugFont, slugFont } from '../pdf/slug-font.ts';
import { facesOf, type Job, type Target } from './target.ts';

/** Sheets to print: one PDF for each stock. */
export const printTarget: Target = async function print(job) {
  const { deck, stocks } = job;
  const font = slugFont(textFont(deck).data, slugCharacters(stocks, slugWords(deck)));
  const outputs: Output[] = [];
  for (const stock of stocks) outputs.push(await printOn(stock, job, font));
  return outputs;
};

/** Where a stock's PDF goes. */
export function printPath(stock: Stock, selection: string): string {
  return `print/${stock.id}${selection === '' ? '' : `--${selection}`}.pdf`;
}

/** The sheets of a job on a stock, with their marks. */
export function sheetsOf(job: Job, stock: Stock): MarkedSheet[] {
  const copies = job.cards.map((card) => ({ card: card.id, copies: card.copies }));
  return addMarks(impose(copies, stock), stock, { words: slugWords(job.deck) });
}

function slugWords(deck: Deck): SlugWords {
  return { deck: deck.name, version: deck.version };
}

async function printOn(stock: Stock, job: Job, font: SlugFont): Promise<Output> {
  const { deck, selection } = job;
  const faces = facesOf(job, stock.format);
  const { date, lang } = deck;
  const bytes = await composePdf({
    sheets: sheetsOf(job, stock),
    stock,
    faces,
    font,
    title: `${deck.name} ${deck.version}`,
    date,
    lang,
  });
  return { path: printPath(stock, selection), bytes };
}

/** The font of slugs: the deck's text face, regular. */
function textFont(deck: Deck): Font {
  const family = deck.theme.fonts.filter((font) => font.family === deck.theme.font.text);
  const font = family.find((one) => one.weight === 400 && !one.italic) ?? family[0];
  if (!font) throw new Error(`no font file gives ${deck.theme.font.text}`);
  return font;
}
