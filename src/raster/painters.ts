import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Canvas, Order, Painted } from './painter.ts';

/** Threads that turn pages into pictures, as many as there are processors; started with the first order. */
export interface Painters {
  /**
   * A page as PNG.
   *
   * @param place where it is among all that are to be painted, from 0 to under 1: neighbours go to one thread, which keeps
   *   their document open
   */
  paint(order: Order, place: number): Promise<Uint8Array>;
  end(): void;
}

/** Starts no thread yet. */
export function openPainters(canvas: Canvas): Painters {
  const count = availableParallelism();
  const painters = new Map<number, Painter>();
  return {
    paint(order, place) {
      const which = Math.floor(place * count);
      const painter = painters.get(which) ?? openPainter(canvas);
      painters.set(which, painter);
      return painter.paint(order);
    },
    end() {
      for (const { end } of painters.values()) end();
    },
  };
}

interface Painter {
  paint(order: Order): Promise<Uint8Array>;
  end(): void;
}

function openPainter(canvas: Canvas): Painter {
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
