import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../engine.mjs';
import type { Canvas, Order, Painted } from './painter.ts';

/** Each takes 60 MB, and the 552 faces of a deck are six seconds of work for one. */
const MOST_THREADS = 8;

/** Threads that turn pages into pictures: one at first, which starts at once. */
export interface Painters {
  /** The first pages of a PDF as PNG, in order. */
  paint(pdf: Uint8Array, pages: number, canvas: Canvas): Promise<Uint8Array[]>;
  /** From now on as many threads as there are processors, up to eight, where there are pages for them. */
  hurry(): void;
  /** Ends the threads; nobody waits for it. */
  end(): void;
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

/**
 * Starts the first thread. Loading pdfium takes it a while: open them before there is something to paint.
 *
 * @param startWorker starts a thread that runs painter.ts
 */
export function openPainters(startWorker: () => Worker = startPainter): Painters {
  const workers: Worker[] = [];
  const waiting = new Map<number, Waiting>();
  let [most, orders] = [1, 0];
  /** Why a thread ended: who orders then would wait for ever. */
  let down: Error | undefined;

  function start(): void {
    const worker = startWorker();
    worker.on('message', take);
    worker.on('error', (cause) => stop(cause instanceof Error ? cause : new Error(String(cause))));
    worker.on('exit', () => stop(new Error('the painting thread ended')));
    for (const { order } of waiting.values()) worker.postMessage(order);
    workers.push(worker);
  }

  function startMissing(): void {
    const left = [...waiting.values()].reduce((sum, one) => sum + one.left, 0);
    while (workers.length < Math.min(most, left)) start();
  }

  function take({ id, page, png, failure }: Painted): void {
    const one = waiting.get(id);
    if (!one) return;
    one.pngs[page] = png;
    one.left -= 1;
    if (failure === undefined && one.left > 0) return;
    waiting.delete(id);
    if (failure === undefined) one.resolve(one.pngs);
    else one.reject(new Error(failure));
  }

  function stop(cause: Error): void {
    down ??= cause;
    for (const { reject } of waiting.values()) reject(down);
    waiting.clear();
  }

  start();
  return {
    async paint(pdf, pages, canvas) {
      if (down) throw down;
      if (pages === 0) return [];
      const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const order: Order = { id: orders, pdf, pages, canvas, next };
      orders += 1;
      for (const worker of workers) worker.postMessage(order);
      const pngs = new Promise<Uint8Array[]>((resolve, reject) => {
        waiting.set(order.id, { order, pngs: [], left: pages, resolve, reject });
      });
      startMissing();
      return await pngs;
    },
    hurry() {
      most = Math.min(availableParallelism(), MOST_THREADS);
      startMissing();
    },
    end() {
      for (const worker of workers) void worker.terminate();
    },
  };
}

function startPainter(): Worker {
  return startThread('src/raster/painter.ts');
}
