import { base } from './dom.ts';
import { formatHand, type Held, parseHand } from './hand.ts';

/** Storage is shared by all pages of an origin, and by all files of a computer: the site's folder keeps decks apart. */
function keyOf(name: string): string {
  return `prepdeck ${new URL(base() || '.', location.href).pathname} ${name}`;
}

/** Text kept in this browser; empty where there is none or storage is closed (private windows, blocked cookies). */
export function recall(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text in this browser; false where storage is closed or full. */
export function keep(name: string, text: string): boolean {
  try {
    localStorage.setItem(keyOf(name), text);
    return true;
  } catch {
    return false;
  }
}

/** The hand that this browser keeps. */
export function myHand(): Held[] {
  return parseHand(recall('hand'));
}

/** Keeps a hand and tells the page. */
export function keepHand(hand: readonly Held[]): void {
  keep('hand', formatHand(hand));
  document.dispatchEvent(new Event('hand'));
}

/** Calls `act` when the hand changes, here or in another tab. */
export function onHand(act: () => void): void {
  document.addEventListener('hand', act);
  window.addEventListener('storage', act);
}
