import type { ToolWords } from '../../layouts/words/words.ts';
import type { FacesFile } from '../catalog/input.ts';
import type { PrintFile } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import { type DrawnFaces, type Face, faceKey } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import type { Stock } from '../model/stock.ts';
import { ON_SCREEN, pictureSize } from '../raster/face-pictures.ts';
import { FACES_PATH } from './all-faces.ts';
import { guidePath } from './guide.ts';
import { fontOfSlugs, printPath, sheetsOf } from './print.ts';
import { facesOf, type Job, type Target } from './target.ts';

/** Print files that the catalog offers: PDFs of cards, and a virtual table's sheets. Hundreds of single pictures are not offered. */
const DOWNLOADS = /^print\/((?!board-|worksheet-)[^/]+\.pdf|[^/]+\/(fronts|backs)-\d+\.png)$/u;

/** The catalog: static pages with every face as printed, and the print files to download. */
export const siteTarget: Target = async function site(job, made) {
  if (!job.site) return [];
  const { buildSite } = await import('../catalog/site.ts');
  const { deck, looks, formats } = job;
  const format = lookUp(formats, deck.format);
  if (!format) throw new Error(`no card format ${deck.format}`);
  const size = pictureSize(format, ON_SCREEN);
  const downloads = made.filter((output) => DOWNLOADS.test(output.path));
  const pages = await buildSite({
    deck,
    looks,
    format,
    pictures: new Map(
      facesIn(deck)
        .map(faceKey)
        .map((key) => [key, { path: picturePath(key), ...size }]),
    ),
    guides: job.guides.map(({ size }, at) => ({ path: guidePath(size, at), paper: size.name })),
    prints: job.stocks.flatMap((stock) => printFile(stock, job, downloads) ?? []),
    faces: facesFile(facesOf(job, deck.format), made),
    press: { stocks: job.papers, font: fontOfSlugs(job.papers, job) },
    retired: retiredIn(deck),
  });
  return [
    ...pages,
    ...(await Promise.all(job.pictures)).flat().map(({ key, bytes }) => ({ path: `site/${picturePath(key)}`, bytes })),
    ...downloads.map(({ path, bytes }) => ({ path: `site/${path}`, bytes })),
  ];
};

function facesIn({ cards }: Deck): Face[] {
  return cards.flatMap((card) => (['front', 'back'] as const).map((side) => ({ card: card.id, side })));
}

/** Ids whose addresses must stay though the deck has no such card: retired ones, and those of decks below that it hides. */
function retiredIn({ hidden = [], retired }: Deck): Record<string, string> {
  return { ...Object.fromEntries(hidden.map((id) => [id, ''])), ...retired };
}

function picturePath(key: string): string {
  return `pictures/${key}.png`;
}

function printFile(stock: Stock, job: Job, made: readonly Output[]): PrintFile | undefined {
  const path = printPath(stock, job.selection);
  const output = made.find((one) => one.path === path);
  if (!output) return undefined;
  const { width, height } = stock.paper;
  const sheets = sheetsOf(job, stock);
  return {
    path,
    bytes: output.bytes.length,
    name: stock.name,
    paper: `${width} × ${height} mm`,
    sheets: stock.page ? sheets.length : (sheets.at(-1)?.of ?? 0),
    ...(stock.page || stock.fold ? {} : { flip: stock.flip }),
    note: noteOf(stock, job.deck.words.site),
  };
}

function noteOf(stock: Stock, words: ToolWords['site']): string {
  if (stock.page) return words.forShop;
  if (stock.fold) return words.forFold;
  return stock.flip === 'long' ? words.forLong : words.forShort;
}

/** The faces in the order in which they were merged: documents one after the other. */
function facesFile(drawn: DrawnFaces, made: readonly Output[]): FacesFile | undefined {
  const output = made.find((one) => one.path === `site/${FACES_PATH}`);
  if (!output) return undefined;
  const order = [...drawn.pages].sort(([, a], [, b]) => a.document - b.document || a.page - b.page);
  return { path: FACES_PATH, bytes: output.bytes.length, pages: new Map(order.map(([key], page) => [key, page])) };
}
