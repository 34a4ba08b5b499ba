import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { sora } from '../fixtures/fonts.ts';
import { getDocument, OPS } from '../fixtures/pdfjs.ts';

// Accents of their own, for letters that have no character with that accent: ọ́ in Yoruba, g̃ in Guarani.

/** What comes out of a deck with one card more. */
async function drawn(title: string, words: string) {
  const card = `---\nsuit: habit\nnumber: 9\ntitle: ${title}\ngist: An accent\n---\n\n## Do\n\n${words}\n`;
  return await withBlank({ 'deck/cards/habits/accent.mdx': card }, async (root) => {
    const { checked, problems } = await checkAndDraw(printing(root, ['a4'], { cards: { only: ['id:accent'] } }));
    return { faces: checked[0]?.drawn.get('poker'), said: problems.map(shown) };
  });
}

/** Where the text of the card's back is moved to, in font sizes. */
async function placesOf(faces: Awaited<ReturnType<typeof drawn>>['faces']): Promise<{ x: number; y: number }[]> {
  const at = faces?.pages.get('accent.back');
  const data = Uint8Array.from(faces?.documents[at?.document ?? 0] ?? []);
  const page = await (await getDocument({ data }).promise).getPage((at?.page ?? 0) + 1);
  const { fnArray, argsArray } = await page.getOperatorList();
  let size = 1;
  return fnArray.flatMap((operator, index) => {
    if (operator === OPS.setFont) size = argsArray[index][1];
    const matrix = argsArray[index]?.[0];
    return operator === OPS.setTextMatrix ? [{ x: matrix[4] / size, y: matrix[5] / size }] : [];
  });
}

test('an accent stands where its font puts it: over the letter', async () => {
  const { faces, said } = await drawn('Accent', 'x\u0301');
  expect(said).toEqual([]);
  const places = (await placesOf(faces)).map(({ x }) => x);
  // The font moves it back by 0.311 from the end of the x, which is 0.481 wide.
  expect(Math.max(...places)).toBeCloseTo(0.17, 2);
});

test('an accent over another stands as much higher as its font says', async () => {
  const { faces, said } = await drawn('Accent', 'X\u0302\u0301');
  expect(said).toEqual([]);
  // The words of the back come last: first an accent, then the next one, which the font moves up by 0.199.
  const [first, second] = (await placesOf(faces)).slice(-2);
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(0.199, 2);
});

test('accents that are moved into what stands over them are an error', async () => {
  const { said } = await drawn('Accent', `X${'\u0302\u0301'.repeat(3)}`);
  expect(said).toEqual([expect.stringContaining('accent.mdx:8:1 error face/overlap')]);
});

test('an accent that its font does not put there is an error', async () => {
  const { said } = await drawn('"Q\u0308"', 'Words.');
  const message = 'an accent stands beside its letter, where its font puts it';
  expect(said).toEqual([
    `deck/cards/habits/accent.mdx:4:8 error face/stray-mark HAB 9 Q\u0308, back: ${message}`,
    `deck/cards/habits/accent.mdx:4:8 error face/stray-mark HAB 9 Q\u0308, front: ${message}`,
  ]);
});

test('the accents of a capital in the first line of a back may rise over it, into the room below the band', async () => {
  const words = '---\nsuit: habit\nnumber: 9\ntitle: High\ngist: Higher than its line\n---\n\n## Ǻ word\n\nǺ word.\n';
  const edits = {
    'deck/fonts/sora.woff2': sora(),
    'deck/fonts/sora-ext.woff2': sora('latin-ext'),
    'deck/tokens.json': (text: string) => text.replace(/"(?:Fraunces|Atkinson[^"]*)"/gu, '"Sora"'),
    'deck/cards/habits/high.mdx': words,
  };
  const said = await withBlank(edits, async (root) => {
    const { problems } = await checkAndDraw(printing(root, ['a4'], { cards: { only: ['id:high'] } }));
    return problems.filter(({ fatal }) => fatal).map(shown);
  });
  expect(said).toEqual([]);
});
