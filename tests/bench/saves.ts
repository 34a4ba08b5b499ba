import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import path from 'node:path';
import type { DevEvent } from '../../src/dev/views.ts';
import type { Engine } from './engine-copy.ts';
import { otherGist, type Place } from './frozen.ts';
import type { Running } from './run.ts';
import type { Measure } from './summary.ts';

/** What is saved while `prepdeck dev` runs, and how often. */
export interface Saving {
  engine: Engine;
  place: Place;
  count: number;
}

/**
 * Saves a card `count` times while `prepdeck dev` runs, every second time as editors do that write a new file and rename it.
 *
 * @returns the times from a save to both pictures, as the page fetches them, with what the server used in all
 */
export async function cardSaves({ engine, place, count }: Saving): Promise<Measure[]> {
  const text = await readFile(place.card, 'utf8');
  return await saves({ engine, place, count }, (number) => ({ file: place.card, text: otherGist(text, number) }));
}

/**
 * Saves the code of a layout `count` times.
 *
 * @param file its absolute path
 */
export async function layoutSaves(saving: Saving, file: string): Promise<Measure[]> {
  const text = await readFile(file, 'utf8');
  // Not a comment: what is compiled changes too.
  return await saves(saving, (number) => ({ file, text: `${text}\nexport const version = ${number};\n` }));
}

/** The layout of a slot that draws on every card of any deck, put beside the deck. */
export async function addFooter({ dir }: Place): Promise<string> {
  const file = path.join(dir, 'layouts/slots/footer.tsx');
  await mkdir(path.dirname(file), { recursive: true });
  const box = 'backgroundColor: deck.theme.colour.ink, width: 1, height: 1';
  await writeFile(
    file,
    [
      "import { At, type FooterProps, View } from 'prepdeck/layout';",
      'export default function Footer({ deck, format }: FooterProps) {',
      `  return <At x={5} y={format.height - 3} w={2}><View style={{ ${box} }} /></At>;`,
      '}',
    ].join('\n'),
  );
  return file;
}

/** Saves `count` times what `edit` gives, and waits each time until both sides of the card have come. */
async function saves(
  { engine, place, count }: Saving,
  edit: (number: number) => { file: string; text: string },
): Promise<Measure[]> {
  const card = path.basename(place.card, '.mdx');
  const running = engine.start(['dev', '--deck', place.deck, '--port', '0'], place.dir);
  const address = await addressOf(running);
  const stream = await events(address);
  await shown(address, card);
  const seconds: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { file, text } = edit(number);
    const told = stream.next();
    const started = performance.now();
    await save(file, text, number % 2 === 0);
    const isCard = await told;
    await (isCard ? pictures(address, card) : shown(address, card));
    seconds.push((performance.now() - started) / 1000);
    // A person's next save comes later; what the file system still tells of this one is not the next one's.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  stream.close();
  running.child.kill('SIGTERM');
  const { memory } = await running.ended;
  await rm(`${place.card}~`, { force: true });
  return seconds.map((one) => ({ seconds: one, ...(memory !== undefined && { memory }) }));
}

/** Where the server says it is. */
async function addressOf({ child, ended }: Running): Promise<string> {
  const said = new Promise<string>((resolve) => {
    child.stderr?.on('data', (data: Buffer) => {
      const [address] = /http:\S+/u.exec(data.toString()) ?? [];
      if (address) resolve(address);
    });
  });
  const early = ended.then(() => {
    throw new Error('prepdeck dev ended before it said where it is');
  });
  return await Promise.race([said, early]);
}

async function save(file: string, text: string, anew: boolean): Promise<void> {
  if (!anew) return await writeFile(file, text);
  await writeFile(`${file}~`, text);
  await rename(`${file}~`, file);
}

/** Asks for a card as the page does when it shows another one. */
async function shown(address: string, card: string): Promise<void> {
  await (await fetch(`${address}item/${card}.json`)).arrayBuffer();
  await pictures(address, card);
}

async function pictures(address: string, card: string): Promise<void> {
  await Promise.all(
    ['front', 'back'].map(async (side) => {
      const response = await fetch(`${address}picture/${card}.${side}.png?dpi=144`);
      if (!response.ok) throw new Error(`no picture of ${card}.${side}`);
      await response.arrayBuffer();
    }),
  );
}

/** The server's event stream: whether the next change is one of a card, as often as asked. */
function events(address: string): Promise<{ next(): Promise<boolean>; close(): void }> {
  return new Promise((resolve) => {
    const request = get(`${address}events`, (response) => {
      response.setEncoding('utf8');
      const next = () =>
        new Promise<boolean>((told, failed) => {
          const read = (text: string) => {
            for (const line of text.split('\n').filter((one) => one.startsWith('data: '))) {
              const event = JSON.parse(line.slice(6)) as DevEvent;
              if (event.kind === 'restarting') continue;
              response.off('data', read);
              if (event.kind === 'failed') failed(new Error(event.message));
              else told(event.saved !== undefined);
            }
          };
          response.on('data', read);
        });
      response.once('data', () => resolve({ next, close: () => request.destroy() }));
    });
  });
}
