import { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { collect, joinedBy, refuseTwice } from '../../src/cli/options.ts';

/** What a command with options of each kind takes from these words. */
function taken(...words: string[]): object {
  const command = new Command()
    .exitOverride()
    .option('--deck <dir>', '', 'deck')
    .option('--stock <ids>', '', collect)
    .option('--skip <slots>', '', joinedBy(','))
    .option('--set <name>', '')
    .option('--low-ink', '')
    .addOption(new Option('--flip <edge>', '').choices(['long', 'short']));
  return refuseTwice(command, ['stock', 'skip']).parse(words, { from: 'user' }).opts();
}

describe('an option that is given twice', () => {
  test('adds up where its values do', () => {
    expect(taken('--stock', 'a4', '--stock', 'letter', '--skip', '1', '--skip', '4-6')).toEqual({
      ...{ deck: 'deck', stock: ['a4', 'letter'], skip: '1,4-6' },
    });
  });

  test('is refused where one value counts: the first one would be lost unseen', () => {
    const twice = '--set is given twice, with “one-day” and “taster”: give it once';
    expect(() => taken('--set', 'one-day', '--set', 'taster')).toThrow(twice);
    expect(() => taken('--flip', 'long', '--flip', 'short')).toThrow('--flip is given twice');
  });

  test('is taken where it says the same, and the last deck is the deck', () => {
    expect(taken('--set', 'taster', '--set', 'taster', '--low-ink', '--low-ink')).toMatchObject({ set: 'taster' });
    expect(taken('--deck', 'a', '--deck', 'b')).toEqual({ deck: 'b' });
  });
});
