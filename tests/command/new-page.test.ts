import path from 'node:path';
import { expect, test } from 'vitest';
import { newPage, PAGE_KINDS } from '../../src/command/new-page.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import { lookUp } from '../../src/model/look-up.ts';
import { shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks as small } from '../fixtures/looks.ts';

const Page = () => null;
const looks: Looks = { ...small, boards: { areas: { Page } }, worksheets: { sheet: { Page } } };

const [PAGE_LEAD, CHAPTER_LEAD] = ['What to do with it, in a sentence.', 'What it is about, in a sentence.'];
/** What stands there to be changed, and would be printed. */
const NOT_FILLED_IN = {
  board: [
    `boards/first-draft.mdx:3:7 warning board/not-filled-in "lead" is not filled in: "${PAGE_LEAD}" would be printed.`,
  ],
  worksheet: [
    `worksheets/first-draft.mdx:3:7 warning worksheet/not-filled-in "lead" is not filled in: "${PAGE_LEAD}" would be printed.`,
  ],
  chapter: [
    `guide/first-draft.mdx:3:7 warning chapter/not-filled-in "lead" is not filled in: "${CHAPTER_LEAD}" would be printed.`,
    'guide/first-draft.mdx:7:1 warning chapter/not-filled-in The section "What to know" is not filled in: "Write here, in Markdown." would be printed.',
  ],
};

test.each(PAGE_KINDS)(
  'a new %s is read without a mistake as it is, what is to be written is said, and its id is taken then',
  (kind) =>
    withDeck({}, async (root) => {
      const open = async () => await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      const { deck } = await open();
      if (!deck) throw new Error('no deck');
      const file = await newPage(deck, kind, 'first-draft');
      const folder = { board: 'boards', worksheet: 'worksheets', chapter: 'guide' }[kind];
      expect(path.relative(root, file)).toBe(path.join('deck', folder, 'first-draft.mdx'));
      const { deck: after, problems } = await open();
      expect(problems.map(shown)).toEqual(lookUp(NOT_FILLED_IN, kind)?.map((one) => `deck/${one}`));
      const made = { board: after?.boards, worksheet: after?.worksheets, chapter: after?.guide }[kind]?.[0];
      expect([made?.id, made?.title]).toEqual(['first-draft', 'First Draft']);
      expect(made?.sections.length).toBe(2);
      if (!after) throw new Error('no deck');
      await expect(newPage(after, kind, 'first-draft')).rejects.toThrow(
        `the id first-draft is taken by deck/${folder}/first-draft.mdx`,
      );
      await expect(newPage(after, kind, 'First Draft')).rejects.toThrow('lower-case words joined by hyphens');
    }),
);
