import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { stocksText } from '../../src/command/stocks.ts';
import { ASSETS } from '../../src/deck/assets/art.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openProjects } from '../../src/load.ts';
import { checkFormat, misfits, ownFormat } from '../../src/plan/deck-format.ts';
import { type Offer, openOffer } from '../../src/plan/offer.ts';
import { hintFor } from '../../src/plan/suggest-stock.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

const formats = { poker: { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 } };

/** What `check` says of the blank deck in a format, on these stocks. */
async function said(format: string, stocks: readonly string[] = [], prints = '[a4]') {
  // The two keys stand first, so that their lines do not follow what the template says above them.
  const edit = (text: string) =>
    `format: ${format}\nprints: ${prints}\n${text.replace(/^(format|prints):.*\n/gmu, '')}`;
  return await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
    const { checked, problems } = await checkAndDraw(printing(root, stocks));
    expect(checked).toEqual([]);
    return problems.map((one) => ({ text: shown(one), allowed: one.expected ?? [] }));
  });
}

const supplies = withBlank(
  {},
  async (root) => (await openOffer(await openChain({ dir: path.join(root, 'deck'), root }), ASSETS)).offer as Offer,
);

describe('a deck’s format', () => {
  test('that there is not is an error at its line, with what there is', async () => {
    const [problem, ...others] = await said('pokr');
    expect(others).toEqual([]);
    expect(problem?.text).toBe(
      'deck/deck.yaml:1:9 error deck/format There is no card format "pokr". Did you mean "poker"?',
    );
    expect(problem?.allowed).toContain('tarot');
    expect(problem?.allowed).toHaveLength(13);
  });

  test('named by what every object has is no format', () => {
    expect(checkFormat({ format: 'constructor', file: 'deck.yaml' }, formats)).toHaveLength(1);
    expect(checkFormat({ format: 'poker', file: 'deck.yaml' }, formats)).toEqual([]);
  });

  test('whose round corners cut letters off is an error, once for all cards', async () => {
    const [problem, ...others] = await said('{ name: Coaster, width: 94, height: 94, radius: 47 }');
    expect(others).toEqual([]);
    expect(problem?.text).toBe(
      'deck/cards/habits/two-minute-start.mdx:1:1 error face/corner HAB 1 Two-Minute Start, front: the round corner of the card cuts this, or nearly: it runs 14.0 mm out of the safe area',
    );
  });

  test.each([
    [4, []],
    [9, ['QR code']],
  ])(
    'with corners of %d mm and QR codes: what these cut is %j, if of a code’s white a corner may go',
    async (radius, cut) => {
      const edit = (text: string) =>
        text
          .replace(/^format: .*$/mu, `format: { width: 94, height: 94, radius: ${radius} }`)
          .replace(/^url: .*$/mu, 'url: https://example.org/')
          .replace(/^qr: .*$/mu, 'qr: true');
      await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
        const { problems } = await checkAndDraw(printing(root, []));
        expect(problems.map((one) => one.actual)).toEqual(cut);
      });
    },
  );

  test('is not printed on stock for another, be it of deck.yaml or asked for', async () => {
    const text =
      'deck/deck.yaml:1:9 error deck/format The cards of this deck are "tarot"; "avery-95328" (Avery 95328, 6 poker cards) holds "poker" cards.';
    for (const [problem] of [await said('tarot', [], '[avery-95328]'), await said('tarot', ['avery-95328'])]) {
      expect(problem?.text).toBe(text);
      expect(problem?.allowed).toContain('a4-tarot');
      expect(problem?.allowed).not.toContain('avery-95328');
    }
  });

  test('is printed on stock that has it laid out anew', () => {
    const wish = { format: 'poker', file: 'deck.yaml' };
    const stock = { id: 'a4-tarot', name: 'Tarot', format: 'tarot' };
    expect(misfits([{ ...stock, redraws: true }], [], wish)).toEqual([]);
    expect(misfits([stock], [], wish)[0]?.note).toBe('No stock holds "poker" cards.');
  });
});

