import { counted, filled } from '../../../layouts/words/words.ts';
import type { Stock } from '../../model/stock.ts';
import type { IndexData } from './card-data.ts';
import { pdfMaker, pressData } from './data.ts';
import { base, make, need } from './dom.ts';
import { formatHand, type Held } from './hand.ts';
import { usualPaper } from './paper.ts';
import type { PressData } from './print-data.ts';
import { keep, recall } from './store.ts';
import { words } from './words.ts';

/**
 * Printing the hand: sheets made in the browser where the site can, else the page itself and the exact command.
 * Returns a function that withdraws the sheets on offer: call it when the hand has changed.
 */
export function startPrint(index: IndexData, hand: () => readonly Held[]): () => void {
  const possible = index.printable && location.protocol !== 'file:';
  let withdraw = () => {};
  startCopies(hand);
  need('hand-print').addEventListener('click', async () => {
    need('print-panel').hidden = false;
    const panel = possible ? await onSheets(hand) : undefined;
    withdraw = panel?.withdraw ?? withdraw;
    need('print-body').replaceChildren(...(panel?.body ?? withoutPdf(formatHand(hand()))));
    need('print-panel').scrollIntoView({ block: 'nearest' });
  });
  return () => {
    withdraw();
    if (!possible && !need('print-panel').hidden) need('print-body').replaceChildren(...withoutPdf(formatHand(hand())));
  };
}

/** On paper a card stands there as often as the hand holds it; on screen once, beside the number. */
function startCopies(hand: () => readonly Held[]): void {
  window.addEventListener('beforeprint', () => {
    for (const { id, copies } of hand()) {
      const row = need('hand').querySelector(`[data-id="${id}"]`);
      for (let more = 1; row && more < copies; more += 1) {
        const copy = row.cloneNode(true) as HTMLElement;
        copy.dataset.copy = '';
        row.after(copy);
      }
    }
  });
  window.addEventListener('afterprint', () => {
    for (const copy of need('hand').querySelectorAll('[data-copy]')) copy.remove();
  });
}

/** Backs are not on the screen, so the browser has not loaded them; a page that prints at once has gaps in their place. */
async function printPage(): Promise<void> {
  const pictures = [...need('hand').querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  // A picture that is not there is no reason not to print the others.
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  print();
}

/** From a folder the browser may not read the card file, so the page prints itself and names the command. */
function withoutPdf(list: string): HTMLElement[] {
  return [
    make('p', {}, words.fromFolder),
    make('p', {}, words.runCommand),
    make('p', {}, make('code', { class: 'command' }, `npx prepdeck build --hand ${list}`)),
    make('p', {}, words.orPrintPage),
    make(
      'p',
      {},
      make('button', { type: 'button', class: 'button', onclick: () => void printPage() }, words.printPage),
    ),
  ];
}

async function onSheets(hand: () => readonly Held[]): Promise<{ body: HTMLElement[]; withdraw: () => void }> {
  const press = await pressData();
  const result = make('div', { role: 'status' });
  const choice = paperChoice(press.stocks);
  const button = make('button', { type: 'button', class: 'button' }, words.makePdf);
  // Numbers the requests: when sheets are ready but the hand or the paper has changed meanwhile, they are not offered.
  let asked = 0;
  const withdraw = () => {
    asked += 1;
    result.replaceChildren();
  };
  choice.addEventListener('change', () => {
    keep('paper', choice.value);
    withdraw();
  });
  button.addEventListener('click', async () => {
    const stock = press.stocks.find(({ id }) => id === choice.value);
    if (!stock) return;
    withdraw();
    const mine = asked;
    result.replaceChildren(make('p', {}, words.making));
    const sheets = await sheetsOf(press, stock, hand()).catch(failed);
    if (mine === asked) result.replaceChildren(...sheets);
  });
  const row = make('p', { class: 'actions' }, make('label', { for: 'paper' }, words.paper), choice, button);
  return { body: [row, result], withdraw };
}

function paperChoice(stocks: readonly Stock[]): HTMLSelectElement {
  const kept = recall('paper');
  const wanted = stocks.some(({ id }) => id === kept) ? kept : usualPaper(stocks, navigator.language)?.id;
  const options = stocks.map(({ id, name }) => make('option', { value: id, selected: id === wanted }, name));
  return make('select', { id: 'paper' }, ...options);
}

async function sheetsOf(press: PressData, stock: Stock, hand: readonly Held[]): Promise<HTMLElement[]> {
  const [makePdf, faces] = await Promise.all([pdfMaker(), facesOf(press)]);
  const copies = hand.map(({ id, copies: many }) => ({ card: id, copies: many }));
  const { pdf, sheets } = await makePdf(copies, stock, press, faces);
  const href = URL.createObjectURL(new Blob([pdf.slice()], { type: 'application/pdf' }));
  const name = `hand-${stock.id}.pdf`;
  const size = `${Math.max(1, Math.round(pdf.length / 1000))} KB`;
  const flip = stock.flip === 'long' ? words.turnLong : words.turnShort;
  const turn = stock.fold ? words.turnFold : flip;
  return [
    make(
      'p',
      {},
      make('a', { class: 'button', id: 'hand-pdf', href, download: name }, filled(words.save, { file: name, size })),
    ),
    make('p', {}, filled(words.inTheDialog, { sheets: counted(sheets, words.howManySheets), turn })),
  ];
}

async function facesOf(press: PressData): Promise<Uint8Array> {
  const answer = await fetch(base() + press.faces.path);
  if (!answer.ok) throw new Error(`${press.faces.path} is not there (${answer.status})`);
  return new Uint8Array(await answer.arrayBuffer());
}

function failed(problem: unknown): HTMLElement[] {
  const why = problem instanceof Error ? problem.message : String(problem);
  return [make('p', { class: 'note' }, filled(words.noSheets, { why }))];
}
