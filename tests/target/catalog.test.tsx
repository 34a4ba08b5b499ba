import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ShellProps } from '../../src/model/catalog.ts';
import type { FacePicture } from '../../src/raster/face-pictures.ts';
import { siteTarget } from '../../src/target/catalog.ts';
import type { Job } from '../../src/target/target.ts';
import { sampleInput } from '../catalog/sample.ts';
import { cacheInMemory } from '../fixtures/cache.ts';

// The catalog of drawn faces, whose pictures threads paint meanwhile.

const { deck, looks, format } = sampleInput();
const keys = deck.cards.flatMap(({ id }) => [`${id}.front`, `${id}.back`]);
const [first, second] = [keys.slice(0, 4), keys.slice(4)];
const faces = { path: 'site/print/faces.0123456789.pdf', bytes: Buffer.from('faces') };

/** What is drawn, as two documents, in the order in which they were ready; the first to be ready is painted last. */
function jobOf(ready: readonly (readonly string[])[], more: Partial<Job> = {}): Job {
  const painted = async (some: readonly string[], at: number): Promise<FacePicture[]> => {
    await wait(20 * (ready.length - at));
    return some.map((key) => ({ key, width: 550, height: 770, bytes: Buffer.from(`picture of ${key}`) }));
  };
  return {
    ...{ deck, looks, site: true, kit: [], guides: [], stocks: [], papers: [], boardPictures: [] },
    formats: { [deck.format]: format },
    drawn: new Map([
      [deck.format, { format, documents: [], pages: new Map(keys.map((key, page) => [key, { page }])) }],
    ]),
    pictures: ready.map(painted),
    ...more,
  } as unknown as Job;
}

async function made(job: Job): Promise<[path: string, text: string][]> {
  const outputs = await siteTarget(job, async () => [faces]);
  return outputs.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
}

test('each page names pictures that are written, whether pages are kept or not', async () => {
  const whole = await made(jobOf([first, second]));
  const named = new Set(whole.flatMap(([, text]) => text.match(/pictures\/[\w.-]+\.png/gu) ?? []));
  const written = whole.map(([path]) => path).filter((path) => path.startsWith('site/pictures/'));
  expect([...named].map((name) => `site/${name}`).sort()).toEqual(written.sort());
  expect(written).toHaveLength(keys.length);
  const cache = cacheInMemory();
  for (const _ of ['cold', 'warm']) expect(await made(jobOf([first, second], { cache, isOurs: true }))).toEqual(whole);
});

test('the print page writes the paper’s size as its language does', async () => {
  const letter = { id: 'letter', name: 'Letter', paper: { width: 215.9, height: 279.4 }, flip: 'long' };
  const stocks = [letter] as unknown as Job['stocks'];
  const printed = { path: 'print/letter.pdf', bytes: Buffer.from('sheets'), sheets: 1 };
  const said = async (lang: string) => {
    const job = jobOf([first, second], { stocks, selection: '', deck: { ...deck, lang } });
    const outputs = await siteTarget(job, async () => [faces, printed]);
    const page = outputs.find(({ path }) => path === 'site/print.html')?.bytes ?? '';
    return /<dd>([^<]* × [^<]*)<\/dd>/u.exec(Buffer.from(page).toString())?.[1];
  };
  expect([await said('de'), await said('en')]).toEqual(['215,9 × 279,4 mm', '215.9 × 279.4 mm']);
});

/** A frame that shows all pictures. */
function Frame({ catalog, children }: ShellProps) {
  return (
    <>
      <p>{[...catalog.pictures.keys()].join(' ')}</p>
      {children}
    </>
  );
}

test('it is the same whichever document is ready first, also where a frame shows all pictures', async () => {
  const shell = { file: 'shell.tsx', Frame, rules: '' };
  const of = (...ready: (readonly string[])[]) => made(jobOf(ready, { looks: { ...looks, shell } }));
  const outputs = await of(first, second);
  expect(new Map(outputs).get('site/index.html')).toContain(`<p>${keys.join(' ')}</p>`);
  expect(await of(second, first)).toEqual(outputs);
});
