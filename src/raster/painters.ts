import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from '../engine.mjs';
import type { Canvas, Order, PaintedPage } from './painter.ts';

/** Each takes 60 MB, and the 552 faces of a deck are six seconds of work for one. */
const MOST_THREADS = 8;

/** Threads that turn pages into pictures: one at first, which starts at once. */
export interface Painters {
  /** The first pages of a PDF as PNG, in order. */
  paint(pdf: Uint8Array, pages: number, canvas: Canvas, which?: Which): Promise<Uint8Array[]>;
  /** From now on as many threads as there are processors, up to eight, where there are pages for them. */
  hurry(): void;
  /** Ends the threads once they have painted the page that they are at. */
  end(): void;
}

/** Which pages are painted, and what they begin with. */
interface Which {
  /** Only these, from 0. */
  places?: readonly number[] | undefined;
  grounds?: Order['grounds'];
}

/** A document whose pictures somebody waits for. */
interface Waiting {
  order: Order;
  pngs: Uint8Array[];
  /** How many pages are not painted yet. */
  left: number;
  resolve: (pngs: Uint8Array[]) => void;
  reject: (cause: Error) => void;
}

/** The threads of one build, and what they are to paint. */
interface Pool {
  startWorker: () => Worker;
  workers: Worker[];
  waiting: Map<number, Waiting>;
  /** How many threads there may be. */
  most: number;
  /** How many documents were ordered so far. */
  orders: number;
  /** Why a thread ended: an order that is given then is refused, as nothing would ever answer it. */
  down?: Error;
}

/**
 * Starts the first thread. Loading pdfium takes it a while: open them before there is something to paint.
 *
 * @param startWorker starts a thread that runs painter.ts
 */
export function openPainters(startWorker: () => Worker = startPainter): Painters {
  const pool: Pool = { startWorker, workers: [], waiting: new Map(), most: 1, orders: 0 };
  start(pool);
  return {
    paint: (pdf, pages, canvas, { places = Array.from({ length: pages }, (_, at) => at), grounds } = {}) =>
      paint(pool, { pdf, pages, places, grounds, canvas }),
    hurry() {
      pool.most = Math.min(availableParallelism(), MOST_THREADS);
      startMissing(pool);
    },
    end() {
      // No thread begins another page.
      for (const { order } of pool.waiting.values()) Atomics.store(order.next, 0, order.places.length);
      for (const worker of pool.workers) void endThread(worker);
    },
  };
}

async function paint(pool: Pool, document: Omit<Order, 'id' | 'next'>): Promise<Uint8Array[]> {
  if (pool.down) throw pool.down;
  if (document.places.length === 0) return [];
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const order: Order = { id: pool.orders, ...document, next };
  pool.orders += 1;
  for (const worker of pool.workers) worker.postMessage(order);
  const pngs = new Promise<Uint8Array[]>((resolve, reject) => {
    pool.waiting.set(order.id, { order, pngs: [], left: document.places.length, resolve, reject });
  });
  startMissing(pool);
  return await pngs;
}

/** Starts threads until there are as many as may be, or as there are pages. */
function startMissing(pool: Pool): void {
  const left = [...pool.waiting.values()].reduce((sum, one) => sum + one.left, 0);
  while (pool.workers.length < Math.min(pool.most, left)) start(pool);
}

function start(pool: Pool): void {
  const worker = pool.startWorker();
  worker.on('message', (painted: PaintedPage) => take(pool, painted));
  worker.on('error', (cause) => stop(pool, cause instanceof Error ? cause : new Error(String(cause))));
  worker.on('exit', () => stop(pool, new Error('the painting thread ended')));
  for (const { order } of pool.waiting.values()) worker.postMessage(order);
  pool.workers.push(worker);
}

/** Takes a page that was painted, and hands on the document whose last page it is. */
function take({ waiting }: Pool, { id, page, png, failure }: PaintedPage): void {
  const one = waiting.get(id);
  if (!one) return;
  one.pngs[page] = png;
  one.left -= 1;
  if (failure === undefined && one.left > 0) return;
  waiting.delete(id);
  if (failure === undefined) one.resolve(one.pngs);
  else one.reject(new Error(failure));
}

/** Fails every order that is not finished. */
function stop(pool: Pool, cause: Error): void {
  pool.down ??= cause;
  for (const { reject } of pool.waiting.values()) reject(pool.down);
  pool.waiting.clear();
}

function startPainter(): Worker {
  return startThread('src/raster/painter.ts');
}
