import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAndDraw } from '../../../src/build.ts';
import { countText } from '../../../src/cli/report.ts';
import { unmet } from '../../../src/deck/chain/accept.ts';
import type { Chain } from '../../../src/deck/chain/chain.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { printing, withBlank } from '../../fixtures/blank.ts';
import { shown, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

// Warnings that a deck's authors have looked at: `accept` in deck.yaml.

const FEATURE = 'good/cards/levels/feature.mdx';
const HONESTY = 'overlay/cards/values/honesty.mdx';
/** The base names a card that the overlay hides. */
const HIDES = 'name: Acme deck\nversion: 2.0.0\nextends: ../good\nprefix: ACME\nhide: [first-look]\n';
const NAMES = `${FEATURE}:10:6 %s card/hidden This text names the card "first-look", which this deck hides.`;

async function withAccept(
  accept: string,
  base = '',
  text = 'Plain.',
): Promise<{ problems: Problem[]; layers: Chain['layers'] }> {
  const changes = {
    'overlay/deck.yaml': HIDES + accept,
    [FEATURE]:
      '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: One\n---\n\n## Definition\n\nSome <Card id="first-look" /> here.\n',
    [HONESTY]: `---\nsuit: value\nnumber: 1\ntitle: Honesty\ngist: One\n---\n\n## Definition\n\n${text}\n`,
    'overlay/overrides': null,
    'overlay/cards/patterns/house-pick.mdx': null,
    ...(base && { 'good/deck.yaml': `name: Small deck\nversion: 1.0.0\n${base}` }),
  };
  return await withOverlay(changes, async (root) => loadDeck({ dir: path.join(root, 'overlay'), root, looks }));
}

const hidden = async (accept: string, base?: string, text?: string) =>
  (await withAccept(accept, base, text)).problems.filter(({ ruleId }) => ruleId === 'hidden').map(shown);
const warned = [NAMES.replace('%s', 'warning')];
const accepted = [NAMES.replace('%s', 'accepted')];

const entry = (more: string) => `accept:\n  - { rule: card/hidden, ${more}reason: We say it aloud }\n`;

describe('a warning', () => {
  it('of a deck below is accepted by the deck that extends it: by its rule, its card, its file', async () => {
    expect(await hidden('')).toEqual(warned);
    expect(await hidden(entry(''))).toEqual(accepted);
    expect(await hidden(entry('card: feature, '))).toEqual(accepted);
    expect(await hidden(entry(`file: ${FEATURE}, `))).toEqual(accepted);
    expect(await hidden(entry('file: levels/feature.mdx, '))).toEqual(accepted);
  });

  it('of another card, file or rule is not', async () => {
    expect(await hidden(entry('card: first-look, '))).toEqual(warned);
    expect(await hidden(entry('card: row, '))).toEqual(warned);
    expect(await hidden(entry('file: ture.mdx, '))).toEqual(warned);
    expect(await hidden(entry('card: feature, file: other.mdx, '))).toEqual(warned);
    expect(await hidden('accept: [{ rule: card/over-budget, reason: Fits }]\n')).toEqual(warned);
  });

  it('is accepted by a deck below in its own files, and not in those of the deck above', async () => {
    const [own, above] = [await hidden('', entry('')), await hidden('', entry(''), 'See <Card id="first-look" />.')];
    expect(own).toEqual(accepted);
    expect(above).toEqual([
      ...accepted,
      `${HONESTY}:10:5 warning card/hidden This text names the card "first-look", which this deck hides.`,
    ]);
  });

  it('that is accepted says the reason, and is counted apart', async () => {
    const { problems } = await withAccept(entry(''));
    expect(problems.find(({ ruleId }) => ruleId === 'hidden')?.note).toBe('We say it aloud');
    expect(countText(problems.filter(({ ruleId }) => ruleId === 'hidden'))).toBe('0 errors, 0 warnings, 1 accepted');
  });
});

describe('an entry', () => {
  it.each([
    ['accept: card/hidden\n', '"accept" must be a list; it is "card/hidden". Write [card/hidden].'],
    ['accept: [{ rule: card/hidden }]\n', '"accept 1 › reason" is missing.'],
    ['accept: [{ rule: card/hidden, reason: "" }]\n', '"accept 1 › reason" is empty.'],
    [
      'accept: [{ rule: hidden, reason: x }]\n',
      '"accept 1 › rule" is "hidden": it is the last word of a warning, e.g. card/hidden.',
    ],
    ['accept: [{ rule: deck/accept, reason: x }]\n', '"accept 1 › rule" is about this list: take out what it names.'],
    ['accept: [{ rule: card/hidden, crad: x, reason: x }]\n', 'There is no key "crad". Did you mean "card"?'],
  ])('%j is refused', async (text, message) => {
    const { problems } = await withAccept(text);
    expect(problems.map((one) => one.reason)).toEqual([message]);
  });

  it('that nothing meets any more is said, but not where the rule is about how it is printed', async () => {
    const more =
      '  - { rule: card/over-budget, card: first-look, file: x.mdx, reason: Fits }\n  - { rule: print/large-box, reason: Fine }\n';
    const { problems, layers } = await withAccept(entry('') + more);
    const said = unmet(problems, layers);
    expect(said.map(shown)).toEqual([
      'overlay/deck.yaml:8:5 warning deck/accept Nothing warns of card/over-budget of "first-look" in x.mdx any more.',
    ]);
    expect(said[0]?.note).toBe('Take the entry out of "accept". Warnings of this run: card/hidden.');
  });
});

describe('a check', () => {
  const card = 'deck/cards/habits/friday-list.mdx';
  const rulesOf = (problems: readonly Problem[]) =>
    problems.map(shown).map((one) => one.split(' ').slice(1, 3).join(' '));

  it('says what is not met any more, of the whole deck', async () => {
    const accept = 'accept:\n- { rule: card/slip, reason: Ours }\n- { rule: card/over-budget, reason: Fits }\n';
    const edits = {
      'deck/deck.yaml': (text: string) => text + accept,
      [card]: (text: string) => `${text}\nA **slip.\n`,
    };
    await withBlank(edits, async (root) => {
      const { problems } = await checkAndDraw({ ...printing(root, []), site: true, kit: true });
      expect(rulesOf(problems)).toEqual(['accepted card/slip', 'warning deck/accept']);
      const { problems: some } = await checkAndDraw({ ...printing(root, ['a4']), cards: { only: ['id:friday-list'] } });
      expect(rulesOf(some)).toEqual(['accepted card/slip']);
    });
  }, 240_000);

  it('lets nobody accept an error', async () => {
    const edits = {
      'deck/deck.yaml': (text: string) => `${text}accept: [{ rule: card/unknown-element, reason: Ours }]\n`,
      [card]: (text: string) => `${text}\n<Nothing />\n`,
    };
    await withBlank(edits, async (root) => {
      expect(rulesOf((await checkAndDraw(printing(root, []))).problems)).toEqual(['error card/unknown-element']);
    });
  });
});
