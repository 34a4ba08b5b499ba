import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { notoSansJoined } from '../fixtures/fonts.ts';
import { getDocument } from '../fixtures/pdfjs.ts';

// Thai, Khmer and Burmese have no spaces between words, and marks over and under their letters.

const SCRIPTS = {
  Thai: { lang: 'th', title: 'น้ำดี', said: 'วันนี้อากาศดีมากๆเลยน้ำที่ผู้รู้จักนั้นคำมากเลยวันที่อากาศดีน้ำที่รู้จักนั้นดีมากผู้ที่รู้จักวันนี้' },
  Khmer: {
    lang: 'km',
    title: 'ភាសាខ្មែរ',
    said: 'ខ្ញុំស្រលាញ់ភាសាខ្មែរណាស់ធ្វើចាប់ផ្តើមស្ត្រីឆ្នាំខ្ញុំធ្វើភាសាខ្មែរស្រលាញ់ណាស់ខ្ញុំចាប់ផ្តើមភាសាខ្មែរ',
  },
  Myanmar: { lang: 'my', title: 'မြန်မာ', said: 'မြို့နှိုင်းစကားကိုလေ့လာပါမြန်မာစကားကိုမြို့လေ့လာပါမြန်မာနှိုင်းစကားကိုလေ့လာပါမြန်မာမြို့' },
} as const;

/** The letters of a text with those that one is made of, in the order of their numbers: glyphs may stand before the letter that they belong to. */
function letters(text: string): string {
  const parts = text.normalize('NFKD').replaceAll('ើ', 'េី');
  return [...parts.replaceAll(/\s/gu, '')].sort().join('');
}

/** What comes out of a deck with one card more, in one of the scripts. */
async function drawn(script: keyof typeof SCRIPTS, font = notoSansJoined(script)) {
  const { lang, title, said: text } = SCRIPTS[script];
  const edits = {
    [`deck/fonts/NotoSans${script}-Regular.ttf`]: font,
    'deck/tokens.json': (json: string) => json.replace(/"(Fraunces|Atkinson[^"]*)"/gu, `["$1", "Noto Sans ${script}"]`),
    'deck/deck.yaml': (yaml: string) => yaml.replace('lang: en-US', `lang: ${lang}`),
    'deck/cards/habits/friday.mdx': `---\nsuit: habit\nnumber: 9\ntitle: ${title}\ngist: ${title}\n---\n\n## Do\n\n${text}\n`,
  };
  return await withBlank(edits, async (root) => {
    const { checked, problems } = await checkAndDraw(printing(root, ['a4'], { cards: { only: ['id:friday'] } }));
    return { faces: checked[0]?.drawn.get('poker'), said: problems.filter(({ fatal }) => fatal).map(shown) };
  });
}

test.each(['Thai', 'Khmer', 'Myanmar'] as const)(
  '%s is printed in lines, and found letter by letter',
  async (script) => {
    const { title, said: text } = SCRIPTS[script];
    const { faces, said } = await drawn(script);
    expect(said).toEqual([]);
    const at = faces?.pages.get('friday.back');
    const data = Uint8Array.from(faces?.documents[at?.document ?? 0] ?? []);
    const page = await (await getDocument({ data }).promise).getPage((at?.page ?? 0) + 1);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const found = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(letters(found.replaceAll(/[ -~]/gu, ''))).toBe(letters(title + text));
    const ends = items.filter((item) => 'str' in item && item.hasEOL);
    expect(ends.length).toBeGreaterThan(3);
  },
);

test('a font without a part of a letter is told: the letter would be printed without it', async () => {
  const cut = await subsetFont(notoSansJoined('Khmer'), SCRIPTS.Khmer.title + SCRIPTS.Khmer.said, {
    targetFormat: 'sfnt',
  });
  const { said } = await drawn('Khmer', cut);
  expect(said).toEqual([
    `deck/cards/habits/friday.mdx:8:1 error font/no-glyph "Do" holds what the fonts can't print: U+17C1 \u17c1.`,
  ]);
});
