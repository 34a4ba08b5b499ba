import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDayCommands, addPackCommand } from '../../src/cli/day-commands.ts';
import { beginLanguage } from '../../src/command/translate.ts';
import { type Edits, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { typed } from '../fixtures/typed.ts';

// The day of a deck in English and German: its agenda, its calendar, and what to print and to bring.

const DECK = {
  'deck/day.yaml': `groups: { room: { 6: 1, 20: 1 } }
activities:
  who-noticed: { when: day, minutes: 30, on: [room], boards: { plan: room }, worksheets: { notes: room }, out: [signed] }
  friday-list: { when: day, minutes: 20, on: [room] }
things: { felt pens: { person: 1 } }
record: [signed]
start: '9:00'
agendas: { 1: [[[who-noticed, friday-list]]] }
`,
  'deck/boards/plan.mdx': '---\ntitle: Plan Board\n---\n\n## So\n<Line id="a" label="A" />\n',
  'deck/worksheets/notes.mdx': '---\ntitle: Notes Sheet\n---\n\n## So\n<Line id="b" label="B" />\n',
  'deck/locales/de/ui.yaml': 'day: { felt pens: Filzstifte, signed: unterschrieben }\n',
  'deck/locales/de/who-noticed.mdx': `---\nsource: sha256-${'0'.repeat(64)}\ntitle: Wer hat es bemerkt?\n---\n`,
  'deck/locales/de/boards/plan.mdx': `---\nsource: sha256-${'0'.repeat(64)}\ntitle: Plantafel\n---\n\n## So\n<Line id="a" label="A" />\n`,
};

/** What `agenda` and `pack` say of it, and the calendar, with `missing` of deck.yaml. */
async function said(missing: string, words: readonly string[] = [], edits: Edits = {}) {
  const deckYaml = (text: string) => text.replace(/^missing: .*$/mu, '').concat(`\nmissing: ${missing}\n`);
  return await withBlank({ ...DECK, ...edits, 'deck/deck.yaml': deckYaml }, async (root) => {
    const deck = path.join(root, 'deck');
    await beginLanguage(deck, 'de');
    const ics = path.join(root, 'day.ics');
    const wish = ['--deck', deck, ...words];
    const dated = ['--date', '2027-01-12', '--ics', ics];
    const agenda = await typed(addDayCommands, 'agenda', ...wish, ...dated);
    const calendar = await readFile(ics, 'utf8');
    return { agenda, calendar, pack: await typed(addPackCommand, 'pack', ...wish, '--stock', 'a4') };
  });
}

const untranslated = (problems: Parameters<typeof shown>[0][]) =>
  problems.map(shown).flatMap((line) => /locale\/not-translated (.*)$/u.exec(line)?.[1] ?? []);

describe('the day of a deck', () => {
  test('is said in its first language, boards and worksheets by their titles', async () => {
    const { agenda, pack } = await said('fall-back');
    expect(agenda.data).toMatch(/Who Noticed\?.*boards: Plan Board\n.*sheets: Notes Sheet\n.*leaves: signed\n/su);
    expect(pack.data).toMatch(/npx prepdeck build --stock a4\n.*Plan Board.*felt pens/su);
    expect(untranslated([...agenda.problems, ...pack.problems])).toEqual([]);
  });

  test('is said in the language that is asked for, and what has no translation is named', async () => {
    const { agenda, calendar, pack } = await said('fall-back', ['--lang', 'de']);
    expect(agenda.data).toMatch(
      /Wer hat es bemerkt\?.*boards: Plantafel\n.*sheets: Notes Sheet\n.*leaves: unterschrieben\n.*Friday List/su,
    );
    expect(calendar).toMatch(/SUMMARY:Wer hat es bemerkt\?\r\n.*unterschrieben/su);
    expect(pack.data).toMatch(/npx prepdeck build --lang de --stock a4\n.*Plantafel.*Filzstifte/su);
    const lacking = [
      '1 of 2 cards are not translated to "de" and are printed in the deck’s first language: friday-list.',
      '1 of 1 worksheets are not translated to "de" and are printed in the deck’s first language: worksheet:notes.',
    ];
    expect(untranslated([...agenda.problems])).toEqual(lacking);
    expect(untranslated([...pack.problems])).toEqual(lacking);
    expect([agenda.code, pack.code]).toEqual([0, 0]);
  });

  test('is without what the language leaves out, which is said', async () => {
    const { agenda, pack } = await said('skip', ['--lang', 'de']);
    expect(agenda.data).not.toMatch(/Friday/u);
    const lacking = [
      expect.stringMatching(/^1 of 2 cards .* are left out: friday-list\.$/u),
      expect.stringMatching(/^1 of 1 worksheets .* are left out: worksheet:notes\.$/u),
    ];
    expect(untranslated([...agenda.problems])).toEqual(lacking);
    expect(untranslated([...pack.problems])).toEqual(lacking);
  });

  test('is refused where a language leaves out all of it', async () => {
    const message = 'this deck has no card of an activity in day.yaml: there is nothing to plan';
    const none = { 'deck/locales/de/who-noticed.mdx': '---\ntitle:\n---\n' };
    await expect(said('skip', ['--lang', 'de'], none)).rejects.toThrow(message);
  });

  test('is refused in a language that the deck does not have', async () => {
    const message = 'the deck is not in the language fr. It is in: en-US, de';
    await expect(said('fall-back', ['--lang', 'fr'])).rejects.toThrow(message);
  });
});
