import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { drawGuide } from '../../src/face/draw-guide.ts';
import { startThreads } from '../../src/face/threads.ts';
import { openProjects } from '../../src/load.ts';
import type { Format } from '../../src/model/faces.ts';
import { pageSize } from '../../src/model/paper.ts';
import { withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument, OPS } from '../fixtures/pdfjs.ts';

const threads = startThreads();
afterAll(() => threads.end());
const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

/** What comes out of a deck with these chapters on A4, and layouts of its own. */
async function drawn(chapters: Readonly<Record<string, string>>, layouts: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(chapters).map(([id, text]) => [`deck/guide/${id}.mdx`, text] as const);
  return await withBlank({ ...Object.fromEntries(files), ...layouts }, async (root) => {
    const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    const [project] = projects;
    if (!project) throw new Error(problems.map(shown).join('\n'));
    const { deck, layouts: dirs } = project;
    const sizes = [pageSize('a4', 'portrait')];
    const made = await drawGuide({ deck, layouts: dirs, format: poker, threads, root, sizes });
    return { deck, guide: made.guides[0], said: made.problems.map(shown) };
  });
}

const FIRST = '---\ntitle: First\norder: 1\nlead: It begins.\n---\n\n## Words\nSee <Chapter id="last" />.\n';
const LAST = `---\ntitle: Last\norder: 2\nsources: [A book]\n---\n\n## Many\n${Array.from({ length: 80 }, (_, at) => `Paragraph ${at}.`).join('\n\n')}\n`;

test('a guide says which chapter each page is of, and where numbers go', async () => {
  const { guide, said } = await drawn({ first: FIRST, last: LAST });
  expect(said).toEqual([]);
  const chapters = guide?.pages.map(({ chapter }) => chapter) ?? [];
  expect(chapters.slice(0, 4)).toEqual(['', '', 'first', 'last']);
  expect(new Set(chapters.slice(3))).toEqual(new Set(['last']));
  expect(guide?.pages.slice(0, 3).map(({ numbers }) => numbers.map(({ name }) => name))).toEqual([
    [],
    ['number', 'start:first', 'start:last'],
    ['number'],
  ]);
});

test('a list that is longer than a page goes on over pages, and goes on counting', async () => {
  const items = Array.from({ length: 90 }, (_, at) => `${at + 4}. Item`).join('\n');
  const { guide, said } = await drawn({ first: FIRST, last: `${LAST}\n\n${items}\n` });
  expect(said).toEqual([]);
  const pdf = await getDocument({ data: Uint8Array.from(guide?.pdf ?? []) }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getTextContent());
  const texts = (await Promise.all(pages)).flatMap(({ items: all }) => all.map((one) => ('str' in one ? one.str : '')));
  const numbers = texts.filter((_, at) => texts[at + 2] === 'Item' || texts[at + 1] === 'Item');
  expect(numbers.filter((one) => one.trim() !== '')).toEqual(Array.from({ length: 90 }, (_, at) => String(at + 4)));
});

/** The words of each page, line by line. */
async function linesOf(pdf: Uint8Array | undefined): Promise<string[][]> {
  const document = await getDocument({ data: Uint8Array.from(pdf ?? []) }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items.flatMap((one) => ('str' in one && one.str.trim() !== '' ? [one.str] : []));
  });
  return await Promise.all(pages);
}

test('a table of a third of a page or less stands on one page; a longer one goes on', async () => {
  const rows = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `| ${name}${at}. |`).join('\n');
  const table = (name: string, count: number) => `| ${name} |\n|---|\n${rows(name, count)}\n`;
  const before = Array.from({ length: 25 }, (_, at) => `Paragraph ${at}.`).join('\n\n');
  const chapter = `---\ntitle: Tables\norder: 2\n---\n\n## All\n${before}\n\n${table('Short', 12)}\n\n${table('Long', 60)}`;
  const { guide, said } = await drawn({ tables: chapter });
  expect(said).toEqual([]);
  const pages = await linesOf(guide?.pdf);
  const on = (name: string) => pages.filter((lines) => lines.some((line) => line.startsWith(name))).length;
  expect(on('Short')).toBe(1);
  expect(on('Long')).toBeGreaterThan(1);
  expect(pages.find((lines) => lines.some((line) => line.startsWith('Short')))?.join(' ')).not.toContain(
    'Paragraph 1.',
  );
});

