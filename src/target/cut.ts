import { cutSheet } from '../cut/outlines.ts';
import { impose } from '../impose/impose.ts';
import type { Output } from '../model/output.ts';
import { facesOf, named, type Target } from './target.ts';

/** Cutting lines for a plotter: an SVG and a DXF for each sheet with registration marks, `print/silhouette-a4/sheet-01.svg`. */
export const cutTarget: Target = async function cut(job) {
  const stocks = job.stocks.filter(({ registration }) => registration);
  // The marks are on fronts: a plotter cannot find a sheet of backs.
  if (stocks.length === 0 || (job.sides === 'backs' && !job.split)) return [];
  const [{ svgOf }, { dxfOf }] = await Promise.all([import('../cut/svg.ts'), import('../cut/dxf.ts')]);
  return stocks.flatMap((stock): Output[] => {
    const { radius } = facesOf(job, stock.format).format;
    const fronts = impose(job.cards, stock, { skip: job.skip, sides: 'fronts' });
    const digits = Math.max(2, String(fronts.length).length);
    return fronts.flatMap((sheet) => {
      const title = `${job.deck.name} ${job.deck.version}, ${stock.name}, sheet ${sheet.number} of ${sheet.of}`;
      const lines = cutSheet(sheet, stock, { radius, title });
      const path = `print/${named(stock.id, job.selection)}/sheet-${String(sheet.number).padStart(digits, '0')}`;
      const file = (kind: string, text: string) => ({ path: `${path}.${kind}`, bytes: new TextEncoder().encode(text) });
      return [file('svg', svgOf(lines)), file('dxf', dxfOf(lines))];
    });
  });
};
