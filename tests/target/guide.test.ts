import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { drawGuide } from '../../src/face/draw-guide.ts';
import { startThreads } from '../../src/face/threads.ts';
import { openProjects } from '../../src/load.ts';
import type { Format } from '../../src/model/faces.ts';
import type { Output } from '../../src/model/output.ts';
import { guideSizes, pageSize } from '../../src/model/paper.ts';
import { guideTarget } from '../../src/target/guide.ts';
import type { Job } from '../../src/target/target.ts';
import { withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument, OPS } from '../fixtures/pdfjs.ts';

const threads = startThreads();
afterAll(() => threads.end());
const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

const FIRST = '---\ntitle: First\norder: 1\nlead: It begins.\n---\n\n## Words\nSee <Chapter id="last" />.\n';
const LAST = `---\ntitle: Last\norder: 3\nsources: [A book]\n---\n\n## Many\n${Array.from({ length: 80 }, (_, at) => `Paragraph ${at}.`).join('\n\n')}\n`;

/** The guide of a deck with these chapters, and the id of its first card, for a chapter about one. */
async function made(chapters: Readonly<Record<string, (card: string) => string>>): Promise<Output[]> {
  return await withBlank({}, async (root) => {
    const dir = path.join(root, 'deck');
    const open = async () => (await openProjects(await openChain({ dir, root }))).projects[0];
    const { writeFile, mkdir } = await import('node:fs/promises');
    await mkdir(path.join(dir, 'guide'));
    const [card] = (await open())?.deck.cards ?? [];
    for (const [id, text] of Object.entries(chapters)) {
      await writeFile(path.join(dir, 'guide', `${id}.mdx`), text(card?.id ?? ''));
    }
    const project = await open();
    if (!project) throw new Error('no deck');
    const { deck, layouts } = project;
    const sizes = [pageSize('a4', 'portrait'), pageSize('letter', 'portrait')];
    const { guides, problems } = await drawGuide({ deck, layouts, format: poker, threads, root, sizes });
    expect(problems.map(shown)).toEqual([]);
    return await guideTarget({ deck, guides } as unknown as Job, async () => []);
  });
}

/** Words, outline and links of a PDF. */
async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf.slice() }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1);
      const { items } = await page.getTextContent();
      const links = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Link');
      const text = items.map((one) => ('str' in one ? one.str : '')).join(' ');
      const { fnArray, argsArray } = await page.getOperatorList();
      const paths = fnArray.flatMap((one: number, index: number) =>
        one === OPS.constructPath ? [argsArray[index][1][0].length] : [],
      );
      // A line is six numbers.
      return { text, links, view: page.view, ruled: Math.max(0, ...paths) > 6 * 20 };
    }),
  );
  const pageOf = async (dest: string) => {
    const [ref] = (await document.getDestination(dest)) ?? [];
    return (await document.getPageIndex(ref)) + 1;
  };
  return { pages, outline: (await document.getOutline()).map(({ title }) => title), pageOf };
}

const plain = { first: () => FIRST, last: () => LAST };

test('a guide has a cover, contents with the right pages, bookmarks, links and numbers, on each paper', async () => {
  const outputs = await made(plain);
  expect(outputs.map((one) => one.path)).toEqual(['print/guide.pdf', 'print/guide--letter.pdf']);
  const { pages, outline, pageOf } = await read(outputs[0]?.bytes ?? new Uint8Array());
  expect(outputs[0]?.sheets).toBe(Math.ceil(pages.length / 2));
  expect(pages.map(({ view }) => view.slice(2).map(Math.round))).toEqual(pages.map(() => [595, 842]));
  expect(outline).toEqual(['Contents', 'First', 'Last']);
  // Cover, contents, then a chapter each.
  expect(pages[1]?.text).toMatch(/First.*Last/u);
  expect(pages[1]?.text).toMatch(/2\s+3\s+4\s*$/u);
  expect(pages[2]?.text).toMatch(/It begins\..*See\s+Last/u);
  expect(pages.slice(2).map(({ text }) => /(\d+)\s*$/u.exec(text)?.[1])).toEqual(
    pages.slice(2).map((_, at) => String(at + 3)),
  );
  expect(pages.at(-1)?.text).toContain('A book');
  expect(await Promise.all(['chapter-first', 'chapter-last'].map(pageOf))).toEqual([3, 4]);
  expect(pages.map(({ links }) => links.length).slice(0, 3)).toEqual([0, 2, 1]);
});

test('a chapter about a card begins on a left-hand page: what stands before it leaves one for notes', async () => {
  const about = (card: string) => `---\ncard: ${card}\norder: 0\n---\n\n## Words\nOne.\n`;
  const outputs = await made({ ...plain, about });
  const { pages, outline, pageOf } = await read(outputs[0]?.bytes ?? new Uint8Array());
  expect(pages[2]?.text).toMatch(/^Notes\s+3$/u);
  expect(pages[2]?.ruled).toBe(true);
  expect(pages[3]?.ruled).toBe(false);
  expect(await pageOf('chapter-about')).toBe(4);
  expect(await pageOf('chapter-first')).toBe(5);
  expect(outline).toHaveLength(4);
});

test('the same guide is the same bytes', async () => {
  const [one, other] = [await made(plain), await made(plain)];
  expect(one.map(({ bytes }, at) => Buffer.compare(bytes, other[at]?.bytes ?? new Uint8Array()))).toEqual([0, 0]);
});

test('it is made for the papers that the deck is printed on, of A4 and Letter', () => {
  const [a4, letter, other] = [
    { width: 210, height: 297 },
    { width: 279.4, height: 215.9 },
    { width: 69.5, height: 94.9 },
  ] as const;
  const ids = (papers: Parameters<typeof guideSizes>[0]) => guideSizes(papers).map(({ id }) => id);
  expect(ids([letter, other, a4])).toEqual(['letter-portrait', 'a4-portrait']);
  expect(ids([letter, letter])).toEqual(['letter-portrait']);
  expect(ids([other])).toEqual(['a4-portrait']);
});