describe('a size of a deck’s own', () => {
  const formats = { poker: { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 } };
  const own = (name: string, width: number, height: number) => ({ ownFormat: { name, width, height, radius: 2 } });

  test('has an id that no format has, unless it is the size of one', () => {
    expect(ownFormat(own('Square', 70, 70), formats)?.id).toBe('square');
    expect(ownFormat(own('Poker', 60, 90), formats)?.id).toBe('own-poker');
    expect(ownFormat(own('Квадрат', 70, 70), formats)?.id).toBe('own');
    expect(ownFormat(own('Ours', 63.5, 88.9), formats)).toMatchObject({ id: 'poker', name: 'Ours', radius: 2 });
    expect(ownFormat({}, formats)).toBeUndefined();
  });

  test('is in mm or with its unit, and prints on paper', async () => {
    const square = '{ name: Square, width: 2.5 in, height: 63.5 }';
    const edit = (text: string) => text.replace('format: poker', `format: ${square}`);
    await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
      const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
      expect(problems.map(shown)).toEqual([]);
      const [project] = projects;
      expect(project?.format).toEqual({ id: 'square', name: 'Square', width: 63.5, height: 63.5, radius: 3 });
      expect(project?.deck.format).toBe('square');
      expect(project?.stocks.a4).toMatchObject({ format: 'square', name: 'A4, 12 cards', slots: { length: 12 } });
      expect(project?.boxes.box?.format).toBe('square');
    });
  });

  test.each([
    ['{ width: 20, height: 60 }', '1:9', '"format" is 20 × 60 mm; a card is 25 × 25 to 297 × 210 mm, upright or wide.'],
    [
      '{ width: 211, height: 250 }',
      '1:9',
      '"format" is 211 × 250 mm; a card is 25 × 25 to 297 × 210 mm, upright or wide.',
    ],
    [
      '{ width: 60, height: 60, radius: 31 }',
      '1:42',
      '"format › radius" is more than half of the card’s shorter side.',
    ],
    ['{ width: 60 }', '1:9', '"format › height" is missing.'],
    ['{ width: 60, hight: 60 }', '1:22', 'There is no key "hight". Did you mean "height"?'],
  ])('that no card has is an error: %s', async (format, place, message) => {
    const found = await said(format);
    expect(found.map((one) => one.text.replace('deck/deck.yaml:', ''))).toContainEqual(
      expect.stringMatching(new RegExp(`^${place} error deck/[a-z-]+ ${message.replace(/[.?]/gu, '\\$&')}$`, 'u')),
    );
  });

  test('does not fit on every paper, and that is said with where it fits', async () => {
    const [problem, ...others] = await said('a6', ['a4-fold']);
    expect(others).toEqual([]);
    expect(problem?.text).toBe(
      'deck/deck.yaml:1:9 error deck/format A card of 105 × 148 mm does not fit on "a4-fold", of which 287 × 200 mm are printed.',
    );
    expect(problem?.allowed).toEqual(expect.arrayContaining(['a4', 'letter', 'shop']));
    expect(problem?.allowed).not.toContain('a4-fold');
  });
});

test('a stock of deck.yaml that there is not is an error at its line', async () => {
  const [problem] = await said('poker', [], '[a4, leter]');
  expect(problem?.text).toBe('deck/deck.yaml:2:14 error deck/prints There is no stock "leter". Did you mean "letter"?');
  expect(problem?.allowed).toContain('letter');
});

describe('a stock that there is not', () => {
  test.each([
    ['leter', ' Did you mean "letter"?'],
    ['tuckbox', ' Did you mean "box-half" or "box"?'],
    ['Spielkarten', ' Did you mean "a4" or "avery-95328"?'],
    [
      'tarot',
      ' Did you mean "a3-tarot", "a4-tarot", "letter-tarot", "mpc-tarot", "shop-tarot" or "tgc-tarot"? "tarot" is a card size: format: tarot in deck.yaml.',
    ],
    ['mini', ' Did you mean "mpc-mini" or "tgc-mini"? "mini" is a card size: format: mini in deck.yaml.'],
    ['silhouette', ' Did you mean "cameo-5-alpha-a4", "cameo-5-alpha-letter", "silhouette-a4" or "silhouette-letter"?'],
    ['zzz', ''],
    ['x', ''],
  ])('%s: what was meant', async (id, hint) => {
    expect(hintFor(id, await supplies)).toBe(hint);
  });
});

test('prepdeck stocks lists them by kind, with their size and what they hold', async () => {
  const edit = (text: string) => text.replace('format: poker', 'format: a6');
  await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
    const { offer, problems } = await openOffer(await openChain({ dir: path.join(root, 'deck'), root }), ASSETS);
    expect(problems).toEqual([]);
    // Columns are as wide as the longest id.
    const lines = stocksText(offer as Offer)
      .split('\n')
      .map((line) => line.replace(/(?<=\S) {2,}/u, ' '));
    expect(lines[0]).toBe('For cards of 105 × 148 mm (A6):');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Paper, at home or at the office',
        '  a4 A4, 2 cards: 210 × 297 mm, 2 cards a sheet',
        'One face a page, for a print shop',
        '  shop Print shop, one face a page: 111 × 154 mm',
        '  box Tuck box for the deck, for a6 cards',
        'Too small for these cards: a4-fold (287 × 200 mm), letter-fold (271 × 207.5 mm), photo-10x15 (96 × 146 mm), photo-4x6 (95.6 × 146.4 mm)',
      ]),
    );
    expect(lines.find((line) => line.startsWith('For cards of another size'))).toContain('avery-95328 (poker)');
  });
});
