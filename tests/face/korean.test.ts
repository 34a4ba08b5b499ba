import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { notoSansKr } from '../fixtures/fonts.ts';
import { differences } from './painter/compared.ts';
import { drawn } from './painter/drawn.ts';

const SAID =
  '다시 가고 다시 이기다. 시인이 가지고 기다리시다, 사이로 지하로 가시다. “이리 가시고” e-commerce 10이다 PDF가 하고 기다리지 (시시하다: 10).';
const edits = {
  'deck/fonts/NotoSansKR-Regular.woff2': notoSansKr(),
  'deck/tokens.json': (text: string) => text.replace(/"(Fraunces|Atkinson[^"]*)"/gu, '["$1", "Noto Sans KR"]'),
  'deck/deck.yaml': (text: string) => text.replace('lang: en-US', 'lang: ko'),
  'deck/cards/habits/friday.mdx': `---\nsuit: habit\nnumber: 9\ntitle: 다시 가기\ngist: 이기고 지고 하다\n---\n\n## How it works\n\n${SAID}\n`,
};

test('the painter sets Korean, and as react-pdf does', async () => {
  await withBlank(edits, async (root) => {
    const slow: string[] = [];
    const onProgress = (step: string) => slow.push(...(step.includes('react-pdf') ? [step] : []));
    const options = { ...printing(root, ['a4'], { cards: { only: ['id:friday'] } }), onProgress };
    const { checked, problems } = await checkAndDraw(options);
    expect(problems.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    expect(slow).toEqual([]);
    const [one] = checked;
    if (!one) throw new Error('nothing was checked');
    const cards = one.deck.cards.filter(({ id }) => id === 'friday');
    expect(cards).toHaveLength(1);
    expect(await differences(() => drawn(cards, one.project))).toEqual([]);
  });
});
