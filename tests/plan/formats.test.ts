import { describe, expect, test } from 'vitest';
import { check } from '../../src/build.ts';
import { checkFormat, misfits } from '../../src/plan/formats.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

const formats = { poker: { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 } };

/** What `check` says of the blank deck in a format, on these stocks. */
async function said(format: string, stocks: readonly string[] = [], prints = '[a4]') {
  const edit = (text: string) => text.replace('format: poker', `format: ${format}`).replace('[a4, letter]', prints);
  return await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
    const { checked, problems } = await check(printing(root, stocks));
    expect(checked).toEqual([]);
    return problems.map((one) => ({ text: shown(one), allowed: one.expected ?? [] }));
  });
}

describe('a deck’s format', () => {
  test('that there is not is an error at its line, with what there is', async () => {
    const [problem, ...others] = await said('pokr');
    expect(others).toEqual([]);
    expect(problem?.text).toBe(
      'deck/deck.yaml:8:9 error deck/format There is no card format "pokr". Did you mean "poker"?',
    );
    expect(problem?.allowed).toContain('tarot');
    expect(problem?.allowed).toHaveLength(12);
  });

  test('named by what every object has is no format', () => {
    expect(checkFormat({ format: 'constructor', file: 'deck.yaml' }, formats)).toHaveLength(1);
    expect(checkFormat({ format: 'poker', file: 'deck.yaml' }, formats)).toEqual([]);
  });

  test('is not printed on stock for another, be it of deck.yaml or asked for', async () => {
    const text =
      'deck/deck.yaml:8:9 error deck/format The cards of this deck are "tarot"; "avery-95328" (Avery 95328, 6 poker cards) holds "poker" cards.';
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
