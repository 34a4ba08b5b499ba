import { csvText } from '../model/csv.ts';
import type { Output } from '../model/output.ts';
import { error } from '../model/problem.ts';
import type { Stock, StockPictures } from '../model/stock.ts';
import { facePngs, placeText } from './face-pngs.ts';
import { tableOutputs } from './table.ts';
import { type Job, named, type Target } from './target.ts';
import { whiteboardOutputs } from './whiteboards.ts';

/** Pictures for services that take no PDF: one of every face, in batches for whiteboards, or sheets for a virtual table. */
export const picturesTarget: Target = async function pictures(job) {
  const outputs: Output[] = [];
  for (const stock of job.stocks) {
    if (!stock.pictures) continue;
    const made = await outputsOf(stock, stock.pictures, job);
    for (const output of made) checkSize(output, stock, job);
    outputs.push(...made);
  }
  return outputs;
};

function outputsOf(stock: Stock, pictures: StockPictures, job: Job): Promise<Output[]> {
  if (pictures.sheet) return tableOutputs(stock, job);
  return pictures.whiteboard ? whiteboardOutputs(stock, pictures, job) : facePictures(stock, pictures, job);
}

/** `print/tgc-poker/012-because-you-row-front.png`, its back beside it, and a list of how many of each to order. */
async function facePictures(stock: Stock, pictures: StockPictures, job: Job): Promise<Output[]> {
  const folder = `print/${named(stock.id, job.selection)}`;
  const faces = await facePngs(stock, pictures, job);
  const files = faces.map(({ card, side, number, bytes }) => {
    return { path: `${folder}/${placeText(number, job)}-${card}-${side}.png`, bytes };
  });
  return [...files, orderList(folder, job)];
}

/** Copies are ordered, not uploaded twice: this says how many of each. */
function orderList(folder: string, job: Job): Output {
  const rows = job.cards.map(({ card, copies }, at) => {
    const { code = '', title = '' } = job.deck.cards.find((one) => one.id === card) ?? {};
    return [placeText(at + 1, job), card, code, title, copies];
  });
  const text = csvText([['number', 'id', 'code', 'title', 'copies'], ...rows]);
  return { path: `${folder}/order.csv`, bytes: new TextEncoder().encode(text) };
}

function checkSize({ path, bytes }: Output, { id, name, pictures }: Stock, { report }: Job): void {
  const most = pictures?.mostBytes;
  if (most === undefined || bytes.length <= most) return;
  const megabytes = (size: number) => (size / 1_000_000).toFixed(1);
  report(
    error({
      file: path,
      rule: 'print/file-size',
      message: `${path} is ${megabytes(bytes.length)} MB; ${name} takes ${megabytes(most)} MB at most.`,
      note: `Its limit is mostMegabytes in layouts/stocks/${id}.yaml.`,
    }),
  );
}
