import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build, check } from '../../src/index.ts';
import { type Edits, withBlank } from '../fixtures/blank.ts';

// What EXTENDING.md shows, and CONTRIBUTING.md of a shell, works as it stands there.

const clone = path.resolve(import.meta.dirname, '../..');
const text = await readFile(path.join(clone, 'EXTENDING.md'), 'utf8');
const examples = [...text.matchAll(/^```tsx?\n(.*?)^```/gmsu)].map(([, code = '']) => code);

const contributing = await readFile(path.join(clone, 'CONTRIBUTING.md'), 'utf8');
const [, shell = ''] = /^```tsx\n(.*?)^```/msu.exec(contributing) ?? [];

/** The one example that has these words. */
function example(words: string): string {
  const [found, ...more] = examples.filter((one) => one.includes(words));
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} examples have “${words}”`);
  return found;
}

const LAYOUTS: Edits = {
  'layouts/faces/quote.tsx': example('const quote: Look'),
  'layouts/boards/pair.tsx': example('const pair: KitLook<Board>'),
  'layouts/worksheets/plain.tsx': example('const plain: KitLook<Worksheet>'),
  'layouts/slots/footer.tsx': example('function Footer('),
  'layouts/site/home.tsx': example('function Home('),
  'layouts/targets/titles.ts': example('const titles: Target'),
};

const CONTENT: Edits = {
  'deck/suits.yaml': (suits) =>
    `${suits.trimEnd()}\n  quote: { name: Quotes, one: Quote, code: QUO, colour: habit, face: quote, about: What people said. }\n`,
  'deck/cards/quotes/best.mdx':
    '---\nsuit: quote\nnumber: 1\ntitle: Best\ngist: I had no idea you knew\nby: A guest\n---\n\n## Said\nAt table four.\n',
  'deck/boards/two.mdx':
    '---\ntitle: Two\nlook: pair\n---\n\n## One\n\n<Box id="a" label="A" />\n\n## Two\n\n<Box id="b" label="B" />\n',
  'deck/worksheets/one.mdx': '---\ntitle: One\nlook: plain\n---\n\n## One\n\n<Box id="a" label="A" />\n',
};

test('all examples together make a deck', () =>
  withBlank({ ...LAYOUTS, ...CONTENT }, async (root) => {
    expect(examples.length).toBe(Object.keys(LAYOUTS).length);
    await writeFile(path.join(root, 'layouts/slots/shell.tsx'), shell);
    const where = { deck: path.join(root, 'deck'), out: path.join(root, 'dist'), root };
    const { ok, problems } = await build({ ...where, stocks: ['a4'] });
    expect(problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([]);
    expect(ok).toBe(true);
    expect(await readFile(path.join(root, 'dist/targets/titles/titles.csv'), 'utf8')).toContain('QUO 1;Best;1\n');
    const home = await readFile(path.join(root, 'dist/site/index.html'), 'utf8');
    expect(home).toContain('<p class="ours">For Acme’s own people</p>');
    expect(home).toContain(', for Acme’s own people</h1>');
    expect(await readdir(path.join(root, 'dist/print'))).toContain('board-two.pdf');
  }));

/** What is wrong with cards of The Test Kitchen in a format where an organization has this footer. */
async function withFooter(footer: string, format: string, cards: readonly string[]) {
  // Inside the clone, which is the package that it names.
  const root = await mkdtemp(path.join(clone, 'prepdeck-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(path.join(root, 'deck'));
  await mkdir(path.join(root, 'layouts/slots'), { recursive: true });
  const deck = `name: Ours\nversion: 1.0.0\nextends: prepdeck\nformat: ${format}\n`;
  await writeFile(path.join(root, 'deck/deck.yaml'), deck);
  await writeFile(path.join(root, 'layouts/slots/footer.tsx'), footer);
  return (await check({ root, stocks: ['a4'], kit: false, cards: { only: [...cards] } })).problems;
}

test.each(['poker', 'tarot'])(
  'the footer has room on the cards of The Test Kitchen, which an organization has: %s',
  async (format) => {
    // Of its patterns, which have one look, two families.
    const problems = await withFooter(example('function Footer('), format, ['-suit:pattern', 'family:REC,PAG']);
    expect(problems.map(({ file, reason }) => `${file} ${reason}`)).toEqual([]);
  },
);

test('a footer that stands too high is to blame for what it runs into, not the words of cards: said once', async () => {
  const footer = example('function Footer(').replace('format.height - 5.2', 'format.height - 8');
  const problems = await withFooter(footer, 'poker', ['family:REC,PAG']);
  expect(problems.map(({ ruleId, reason, note }) => `${ruleId} ${reason} | ${note}`)).toEqual([
    expect.stringMatching(
      /^overlap .*, (front|back): “Acme (front|back)”, which the slot “footer” draws, runs \d\.\d mm into this \| Move what layouts\/slots\/footer draws .* The same is so on \d+ more sides\.$/u,
    ),
  ]);
});
