import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import type { BoxStock } from '../model/stock.ts';
import { dividers } from './dividers.ts';
import { pressed } from './inks.ts';
import { sleeve } from './sleeve.ts';
import type { Job, Target } from './target.ts';
import { tuckBox } from './tuck-box.ts';

/** Boxes, sleeves and dividers: each a PDF of its own size, with the lines along which it is cut and folded. */
export const boxTarget: Target = async function box(job) {
  const outputs: Output[] = [];
  for (const stock of job.boxes) {
    for (const made of await cutOutOf(stock, job)) {
      const [pdf = made, ...reports] = stock.press ? await pressed(made, stock, job) : [made];
      outputs.push({ ...pdf, ...(made.sheets && { sheets: made.sheets }) }, ...reports);
    }
  }
  return outputs;
};

async function cutOutOf(stock: BoxStock, job: Job): Promise<Output[]> {
  const format = lookUp(job.formats, stock.format);
  if (!format) throw new Error(`no card format ${stock.format}`);
  if (stock.kind === 'dividers') return await dividers(stock, format, job);
  return [stock.kind === 'sleeve' ? await sleeve(stock, format, job) : await tuckBox(stock, format, job)];
}
