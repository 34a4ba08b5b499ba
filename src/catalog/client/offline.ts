import { counted, filled } from '../../../layouts/words/words.ts';
import { base, idle, make } from './dom.ts';
import { words } from './words.ts';

/** Keeps the catalog for use without a network, once the page has loaded, and says so when it is done. */
export function startOffline(): void {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saving && !navigator.serviceWorker.controller) return;
  // Filling the cache keeps a phone busy: not while the page is still laid out.
  void idle().then(register);
}

async function register(): Promise<void> {
  // Browsers refuse service workers in some private windows, and over plain http from another computer.
  const registration = await navigator.serviceWorker.register(`${base()}worker.js`).catch(() => undefined);
  if (!registration) return;
  // First, for it takes a moment: in the place of what is offered it would hide that.
  if (registration.active) await showKept();
  if (registration.waiting) offer(registration.waiting);
  // The browser looks for a new one by itself, and may have found it before this page asks.
  watch(registration);
  registration.addEventListener('updatefound', () => watch(registration));
}

/** Says when the edition that comes is whole: offered where another one is in use. */
function watch({ installing: coming, active }: ServiceWorkerRegistration): void {
  coming?.addEventListener('statechange', () => {
    if (coming.state === 'activated') void showKept();
    if (coming.state === 'installed' && active) offer(coming);
  });
}

/** Says what is kept, and what had no room: the worker has a list of that. */
async function showKept(): Promise<void> {
  const answer = await caches.match(new URL(`${base()}left-out.json`, location.href));
  const left: string[] = answer ? await answer.json() : [];
  const isPrinted = (file: string) => file.startsWith('print/');
  const pictures = left.filter((file) => !isPrinted(file)).length;
  const what = [
    ...(pictures > 0 ? [counted(pictures, words.somePictures)] : []),
    ...(left.some(isPrinted) ? [words.printFiles] : []),
  ];
  show(what.length === 0 ? words.offline : filled(words.offlineBut, { what: what.join(', ') }));
}

/** In the footer; an organization's own shell may do without it. */
function show(...parts: (string | Node)[]): void {
  document.getElementById('offline')?.replaceChildren(...parts);
}

/** A new edition waits until somebody asks for it, so that no page changes under a reader. */
function offer(coming: ServiceWorker): void {
  const take = make('button', { type: 'button', class: 'small' }, words.load);
  take.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    coming.postMessage('take over');
  });
  show(words.newEdition, ' ', take);
}
