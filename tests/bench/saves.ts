import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dev } from '../../src/dev/dev.ts';
import type { DevEvent } from '../../src/dev/views.ts';

const shipped = path.resolve(import.meta.dirname, '../../deck');
const CARD = 'cards/patterns/rec/because-you-row.mdx';

/**
 * Saves one card of the shipped deck `count` times while `prepdeck dev` runs, every second time as editors do that write a new
 * file and rename it.
 *
 * @returns the times from a save to both pictures, as the page fetches them, in ms, shortest first
 */
export async function saves(count: number): Promise<number[]> {
  // As the command does: React's own checks cost a fifth of the drawing.
  process.env.NODE_ENV ??= 'production';
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-bench-'));
  const deck = path.join(root, 'deck');
  await cp(shipped, deck, { recursive: true });
  const server = await dev({ deck, root, port: { port: 0 } });
  await fetch(`${server.address}item/because-you-row.json`);
  const stream = await events(server.address);
  const file = path.join(deck, CARD);
  const text = await readFile(file, 'utf8');
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const edited = text.replace(/^gist:.*$/mu, `gist: A row of picks, version ${i + 1}`);
    const told = stream.next();
    const started = performance.now();
    await save(file, edited, i % 2 === 1);
    const { saved } = await told;
    await Promise.all(['front', 'back'].map((side) => picture(server.address, `${saved}.${side}`)));
    times.push(performance.now() - started);
    // A person's next save comes later; what the file system still tells of this one is not the next one's.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  stream.close();
  await server.close();
  await rm(root, { recursive: true });
  return times.sort((a, b) => a - b);
}

async function save(file: string, text: string, anew: boolean): Promise<void> {
  if (!anew) return await writeFile(file, text);
  await writeFile(`${file}~`, text);
  await rename(`${file}~`, file);
}

async function picture(address: string, face: string): Promise<void> {
  const response = await fetch(`${address}picture/${face}.png?dpi=144`);
  if (!response.ok) throw new Error(`no picture of ${face}`);
  await response.arrayBuffer();
}

/** The server's event stream: the next saved card, as often as asked. */
function events(address: string): Promise<{ next(): Promise<{ saved: string }>; close(): void }> {
  return new Promise((resolve) => {
    const request = get(`${address}events`, (response) => {
      response.setEncoding('utf8');
      const next = () =>
        new Promise<{ saved: string }>((told) => {
          const read = (text: string) => {
            const event = text.startsWith('data: ') ? (JSON.parse(text.slice(6)) as DevEvent) : undefined;
            if (event?.kind !== 'changed' || !event.saved) return;
            response.off('data', read);
            told({ saved: event.saved.id });
          };
          response.on('data', read);
        });
      response.once('data', () => resolve({ next, close: () => request.destroy() }));
    });
  });
}
