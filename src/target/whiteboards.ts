import type { DrawnPage } from '../model/drawn-page.ts';
import type { Output } from '../model/output.ts';
import type { Stock, StockPictures } from '../model/stock.ts';
import { MM_PER_INCH } from '../model/units.ts';
import { batchOf, WHITEBOARD_LIMITS, type WhiteboardRow, whiteboardCsv } from '../model/whiteboards.ts';
import { type PdfToPaint, pngs } from '../raster/pngs.ts';
import { wholePage } from './boards.ts';
import { facePngs, placeText } from './face-pngs.ts';
import { type Job, named } from './target.ts';

/** A picture with its path inside the stock's folder. */
interface Shown {
  path: string;
  bytes: Uint8Array;
}

/**
 * Pictures for online whiteboards: `print/remote/fronts-01/001-because-you-row.png` and on, backs and boards beside them, and
 * `list.csv`, which says what each of them is.
 */
export async function whiteboardOutputs(stock: Stock, pictures: StockPictures, job: Job): Promise<Output[]> {
  const folder = `print/${named(stock.id, job.selection)}`;
  const faces = await faceFiles(stock, pictures, job);
  const boards = await boardFiles(pictures, job);
  const list = {
    path: 'list.csv',
    bytes: new TextEncoder().encode(whiteboardCsv([...cardRows(faces, job), ...boards.map(boardRow)])),
  };
  return [...faces.values(), ...boards, list].map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
}

/** Face key → its picture: each card once. */
async function faceFiles(stock: Stock, pictures: StockPictures, job: Job): Promise<Map<string, Shown>> {
  const faces = await facePngs(stock, pictures, job);
  return new Map(
    faces.map(({ card, side, number, bytes }) => {
      const path = `${batchOf(`${side}s`, number - 1)}/${placeText(number, job)}-${card}.png`;
      return [`${card}.${side}`, { path, bytes }];
    }),
  );
}

type ShownBoard = Shown & { page: DrawnPage['page'] };

async function boardFiles({ dpi }: StockPictures, job: Job): Promise<ShownBoard[]> {
  const boards = job.kit.filter(({ page }) => page.kind === 'board');
  const files: ShownBoard[] = [];
  for (const [at, drawn] of boards.entries()) {
    const options = boardPixels(drawn, dpi);
    const [bytes = new Uint8Array()] = await pngs(boardPdf(drawn, job), options, job.cache);
    files.push({ path: `${batchOf('boards', at)}/board-${drawn.page.id}.png`, bytes, page: drawn.page });
  }
  return files;
}

async function* boardPdf(drawn: DrawnPage, job: Job): AsyncGenerator<PdfToPaint> {
  yield { pdf: await wholePage(drawn, job), places: [0] };
}

/** A board's picture in pixels: at the resolution that is asked for, less where a side would be longer than whiteboards take. */
export function boardPixels(
  { size }: Pick<DrawnPage, 'size'>,
  dpi: number,
): { width: number; height: number; dpi: number } {
  const longest = Math.max(size.width, size.height);
  const most = Math.min(dpi, (WHITEBOARD_LIMITS.pixels / longest) * MM_PER_INCH);
  const pixels = (length: number) => Math.floor((length / MM_PER_INCH) * most);
  return { width: pixels(size.width), height: pixels(size.height), dpi: Math.round(most) };
}

function cardRows(files: ReadonlyMap<string, Shown>, { cards, deck }: Job): WhiteboardRow[] {
  return cards.flatMap(({ card: id, copies }) => {
    const card = deck.cards.find((one) => one.id === id);
    if (!card) return [];
    const path = (side: string) => files.get(`${id}.${side}`)?.path ?? '';
    const { code, title, gist } = card;
    const text = [[code, title].filter(Boolean).join(' '), gist].filter(Boolean).join(': ');
    return [{ text, code, title, front: path('front'), back: path('back'), copies }];
  });
}

function boardRow({ path, page: { title, lead } }: ShownBoard): WhiteboardRow {
  return { text: [title, lead].filter(Boolean).join(': '), code: '', title, front: path, back: '', copies: 1 };
}
