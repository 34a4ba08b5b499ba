/** Constants that the build writes before this script. */
declare const EDITION: { name: string; files: readonly string[]; limit: number };

/** The part of a service worker's scope that is used here; the DOM's own types know only windows. */
interface Worker {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    act: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'message', act: (event: { data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    act: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const worker = self as unknown as Worker;
const cacheName = `${worker.registration.scope} ${EDITION.name}`;

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(clear().then(() => worker.clients.claim())));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});

/** Fetches the edition's files, a few at a time, up to the limit: pages and scripts come first, then pictures. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  const old = await caches.match(new URL('index.html', worker.registration.scope).href);
  let room = EDITION.limit;
  for (let at = 0; at < EDITION.files.length && room > 0; at += 8) {
    const some = EDITION.files.slice(at, at + 8).map((file) => new URL(file, worker.registration.scope).href);
    // A new edition must not be mixed with what the browser still holds of the old one.
    const answers = await Promise.all(some.map((url) => fetch(url, { cache: old ? 'reload' : 'default' })));
    for (const [i, response] of answers.entries()) {
      const url = some[i];
      if (!response.ok || !url) throw new Error(`${url} answered ${response.status}`);
      const bytes = await response.clone().arrayBuffer();
      room -= bytes.byteLength;
      if (room > 0) await cache.put(url, response);
    }
  }
}

async function clear(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`${worker.registration.scope} `) && name !== cacheName);
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** The stored file, whatever the address' query; else the network's; else the page that says that it is not available offline. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const url = new URL(request.url);
  const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  const kept = await cache.match(url.origin + path);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    if (request.mode !== 'navigate') return Response.error();
    const missing = await cache.match(new URL('404.html', worker.registration.scope).href);
    return missing ?? Response.error();
  }
}

export {};
