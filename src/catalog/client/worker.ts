/** Constants that the build writes before this script. */
declare const EDITION: {
  name: string;
  files: readonly string[];
  limit: number;
  /** Names of files that each page of this edition has in it. */
  marks: readonly string[];
};

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

/** A name that changes with the file's content. */
const HASHED = /\.[0-9a-f]{10}[.-]/;

/** An address that does, of a file that keeps its name: the digits after the `?` are the beginning of its hash. */
const VERSIONED = /\?([0-9a-f]{10})$/;

/**
 * Keeps the edition's files, a few at a time, up to the limit: pages and scripts come first, then pictures. It is whole or it fails, and
 * then the browser goes on with the edition that it has, and tries again later.
 */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  let room = EDITION.limit;
  const left: string[] = [];
  for (let at = 0; at < EDITION.files.length; at += 8) {
    const some = EDITION.files.slice(at, at + 8);
    if (room <= 0) {
      left.push(...some);
      continue;
    }
    const answers = await Promise.all(some.map(fetched));
    for (const [i, { response, bytes }] of answers.entries()) {
      const file = some[i] ?? '';
      room -= bytes.byteLength;
      if (room > 0) await cache.put(addressOf(file), response);
      else left.push(file);
    }
  }
  await cache.put(addressOf('left-out.json'), new Response(JSON.stringify(left)));
}

function addressOf(file: string): string {
  return new URL(file, worker.registration.scope).href;
}

/** An answer, and what is in it. */
interface Fetched {
  response: Response;
  bytes: ArrayBuffer;
}

/** A file of this edition: what an edition before had under a hashed name is the same; any other is asked of the server anew. */
async function fetched(file: string): Promise<Fetched> {
  const url = addressOf(file);
  const isHashed = HASHED.test(file);
  const version = VERSIONED.exec(file)?.[1];
  const known = isHashed || version ? await caches.match(url) : undefined;
  if (known) return await inFull(known);
  const first = await fetch(url, { cache: isHashed ? 'default' : 'no-cache' });
  // Asked for before it was uploaded, the browser may have kept the answer that there is no such file.
  const response = first.ok ? first : await fetch(url, { cache: 'reload' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const whole = await inFull(response);
  if (file.endsWith('.html')) checkEdition(url, new TextDecoder().decode(whole.bytes));
  if (version) await checkVersion(url, version, whole.bytes);
  return whole;
}

/** Reads an answer at once: one that nobody reads keeps a connection, of which a browser has few, and all others wait for ever. */
async function inFull(response: Response): Promise<Fetched> {
  return { bytes: await response.clone().arrayBuffer(), response };
}

/** While a site is uploaded, its server still has pages of the edition before: they must not be kept among those of this one. */
function checkEdition(url: string, page: string): void {
  if (EDITION.marks.some((mark) => !page.includes(mark))) throw new Error(`${url} is of another edition`);
}

/** The same of files that keep their names: a server leaves the version in their address out of account. */
async function checkVersion(url: string, version: string, bytes: ArrayBuffer): Promise<void> {
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
  const digits = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!digits.startsWith(version)) throw new Error(`${url} is of another edition`);
}

async function clear(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`${worker.registration.scope} `) && name !== cacheName);
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/**
 * The stored file, whatever the address' query, unless that is another version; else the network's; else the page that says that it is
 * not available offline.
 */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const url = new URL(request.url);
  const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  const isVersion = VERSIONED.test(url.search);
  const kept = await cache.match(url.origin + path + (isVersion ? url.search : ''));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    // Somebody's own link to a print file says no version: without a network that of this edition will do.
    const file = isVersion ? undefined : await cache.match(url.origin + path, { ignoreSearch: true });
    if (file) return file;
    if (request.mode !== 'navigate') return Response.error();
    const missing = await cache.match(new URL('404.html', worker.registration.scope).href);
    return missing ?? Response.error();
  }
}

export {};
