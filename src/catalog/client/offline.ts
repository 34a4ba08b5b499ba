import { base, make } from './dom.ts';
import { words } from './words.ts';

/** Keeps the catalog for use without a network, once the page has loaded, and says so when it is done. */
export function startOffline(): void {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saving && !navigator.serviceWorker.controller) return;
  addEventListener('load', () => void register());
}

async function register(): Promise<void> {
  // Browsers refuse service workers in some private windows, and over plain http from another computer.
  const registration = await navigator.serviceWorker.register(`${base()}worker.js`).catch(() => undefined);
  if (!registration) return;
  if (registration.active) show(words.offline);
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'activated') show(words.offline);
      if (coming.state === 'installed' && registration.active) offer(coming);
    });
  });
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
