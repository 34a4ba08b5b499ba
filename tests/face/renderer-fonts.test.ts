import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { liberation, sora, sourceCode } from '../fixtures/fonts.ts';
import { read } from '../press/readers.ts';

// Decks with other people's fonts, printed whole and read by a program that did not write them.

const WORDS = {
  title: 'Ερώτηση ή ζωή',
  gist: 'Съешь ещё этих мягких булок',
  body: 'Zażółć gęślą jaźń, ο κόσμος и **чай** *мир*',
};
const CARD = `---\nsuit: question\nnumber: 90\ntitle: ${WORDS.title}\ngist: ${WORDS.gist}\n---\n\n## Why ask\n\n${WORDS.body}.\n`;

/** tokens.json of the blank deck with other fonts. */
function withFonts(font: Readonly<Record<string, unknown>>) {
  return (text: string): string => {
    const tokens = JSON.parse(text) as Record<string, unknown>;
    const roles = Object.entries(font).map(([role, value]) => [role, { $value: value }]);
    return JSON.stringify({ ...tokens, font: { $type: 'fontFamily', ...Object.fromEntries(roles) } });
  };
}

async function pages(
  fonts: Readonly<Record<string, Uint8Array>>,
  roles: Readonly<Record<string, unknown>>,
  card = CARD,
) {
  const files = Object.fromEntries(Object.entries(fonts).map(([name, data]) => [`deck/fonts/${name}`, data]));
  const edits = { ...files, 'deck/cards/own.mdx': card, 'deck/tokens.json': withFonts(roles) };
  return await withBlank(edits, async (root) => {
    const { problems } = await build(printing(root, ['shop'], { cards: { only: ['id:own'] } }));
    const wrong = problems.filter(({ fatal }) => fatal).map(String);
    expect(wrong).toEqual([]);
    return await read(new Uint8Array(readFileSync(path.join(root, 'dist/print/shop--id-own.pdf'))));
  });
}

/** Letters alone: lines are broken, and labels in capitals. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').toLowerCase();

describe('Greek and Cyrillic by a further family', () => {
  let found: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    found = await pages(
      { 'LiberationSans-Regular.ttf': liberation('Regular'), 'LiberationSans-Bold.ttf': liberation('Bold') },
      { text: ['Atkinson Hyperlegible Next', 'Liberation Sans'], display: ['Fraunces', 'LiberationSans-Bold.ttf'] },
    );
  }, 60_000);

  test('words given are words printed', () => {
    const [front, back] = found.map(({ text }) => letters(text));
    expect(front).toContain(letters(WORDS.title));
    expect(front).toContain(letters(WORDS.gist));
    expect(back).toContain(letters(WORDS.body));
  });

  test('each font is embedded once, under a name of its own', () => {
    for (const { fonts } of found) {
      expect(fonts.filter((name) => name.includes('not embedded'))).toEqual([]);
      expect(new Set(fonts).size).toBe(fonts.length);
    }
    expect(found.flatMap(({ fonts }) => fonts).join()).toMatch(/Fraunces.*LiberationSans-Bold/su);
  });
});

test('a variable font, PostScript outlines and a font packed for the web print side by side', async () => {
  const card = CARD.replace(WORDS.title, 'Café Ölkanne')
    .replace(WORDS.gist, 'Plain words here')
    .replace(WORDS.body, 'Łódź and **strong Đuro** and *slanted ưỡn*');
  const [front, back] = await pages(
    {
      'sora.woff2': sora(),
      'sora-ext.woff2': sora('latin-ext'),
      'bold.otf': sourceCode('otf', 'Bold'),
      'italic.woff2': sourceCode('woff2', 'It'),
    },
    {
      text: ['Sora', 'italic.woff2'],
      strong: 'bold.otf',
      emphasis: ['italic.woff2', 'bold.otf'],
      display: { fontFamily: 'Sora', fontWeight: 800 },
      label: 'bold.otf',
    },
    card,
  );
  expect(letters(front?.text ?? '')).toContain(letters('Café Ölkanne'));
  expect(letters(back?.text ?? '')).toContain(letters('Łódź and strong Đuro and slanted ưỡn'));
  const fonts = [...(front?.fonts ?? []), ...(back?.fonts ?? [])].join();
  for (const name of ['Sora', 'SourceCodePro-Bold', 'SourceCodePro-It']) expect(fonts).toContain(name);
});
