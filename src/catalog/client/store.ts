import { base, toast } from './dom.ts';
import { formatHand, type Held, parseHand } from './hand.ts';
import { words } from './words.ts';

/**
 * The key of a text in storage. All pages of an origin, and all files of a computer, share storage: the site's folder keeps decks apart. The
 * catalogs of a deck's languages have one, that of the first: a hand that was picked in one is there in the others.
 */
function keyOf(name: string): string {
  const folder = new URL(base() || '.', location.href).pathname;
  const own = document.body.dataset.own ?? '';
  return `prepdeck ${folder.slice(0, folder.length - own.length)} ${name}`;
}

/** The attribute of the page that holds a text which the browser does not store: it lasts until the page is left. */
function pageAttribute(name: string): string {
  return `data-unkept-${name}`;
}

/** Text kept in this browser, or on this page where storage is closed (private windows, blocked cookies) or full; empty for none. */
export function recall(name: string): string {
  const onPage = document.body.getAttribute(pageAttribute(name));
  if (onPage !== null) return onPage;
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text in this browser; false where storage is closed or full: then it lasts until the page is left. */
export function keep(name: string, text: string): boolean {
  try {
    localStorage.setItem(keyOf(name), text);
    document.body.removeAttribute(pageAttribute(name));
    return true;
  } catch {
    document.body.setAttribute(pageAttribute(name), text);
    return false;
  }
}

/** The hand that this browser keeps. */
export function myHand(): Held[] {
  return parseHand(recall('hand'));
}

/** Keeps a hand and tells the page. False where it lasts only until the page is left; the user is told so. */
export function keepHand(hand: readonly Held[]): boolean {
  const kept = keep('hand', formatHand(hand));
  document.dispatchEvent(new Event('hand'));
  if (!kept) toast(words.notKept);
  return kept;
}

/** Calls `act` when the hand changes, here or in another tab. */
export function onHand(act: () => void): void {
  document.addEventListener('hand', act);
  onOtherTab(['hand'], act);
}

/** Calls `act` when another tab has changed one of these texts. */
export function onOtherTab(names: readonly string[], act: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    // An event without a key: the whole storage was cleared.
    if (key === null || names.map(keyOf).includes(key)) act();
  });
}
