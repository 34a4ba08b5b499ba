import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Canvas, Order, Painted } from './painter.ts';

/** Threads that turn pages into pictures, as many as there are processors; started with the first order. */
export interface Painters {
  /** A page as PNG. */
  paint(order: Order): Promise<Uint8Array>;
  end(): void;
}

/** Each document goes to one thread, which keeps it open. */
export function openPainters(documents: readonly Uint8Array[], size: Omit<Canvas, 'documents'>): Painters {
  const count = Math.min(availableParallelism(), documents.length);
  const painters = new Map<number, ReturnType<typeof openPainter>>();
  return {
    paint(order) {
      const which = order.document % count;
      const own = documents.map((pdf, at) => [at, pdf] as const).filter(([at]) => at % count === which);
      const painter = painters.get(which) ?? openPainter({ ...size, documents: new Map(own) });
      painters.set(which, painter);
      return painter.paint(order);
    },
    end() {
      for (const { end } of painters.values()) end();
    },
  };
}

function openPainter(canvas: Canvas): Painters {
  const worker = new Worker(new URL('./painter.mjs', import.meta.url), { workerData: canvas });
  const waiting = new Map<string, { resolve: (png: Uint8Array) => void; reject: (cause: Error) => void }>();
  const keyOf = ({ document, page }: Order) => `${document} ${page}`;
  /** Why it ended: who orders of it then would wait for ever. */
  let down: Error | undefined;
  const end = (cause: Error) => {
    down ??= cause;
    for (const { reject } of waiting.values()) reject(down);
    waiting.clear();
  };
  worker.on('message', ({ png, failure, ...order }: Painted) => {
    const asked = waiting.get(keyOf(order));
    waiting.delete(keyOf(order));
    if (failure === undefined) asked?.resolve(png);
    else asked?.reject(new Error(failure));
  });
  worker.on('error', (cause) => end(cause instanceof Error ? cause : new Error(String(cause))));
  worker.on('exit', () => end(new Error('the painting thread ended')));
  return {
    paint: (order) =>
      new Promise((resolve, reject) => {
        if (down) {
          reject(down);
          return;
        }
        waiting.set(keyOf(order), { resolve, reject });
        worker.postMessage(order);
      }),
    end: () => void worker.terminate(),
  };
}
