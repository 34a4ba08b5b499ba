import { filled } from '../../layouts/words/words.ts';
import { slugCharacters, slugOf } from '../impose/slug.ts';
import { OVERLAP, type Tiling, tileSheets, tileSlug, tilingOf } from '../impose/tile.ts';
import { alphabetOf } from '../model/accents.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import { FACE_BLEED } from '../model/faces.ts';
import { kitFace, SHEET_PAPERS } from '../model/kit.ts';
import type { Output } from '../model/output.ts';
import { pageSize } from '../model/paper.ts';
import type { MarkedSheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { composePdf } from '../pdf/compose.ts';
import { type SlugFont, slugFontOf } from '../pdf/slug-font.ts';
import { slugWords, textFont } from './print.ts';
import type { Job, Target } from './target.ts';

/** Boards: each at its own size, and as tiles for an office printer's papers. */
export const boardsTarget: Target = async function boards(job) {
  const drawn = job.kit.filter(({ page }) => page.kind === 'board');
  if (drawn.length === 0) return [];
  const font = slugFontOf(textFont(job.deck), charactersOf(drawn, job));
  const outputs: Output[] = [];
  for (const page of drawn) {
    outputs.push({ path: boardFile(page), bytes: await wholePage(page, job), sheets: 1 });
    for (const paper of SHEET_PAPERS) outputs.push(await tiled(page, paper, font, job));
  }
  return outputs;
};

/** Where a board is written: at its own size, or cut up for a paper. */
export function boardFile({ page }: DrawnPage, paper = ''): string {
  return `print/board-${page.id}${paper === '' ? '' : `--tiled-${paper}`}.pdf`;
}

/** A board or a worksheet on paper of its own size, as a PDF of one page. */
export async function wholePage(drawn: DrawnPage, job: Job): Promise<Uint8Array> {
  const { size } = drawn;
  const { width, height } = size;
  const none = { cuts: [], folds: [], registration: [], lines: [], labels: [] };
  const bleed = { top: 0, right: 0, bottom: 0, left: 0 };
  const placed = [{ face: kitFace(drawn), x: 0, y: 0, width, height, turn: 0 as const, bleed }];
  const sheet: MarkedSheet = {
    ...{ stock: size.id, width, height, side: 'front', number: 1, of: 1, placed, marks: none },
  };
  return await pdfOf([sheet], drawn, job);
}

/** A board as tiles on a paper. */
async function tiled(drawn: DrawnPage, paper: string, font: SlugFont, job: Job): Promise<Output> {
  const { size } = drawn;
  const path = boardFile(drawn, paper);
  const id = path.replace(/^print\/|\.pdf$/gu, '');
  const tiling = tilingOf(size, pageSize(paper, 'portrait'));
  const stock = stockOf(id, tiling);
  const sheets = tileSheets(kitFace(drawn), size, tiling, noteOf(job)).map((sheet) => {
    const slug = slugOf(sheet, stock, slugWords(job));
    const { marks } = sheet;
    const more = { lines: [...marks.lines, ...slug.lines], labels: [...marks.labels, ...slug.labels] };
    return { ...sheet, stock: id, marks: { ...marks, ...more } };
  });
  return { path, bytes: await pdfOf(sheets, drawn, job, font), sheets: sheets.length };
}

async function pdfOf(sheets: readonly MarkedSheet[], { page, drawn }: DrawnPage, { deck }: Job, font?: SlugFont) {
  const title = `${deck.name} ${deck.version}: ${page.title}`;
  const [first] = sheets;
  const stock = stockOf(first?.stock ?? '', { paper: { width: first?.width ?? 0, height: first?.height ?? 0 } });
  return await composePdf({ sheets, stock, faces: drawn, font, title, date: deck.date, lang: deck.lang });
}

/** A paper for a whole board or its tiles, as a stock, so that slugs and the PDF writer take it like a sheet of cards. */
function stockOf(id: string, { paper, ...tiling }: Pick<Tiling, 'paper'> & Partial<Tiling>): Stock {
  const slug = tiling.window ? { ...tileSlug({ paper, ...tiling } as Tiling), turn: 0 as const } : undefined;
  return {
    ...{ id, name: id, format: '', paper, page: false, printable: 0, slots: [], bleed: 0, marks: 'none', flip: 'long' },
    ...{ order: 'front-first', back: { x: 0, y: 0, rotation: 0, bleed: FACE_BLEED }, slug },
  };
}

function noteOf({ deck }: Job): string {
  return filled(deck.words.kit.overlap, { length: `${OVERLAP} mm` });
}

function charactersOf(drawn: readonly DrawnPage[], job: Job): string {
  const ids = drawn.map(({ page }) => `board-${page.id}--tiled-${SHEET_PAPERS.join('')}`).join('');
  return alphabetOf(slugCharacters([], slugWords(job)) + noteOf(job) + ids);
}
