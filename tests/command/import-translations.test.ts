import { describe, expect, test } from 'vitest';
import { bench, said } from '../deck/table/support.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const HEADER = 'id,number,title,gist,Definition\n';

describe('translations from a table', () => {
  test('go to the files of their cards, with the hash of the texts that they are made from', async () => {
    await bench(async ({ put, read, import: run, root }) => {
      await put('de.csv', `${HEADER}feature,2,Funktion,Einige Antworten,"Etwas, das antwortet."\n,1,Funktionchen,,\n`);
      const { problems, added, map } = await run('de.csv', { suit: 'level', lang: 'de' });
      expect(said(problems)).toEqual([]);
      expect(added).toEqual(['deck/locales/de/feature.mdx', 'deck/locales/de/function.mdx']);
      expect(map).toBe('deck/tables/de.de.map.yaml');
      const written = await read('locales/de/feature.mdx');
      expect(written.replace(/sha256-\w{64}/u, 'HASH')).toBe(
        '---\ntitle: Funktion\ngist: Einige Antworten\nsource: HASH\n---\n\n## Definition\n\nEtwas, das antwortet.\n',
      );
      const { further } = await loadDeck({ dir: `${root}/deck`, root, looks, languages: ['de'] });
      const state = further[0]?.cards.filter(({ id }) => id === 'feature' || id === 'function').map((one) => one.state);
      expect(state).toEqual(['current', 'current']);
      expect(further[0]?.deck.cards.find(({ id }) => id === 'feature')?.title).toBe('Funktion');
    });
  });

  test('need no suit where each row has the id of a card', async () => {
    await bench(async ({ put, import: run }) => {
      await put('de.csv', 'id,title,Definition\nfeature,Funktion,Etwas.\n');
      const { problems, added, tables } = await run('de.csv', { lang: 'de' });
      expect(said(problems)).toEqual([]);
      expect(added).toEqual(['deck/locales/de/feature.mdx']);
      expect(tables[0]?.columns.map(({ target }) => target)).toEqual(['id', 'title', '## Definition']);
    });
  });

  test('change what has changed in the table, and nothing that was edited in the file', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('de.csv', `${HEADER}feature,2,Funktion,Einige,Eine.\n`);
      await run('de.csv', { suit: 'level', lang: 'de' });
      await put('deck/locales/de/feature.mdx', (await read('locales/de/feature.mdx')).replace('Einige', 'Etliche'));
      await put('de.csv', `${HEADER}feature,2,Merkmal,Einige,Eine.\n`);
      const again = await run('de.csv', { suit: 'level', lang: 'de' });
      expect([said(again.problems), again.changed, again.kept]).toEqual([
        [],
        ['deck/locales/de/feature.mdx'],
        ['deck/locales/de/feature.mdx'],
      ]);
      expect(await read('locales/de/feature.mdx')).toMatch(/title: Merkmal\ngist: Etliche\n/u);
      await put('de.csv', `${HEADER}feature,2,Merkmal,Mehrere,Eine.\n`);
      const third = await run('de.csv', { suit: 'level', lang: 'de' });
      expect(said(third.problems)).toEqual([
        'de.csv D2 error table/both-changed "gist" is not what deck/locales/de/feature.mdx says, and both may have been changed since the last import.',
      ]);
    });
  });

  test('take the place of what translate began', async () => {
    const begun = '---\n# Feature\ntitle:\n---\n\n## Definition\n\n{/*\nSome responses.\n*/}\n';
    const work: Parameters<typeof bench>[0] = async ({ put, read, import: run }) => {
      await put('de.csv', `${HEADER}feature,2,Funktion,,Eine.\n`);
      expect(said((await run('de.csv', { suit: 'level', lang: 'de' })).problems)).toEqual([]);
      expect(await read('locales/de/feature.mdx')).toMatch(
        /^---\ntitle: Funktion\nsource: .*\n---\n\n## Definition\n\nEine\.\n$/u,
      );
    };
    await bench(work, { 'locales/de/feature.mdx': begun, 'locales/de/ui.yaml': '{}\n' });
  });

  test('that are of no card, of one twice, or of nobody knows which, are refused at their cells', async () => {
    await bench(async ({ put, import: run }) => {
      await put('de.csv', `${HEADER}featur,,A,,\nfeature,,B,,\nfeature,,C,,\n,,D,,\n`);
      const { problems, added } = await run('de.csv', { suit: 'level', lang: 'de' });
      expect(said(problems)).toEqual([
        'de.csv C2 error table/id There is no card "featur" to translate. Did you mean "feature"?',
        'de.csv C4 error table/id Another row is the card "feature" already.',
        'de.csv C5 error table/id It is not said which card this translates: it has no id.',
      ]);
      expect(added).toEqual(['deck/locales/de/feature.mdx']);
    });
  });

  test('under headings that their cards have not are refused, once for a column', async () => {
    await bench(async ({ put, import: run }) => {
      await put('de.csv', 'id,title,## Begriff\nfeature,Funktion,Etwas.\nfunction,Funktionchen,Etwas.\n');
      const { problems } = await run('de.csv', { lang: 'de' });
      expect(said(problems)).toEqual([
        'de.csv C2 error table/section deck/cards/levels/feature.mdx has no section "Begriff".',
      ]);
      expect(problems[0]?.expected).toEqual(['Definition']);
    });
  });

  test('that were old and are changed in part are said: they count as made from the texts of today', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('de.csv', `${HEADER}feature,2,Funktion,Einige,Eine.\n`);
      await run('de.csv', { suit: 'level', lang: 'de' });
      const card = await read('cards/levels/feature.mdx');
      await put('deck/cards/levels/feature.mdx', card.replace(/^gist: .*$/mu, 'gist: Other words'));
      expect(said((await run('de.csv', { lang: 'de' })).problems)).toEqual([]);
      await put('de.csv', `${HEADER}feature,2,Merkmal,Einige,Eine.\n`);
      expect(said((await run('de.csv', { lang: 'de' })).problems)).toEqual([
        'de.csv C2 warning table/renewed deck/locales/de/feature.mdx was made from older texts of its card, and counts as made from those of today now.',
      ]);
    });
  });
});
