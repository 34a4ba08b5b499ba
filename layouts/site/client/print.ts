import { make, need } from './dom.ts';
import { formatHand, type Held } from './hand.ts';

/** Printing the hand: in the browser where the site can, else the exact command. */
export function startPrint(hand: () => readonly Held[]): void {
  const panel = need('print-panel');
  need('hand-print').addEventListener('click', () => {
    panel.hidden = false;
    need('print-body').replaceChildren(...withoutPdf(formatHand(hand())));
    need('print-panel-name').scrollIntoView({ block: 'nearest' });
  });
}

/** From a folder the browser may not read the card file, so the page prints itself and names the command. */
function withoutPdf(list: string): HTMLElement[] {
  return [
    make(
      'p',
      {},
      'Print this page: each card’s front and back come out side by side at true size. Choose “Actual size”.',
    ),
    make('p', {}, make('button', { type: 'button', class: 'button', onclick: () => print() }, 'Print this page')),
    make('p', {}, 'For sheets with cutting marks and backs behind their fronts, run this where the deck’s source is:'),
    make('p', {}, make('code', { class: 'command' }, `npx prepdeck build --hand ${list}`)),
  ];
}