test('a long table says its head again on each page, above its columns, and never where no row follows', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `| Left${at} | Right${at} |`).join('\n');
  const chapter = (before: number) =>
    `---\ntitle: Tables\norder: ${before}\n---\n\n## Before\n${'Paragraph.\n\n'.repeat(before)}\n\n## Beside\n| HeadL | HeadR |\n|---|---|\n${rows}\n`;
  // The table begins anywhere on the lower half of a page: some of its beginnings have room for the head alone.
  const { guide, said } = await drawn(
    Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`c${at}`, chapter(at + 14)])),
  );
  expect(said).toEqual([]);
  const document = await getDocument({ data: Uint8Array.from(guide?.pdf ?? []) }).promise;
  let tables = 0;
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    const words = items.flatMap((one) => ('str' in one && one.str.trim() !== '' ? [one] : []));
    const first = words.findIndex(({ str }) => /^Left\d/u.test(str));
    const heads = words.filter(({ str }) => str.startsWith('Head'));
    expect(heads.map(({ str }) => str)).toEqual(first < 0 ? [] : ['HeadL', 'HeadR']);
    if (first < 0) continue;
    tables += 1;
    const x = (word: (typeof words)[number] | undefined) => Math.round(word?.transform[4] ?? -1);
    expect(heads.map(x)).toEqual([x(words[first]), x(words[first + 1])]);
    expect(x(words[first])).toBe(Math.round(62 * (72 / 25.4)));
  }
  expect(tables).toBeGreaterThan(28);
});

test('the first sentence of a chapter does not end in a lonely word', async () => {
  const lead = 'What comes first, what it has to show, and what it would take to keep it.';
  const { guide } = await drawn({ first: `---\ntitle: First\norder: 1\nlead: ${lead}\n---\n\n## Words\nOne.\n` });
  const lines = (await linesOf(guide?.pdf)).flat();
  expect(lines.join(' ')).toContain(lead);
  expect(lines).not.toContain('it.');
});

test('a deck with a cover card has its cloth on the guide’s cover; one without has a plain one', async () => {
  const chapter = '---\ntitle: First\norder: 1\n---\n\n## Words\nOne.\n';
  const strokes = async (files: Readonly<Record<string, string>>) => {
    const { guide, said } = await drawn({ first: chapter }, files);
    expect(said).toEqual([]);
    const document = await getDocument({ data: Uint8Array.from(guide?.pdf ?? []) }).promise;
    const { fnArray } = await (await document.getPage(1)).getOperatorList();
    return fnArray.filter((one: number) => one === OPS.constructPath).length;
  };
  const cover =
    '---\nsuit: habit\nnumber: 90\ntitle: Mine\ngist: A deck\nface: cover\n---\n\n## Front\nOne line.\n\n## Back\nWords.\n';
  const [plain, laid] = [await strokes({}), await strokes({ 'deck/cards/habits/mine.mdx': cover })];
  expect(laid).toBeGreaterThan(plain);
});

describe('what cannot be printed is an error', () => {
  test('a paragraph that is higher than the page, at its chapter', async () => {
    const words = 'Many words that nobody has divided. '.repeat(200);
    const { said } = await drawn({ first: FIRST, last: LAST.replace('Paragraph 3.', words) });
    expect(said).toEqual([
      'deck/guide/last.mdx:1:1 error guide/cannot-draw chapter “Last” on A4: a paragraph, an item of a list or a row of a table is higher than the page; divide it',
    ]);
  });

  test('a character that no font has, at its chapter', async () => {
    const { said } = await drawn({ last: LAST.replace('Paragraph 3.', 'A \u{1F9C0} here.') });
    expect(said).toEqual([
      'deck/guide/last.mdx:1:1 error guide/missing-glyph chapter “Last” on A4: a character has no glyph in its font',
    ]);
  });

  test('words that a layout of one’s own leaves out', async () => {
    const book = `import { Page, Words } from 'prepdeck/layout';
export default { Book: ({ deck, chapters }) => chapters.map(({ id, title }) => <Page key={id} id={'chapter:' + id} style={{ padding: 40 }}>
  <Words theme={deck.theme} size={10} colour="#000000">{title}</Words></Page>) };`;
    const { said } = await drawn({ last: LAST }, { 'layouts/guide/book.tsx': book });
    expect(said[0]).toBe(
      'deck/guide/last.mdx:1:1 error guide/lost-words chapter “Last” on A4: the layout does not print “a book”',
    );
  });
});

test('a deck without a guide draws none', async () => {
  const { guide, said } = await drawn({});
  expect({ guide, said }).toEqual({ guide: undefined, said: [] });
});
