import type { MarkedSheet, Sheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { composePdf } from '../pdf/compose.ts';
import { facesOf, type Job } from './target.ts';

/** A PDF with one face a page and the service's bleed around it, to be painted pixel for pixel. */
export async function pdfOf(sheets: readonly Sheet[], stock: Stock, job: Job): Promise<Uint8Array> {
  const { deck } = job;
  const none = { cuts: [], folds: [], registration: [], lines: [], labels: [] };
  const plain = sheets.map((sheet): MarkedSheet => ({ ...sheet, marks: none }));
  const faces = facesOf(job, stock.format);
  return await composePdf({ sheets: plain, stock, faces, title: deck.name, date: deck.date, lang: deck.lang });
}
