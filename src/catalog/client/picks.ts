import { counted, filled } from '../../../layouts/words/words.ts';
import { toast } from './dom.ts';
import { keepHand, myHand, onHand } from './store.ts';
import { words as wording } from './words.ts';

/** Buttons that put a card in the hand, on any page, and the count in the navigation. */
export function startPicks(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-pick]');
    if (button) pick(button.dataset.pick ?? '');
  });
  onHand(show);
  window.addEventListener('pageshow', show);
  show();
}

function pick(id: string): void {
  const hand = myHand();
  const held = hand.some((one) => one.id === id);
  if (!keepHand(held ? hand.filter((one) => one.id !== id) : [...hand, { id, copies: 1 }])) return;
  const count = myHand().length;
  const cards = counted(count, wording.howManyCards);
  toast(filled(held ? wording.takenOut : wording.inTheHand, { cards }));
}

function show(): void {
  const hand = myHand();
  const ids = new Set(hand.map((one) => one.id));
  // An organization's own shell may do without it.
  const badge = document.getElementById('hand-count');
  if (badge) {
    badge.textContent = String(hand.length);
    badge.hidden = hand.length === 0;
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-pick]')) {
    const held = ids.has(button.dataset.pick ?? '');
    const words = button.dataset.words?.split('|');
    if (words) button.textContent = words[held ? 1 : 0] ?? '';
    // Only where it changes: on a page of all cards the browser would look at the style of each again.
    else if (button.getAttribute('aria-pressed') !== String(held)) button.setAttribute('aria-pressed', String(held));
  }
}
