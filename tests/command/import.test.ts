import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bench, said, workbook } from '../deck/table/support.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const LEVELS = 'Title,Subtitle,Definition,Notes\n';

describe('a first import', () => {
  test('makes a card of each row, with the next numbers, and says what each column is', async () => {
    await bench(async ({ put, read, import: run, root }) => {
      await put('levels.csv', `${LEVELS}Third,Some more,Many responses.,ours\n"Café, the 4th",Most,All.,\n`);
      const { problems, tables, added, changed, map } = await run('levels.csv', { suit: 'level' });
      expect(said(problems)).toEqual([]);
      expect(tables[0]?.columns.map(({ header, target, by }) => [header, target, by])).toEqual([
        ['Title', 'title', 'name'],
        ['Subtitle', 'gist', 'guess'],
        ['Definition', '## Definition', 'name'],
        ['Notes', undefined, 'left'],
      ]);
      expect([added, changed]).toEqual([['deck/cards/levels/third.mdx', 'deck/cards/levels/cafe-the-4th.mdx'], []]);
      expect(await read('cards/levels/cafe-the-4th.mdx')).toBe(
        '---\nsuit: level\nnumber: 4\ntitle: Café, the 4th\ngist: Most\n---\n\n## Definition\n\nAll.\n',
      );
      expect(map).toBe('deck/tables/levels.map.yaml');
      expect(await read('tables/levels.map.yaml')).toContain('      "Subtitle": gist\n');
      const { deck, problems: after } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(said(after)).toEqual([]);
      expect(deck?.cards.filter(({ suit }) => suit === 'level').map(({ code }) => code)).toEqual([
        ...['LVL 1', 'LVL 2', 'LVL 3', 'LVL 4'],
      ]);
    });
  });

  test('gives no number that another row has itself', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('l.csv', 'title,gist,number,Definition\nA,a,,x\nB,b,3,x\nC,c,,x\n');
      expect(said((await run('l.csv', { suit: 'level' })).problems)).toEqual([]);
      const cards = await Promise.all(['a', 'b', 'c'].map((id) => read(`cards/levels/${id}.mdx`)));
      expect(cards.map((text) => /number: (\d+)/u.exec(text)?.[1])).toEqual(['4', '3', '5']);
    });
  });

  test('takes no column of file names for a text to print', async () => {
    await bench(async ({ put, import: run }) => {
      await put('extra.csv', 'title,Front,Photo,Back\nA,Text.,a.jpg,Back.\nB,Text.,b 2.PNG,\nC,Text.,,Back.\n');
      const { tables } = await run('extra.csv', { suit: 'extra', dryRun: true });
      expect(tables[0]?.columns.map(({ target }) => target)).toEqual(['title', '## Front', undefined, '## Back']);
    });
  });

  test('knows what other languages call the columns, and takes no heading for another', async () => {
    await bench(async ({ put, import: run }) => {
      await put('extra.csv', 'Tytuł;Podtytuł;Ilość;Fronts;Bemerkungen;Geändert\nA;B;2;Tekst.;intern;ja\n');
      const { tables, problems } = await run('extra.csv', { suit: 'extra', dryRun: true });
      expect(said(problems)).toEqual([]);
      expect(tables[0]?.columns.map(({ target }) => target)).toEqual([
        ...['title', 'gist', 'copies', '## Fronts', undefined, undefined],
      ]);
      await put('extra.csv', 'タイトル,要約,枚数,Fronts\nA,B,2,Tekst.\n');
      const [japanese] = (await run('extra.csv', { suit: 'extra', dryRun: true })).tables;
      expect(japanese?.columns.map(({ target }) => target)).toEqual(['title', 'gist', 'copies', '## Fronts']);
    });
  });

  test('knows the column of suits by what stands in it, and each suit by its name', async () => {
    await bench(async ({ put, read, import: run }) => {
      const rows = 'Tool X,x,Extras,,Text.\nB,b,Levels,Def.,\nC,c,level,Def.,\nD,d,levle,Def.,\n';
      await put('mixed.csv', `Title,Gist,Art,Definition,Front\n${rows}`);
      const { tables, problems } = await run('mixed.csv', { dryRun: true });
      expect(tables[0]?.columns.map(({ target }) => target)).toEqual([
        'title',
        'gist',
        'suit',
        '## Definition',
        '## Front',
      ]);
      expect(said(problems)).toContain('mixed.csv C5 error table/suit There is no suit "levle". Did you mean "level"?');
      await put('mixed.csv', `Title,Gist,Art,Definition,Front\n${rows.replace('D,d,levle,Def.,\n', '')}`);
      expect(said((await run('mixed.csv')).problems)).toEqual([]);
      expect(await read('cards/levels/b.mdx')).toContain('suit: level\n');
      expect((await run('mixed.csv')).same).toBe(3);
    });
  });

  test('says once that nobody knows the suit, with all that there are', async () => {
    await bench(async ({ put, import: run }) => {
      await put('mixed.csv', 'Name,Category,Text\nA,Fruit,One.\nB,Vegetable,Two.\n');
      const { problems } = await run('mixed.csv');
      expect(said(problems)).toEqual(['mixed.csv A1 error table/suit It is not said which suit the cards are of.']);
      expect(problems[0]?.expected).toContain('level');
      const { tables } = await run('mixed.csv', { suit: 'extra', dryRun: true });
      expect(tables[0]?.columns.map(({ target }) => target)).toEqual(['title', '## Category', '## Text']);
    });
  });

  test('says once that no column is the title', async () => {
    await bench(async ({ put, import: run }) => {
      await put('levels.csv', 'Überschriften,Definition\nA,One.\nB,Two.\n');
      const { problems } = await run('levels.csv', { suit: 'level' });
      expect(said(problems)).toEqual(['levels.csv A1 error table/column No column is the title of the cards.']);
    });
  });

  test('fills a deck that has no cards', async () => {
    await bench(
      async ({ put, read, import: run }) => {
        await put('Levels.csv', `${LEVELS}First,One,A response.,\n`);
        expect(said((await run('Levels.csv', { suit: 'level' })).problems)).toEqual([]);
        expect(await read('cards/level/first.mdx')).toContain('number: 1\n');
      },
      { cards: null },
    );
  });

  test('takes a workbook with a sheet for each suit, lists, groups and cells of several lines', async () => {
    await bench(async ({ put, read, import: run }) => {
      const patterns = [
        [
          'title',
          'gist',
          'Family',
          'level',
          'market',
          'Examples 1 name',
          'examples.1.tell',
          'How it works',
          'Signals',
          'related',
        ],
        ['Next Up', 'What follows', 'REC', 'feature', 'Consumer', 'Radio', 'Plays on', 'One.\nTwo.', '• a\n• b', ''],
      ];
      const levels = [
        ['title', 'gist', 'definition'],
        ['Third', 'More', 'Many.'],
      ];
      await put(
        'cards.xlsx',
        await workbook(
          { name: 'Patterns', rows: patterns },
          { name: 'Level', rows: levels },
          { name: 'Ideas', rows: [['x']] },
        ),
      );
      const { problems, left, added } = await run('cards.xlsx');
      expect(said(problems)).toEqual([]);
      expect(left.map(({ sheet }) => sheet)).toEqual(['Ideas']);
      expect(added).toEqual(['deck/cards/patterns/next-up.mdx', 'deck/cards/levels/third.mdx']);
      expect(await read('cards/patterns/next-up.mdx')).toMatchInlineSnapshot(`
        "---
        suit: pattern
        number: 3
        title: Next Up
        gist: What follows
        family: REC
        level: feature
        market: consumer
        examples:
          - name: Radio
            tell: Plays on
        ---

        ## How it works

        One.\\
        Two.

        ## Signals

        - a
        - b
        "
      `);
    });
  });

  test('says at its cell what is wrong with a card, and writes none; guesses are in the map, to be changed', async () => {
    await bench(async ({ put, read, root, import: run }) => {
      const rows = [
        ['title', 'gist', 'family', 'level', 'market', 'examples', 'How it works', 'Signals', 'copies'],
        ['Next Up', 'What follows', 'RECK', 'feature', 'consumers', '', 'It <b>plays</b> on.', '- a\n- b', 'two'],
        ['Last', '', 'REC', 'feature', 'business', '', 'One\n\n## Two\n\nMore', '- a', 1],
      ];
      await put('cards.xlsx', await workbook({ name: 'My sheet', rows }));
      const { problems } = await run('cards.xlsx', { suit: 'pattern' });
      expect(said(problems)).toMatchInlineSnapshot(`
        [
          "cards.xlsx 'My sheet'!C2 error card/value "family" is "RECK", which is not allowed. Did you mean "REC"?",
          "cards.xlsx 'My sheet'!G2 error card/unknown-element <b> is not an element that a card may use.",
          "cards.xlsx 'My sheet'!I2 error card/value "copies" must be a number; it is "two".",
          "cards.xlsx 'My sheet'!B3 error card/missing-key "gist" is missing.",
          "cards.xlsx 'My sheet'!G3 error table/heading A line "## …" in this cell begins another section.",
        ]
      `);
      await expect(read('cards/patterns/last.mdx')).rejects.toThrow();
      const map = await read('tables/cards.map.yaml');
      expect(map).toContain('      "How it works": "## How it works"\n');
      await writeFile(path.join(root, 'deck/tables/cards.map.yaml'), map.replace('"## How it works"', 'null'));
      const { tables, map: shown } = await run('cards.xlsx', { suit: 'pattern' });
      expect(tables[0]?.columns.find(({ header }) => header === 'How it works')?.target).toBeUndefined();
      expect(shown).toBe('');
    });
  });
});

describe('a second import', () => {
  const first = `${LEVELS}Third,Some more,Many responses.,\nFourth,Most,All.,\n`;

  test('of the same file changes nothing', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      const map = await read('tables/levels.map.yaml');
      expect(await run('levels.csv')).toMatchObject({ added: [], changed: [], same: 2, kept: [], gone: [] });
      expect(await read('tables/levels.map.yaml')).toBe(map);
    });
  });

  test('changes what has changed, adds, and leaves cards whose rows went', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      await put('levels.csv', `${LEVELS}Third,Even more,Many responses.,\n`);
      const { problems, added, changed, gone } = await run('levels.csv');
      expect([said(problems), added, changed, gone]).toEqual([
        [],
        [],
        ['deck/cards/levels/third.mdx'],
        [{ id: 'fourth', title: 'Fourth' }],
      ]);
      expect(await read('cards/levels/third.mdx')).toContain('gist: Even more\n');
      expect(await read('cards/levels/fourth.mdx')).toContain('gist: Most\n');
      await put('levels.csv', `${LEVELS}Third,Even more,Many responses.,\nFourth,Most,All.,\n`);
      expect(await run('levels.csv')).toMatchObject({ added: [], changed: [], same: 2, gone: [] });
    });
  });

  test('keeps what was added or edited by hand, to the byte', async () => {
    await bench(async ({ root, put, read, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      const edited =
        '---\nsuit: level # ours\nnumber: 3\ntitle:  "Third"\ngist: Mine\nglyph: eye\n---\n\n## Definition\n\nMany\nresponses.\n';
      await writeFile(path.join(root, 'deck/cards/levels/third.mdx'), edited);
      const { problems, kept, changed } = await run('levels.csv');
      expect([said(problems), kept, changed]).toEqual([[], ['deck/cards/levels/third.mdx'], []]);
      expect(await read('cards/levels/third.mdx')).toBe(edited);
      // A change of another cell touches that line alone.
      await put('levels.csv', first.replace('Many responses.', 'Few.'));
      expect((await run('levels.csv')).changed).toEqual(['deck/cards/levels/third.mdx']);
      expect(await read('cards/levels/third.mdx')).toBe(edited.replace('Many\nresponses.', 'Few.'));
    });
  });

  test('asks where a cell and the file have both changed', async () => {
    await bench(async ({ root, put, read, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      const file = path.join(root, 'deck/cards/levels/third.mdx');
      await writeFile(file, (await read('cards/levels/third.mdx')).replace('Some more', 'Mine'));
      await put('levels.csv', first.replace('Some more', 'Yours').replace('Most', 'Other'));
      const { problems } = await run('levels.csv');
      expect(said(problems)).toEqual([
        'levels.csv B2 error table/both-changed "gist" is not what deck/cards/levels/third.mdx says, and both may have been changed since the last import.',
      ]);
      expect(problems[0]?.actual).toBe('there: Mine');
      expect(await read('cards/levels/fourth.mdx')).toContain('gist: Most\n');
      await run('levels.csv', { prefer: 'deck' });
      expect(await read('cards/levels/third.mdx')).toContain('gist: Mine\n');
      expect(await read('cards/levels/fourth.mdx')).toContain('gist: Other\n');
      await put('levels.csv', first.replace('Some more', 'Ours').replace('Most', 'Other'));
      await run('levels.csv', { prefer: 'sheet' });
      expect(await read('cards/levels/third.mdx')).toContain('gist: Ours\n');
    });
  });

  test('asks whether a changed title is a new card', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      await put('levels.csv', first.replace('Third', 'The Third'));
      const { problems } = await run('levels.csv');
      expect(said(problems)).toEqual([
        'levels.csv A2 error table/rename "The Third" is not known, and "Third" (third) has no row any more.',
      ]);
      expect(problems[0]?.note).toBe(
        "The same card under a new title? Add --rename 'third=The Third'. New cards all of them? Add --all-new.",
      );
      await expect(run('levels.csv', { renames: ['thrid=The Third'] })).rejects.toThrow(
        '--rename is old=new, and no card was imported as "thrid". Did you mean "third"?',
      );
      expect((await run('levels.csv', { renames: ['Third=The Third'] })).changed).toEqual([
        'deck/cards/levels/third.mdx',
      ]);
      expect(await read('cards/levels/third.mdx')).toContain('title: The Third\n');
      await put('levels.csv', first.replace('Fourth', 'Last'));
      const { added, gone } = await run('levels.csv', { renames: ['The Third=Third'], allNew: true });
      expect([added, gone.map(({ id }) => id)]).toEqual([['deck/cards/levels/last.mdx'], ['fourth']]);
    });
  });

  test('knows a card by its id, whatever its title', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('levels.csv', 'id,title,gist,Definition\nthird,Third,Some more,Many.\n');
      await run('levels.csv', { suit: 'level' });
      await put('levels.csv', 'id,title,gist,Definition\nthird,A New Name,Some more,Many.\n');
      expect((await run('levels.csv')).changed).toEqual(['deck/cards/levels/third.mdx']);
      expect(await read('cards/levels/third.mdx')).toContain('title: A New Name\n');
    });
  });

  test('does what the map says of a column', async () => {
    await bench(async ({ root, put, read, import: run }) => {
      await put('levels.csv', first.replace('All.,', 'All.,Not for print'));
      await run('levels.csv', { suit: 'level' });
      const file = path.join(root, 'deck/tables/levels.map.yaml');
      await writeFile(file, (await read('tables/levels.map.yaml')).replace('"Notes": null', '"Notes": alt'));
      expect((await run('levels.csv')).changed).toEqual(['deck/cards/levels/fourth.mdx']);
      expect(await read('cards/levels/fourth.mdx')).toContain('alt: Not for print\n');
    });
  });

  test('asks whether a column that is not known is one that is gone; what is gone alone is said', async () => {
    await bench(async ({ put, read, root, import: run }) => {
      await put('extra.csv', 'Title,Front\nA,One.\n');
      expect(said((await run('extra.csv', { suit: 'extra' })).problems)).toEqual([]);
      await put('extra.csv', 'Title,Words\nA,Two.\n');
      const { problems } = await run('extra.csv');
      expect(said(problems)).toEqual([
        'extra.csv B1 error table/column The column "Words" is not known, and "Front" (## Front) has no column any more.',
      ]);
      expect(problems[0]?.note).toContain('Write "Words": "## Front" into the map');
      expect(await read('cards/extras/a.mdx')).toContain('One.');
      const map = await read('tables/extra.map.yaml');
      await writeFile(path.join(root, 'deck/tables/extra.map.yaml'), map.replace('"Front":', '"Words":'));
      expect((await run('extra.csv')).changed).toEqual(['deck/cards/extras/a.mdx']);
      await put('extra.csv', 'Title\nA\n');
      expect(said((await run('extra.csv')).problems)).toEqual([
        'extra.csv warning table/column-gone "Words" (## Front) has no column any more: what the cards have of it stays.',
      ]);
    });
  });

  test('takes no row for a card of another suit that has its title', async () => {
    await bench(async ({ put, read, import: run }) => {
      const sheet = (name: string, heading: string, text: string) => ({
        name,
        rows: [
          ['Title', 'Gist', heading],
          ['Same Name', 'x', text],
        ],
      });
      await put('all.xlsx', await workbook(sheet('A', 'Definition', 'A level.'), sheet('B', 'Front', 'An extra.')));
      await run('all.xlsx', { suit: 'level', sheet: 'A' });
      const level = await read('cards/levels/same-name.mdx');
      const { problems } = await run('all.xlsx', { suit: 'extra', sheet: 'B' });
      expect(said(problems)).toContain(
        'all.xlsx B!A2 error table/id deck/cards/levels/same-name.mdx has this title, and is of another suit.',
      );
      expect(await read('cards/levels/same-name.mdx')).toBe(level);
    });
  });

  test('leaves lines of a file ending as they do', async () => {
    await bench(async ({ put, read, root, import: run }) => {
      await put('levels.csv', first);
      await run('levels.csv', { suit: 'level' });
      const file = path.join(root, 'deck/cards/levels/third.mdx');
      await writeFile(file, (await read('cards/levels/third.mdx')).replaceAll('\n', '\r\n'));
      await put('levels.csv', first.replace('Many', 'Few'));
      await run('levels.csv');
      expect(await read('cards/levels/third.mdx')).toMatch(/Few responses/u);
      expect((await read('cards/levels/third.mdx')).replaceAll('\r\n', '')).not.toContain('\n');
    });
  });

  test('goes on where one was ended before it wrote its map', async () => {
    await bench(async ({ put, read, root, import: run }) => {
      await put('levels.csv', 'Title,Number,Gist,Definition\nThird,,x,Many.\nFourth,,y,All.\n');
      await run('levels.csv', { suit: 'level' });
      const cards = [await read('cards/levels/third.mdx'), await read('cards/levels/fourth.mdx')];
      await rm(path.join(root, 'deck/tables'), { recursive: true });
      await rm(path.join(root, 'deck/cards/levels/fourth.mdx'));
      expect(said((await run('levels.csv', { suit: 'level' })).problems)).toEqual([]);
      expect([await read('cards/levels/third.mdx'), await read('cards/levels/fourth.mdx')]).toEqual(cards);
    });
  });

  test('knows a thousand cards, and says where the map was damaged', async () => {
    await bench(async ({ root, put, read, import: run }) => {
      const rows = Array.from({ length: 1000 }, (_, at) => `Card ${at},What ${at} says,Text ${at}.`).join('\n');
      await put('many.csv', `title,gist,Definition\n${rows}\n`);
      expect((await run('many.csv', { suit: 'level' })).added).toHaveLength(1000);
      expect(await run('many.csv')).toMatchObject({ problems: [], added: [], changed: [], same: 1000 });
      const map = await read('tables/many.map.yaml');
      await writeFile(path.join(root, 'deck/tables/many.map.yaml'), map.replace('"title":"Card 1"', '"title":Card 1'));
      const line = map.split('\n').findIndex((one) => one.startsWith('  card-1:')) + 1;
      expect(said((await run('many.csv')).problems)).toEqual([
        `deck/tables/many.map.yaml:${line}:1 error map/card This line is not as prepdeck import wrote it.`,
      ]);
    });
  });

  test('with --dry-run writes nothing', async () => {
    await bench(async ({ put, read, import: run }) => {
      await put('levels.csv', first);
      const { added } = await run('levels.csv', { suit: 'level', dryRun: true });
      expect(added).toHaveLength(2);
      await expect(read('cards/levels/third.mdx')).rejects.toThrow();
      await expect(read('tables/levels.map.yaml')).rejects.toThrow();
    });
  });
});

describe('the author’s slips', () => {
  test.each([
    ['two rows of one card', 'title,Definition\nA,x\nA,y\n', 'A3 error table/id Row 2 is the card "a" already.'],
    ['a row without a title', 'title,Definition\n,x\n', 'A2 error table/id This row has no title.'],
    [
      'a title whose id another card has',
      'title,Definition\nFeature!,x\n',
      'A2 error table/id The id "feature" is that of another card: deck/cards/levels/feature.mdx.',
    ],
    [
      'an id that is none',
      'id,title,Definition\nMy Card,A,x\n',
      'B2 error table/id An id is small letters, digits and single hyphens.',
    ],
    [
      'two columns for one key',
      'title,Name,Title,Definition\nA,B,C,x\n',
      'C1 error table/column The columns "title" and "Title" are both title.',
    ],
    [
      'a suit that there is not',
      'suit,title,Definition\nlevle,A,x\n',
      'A2 error table/suit There is no suit "levle". Did you mean "level"?',
    ],
    [
      'a number that is taken',
      'title,gist,number,Definition\nA,b,1,x\n',
      'C2 error card/number-twice The number 1 (LVL 1) is taken: deck/cards/levels/function.mdx has it.',
    ],
  ])('%s', async (_, csv, message) => {
    await bench(async ({ put, import: run }) => {
      await put('l.csv', csv);
      expect(said((await run('l.csv', { suit: 'level' })).problems)).toContain(`l.csv ${message}`);
    });
  });

  test('a suit, a sheet or a kind of file that there is not', async () => {
    await bench(async ({ put, import: run }) => {
      await put('l.csv', 'title\nA\n');
      await expect(run('l.csv', { suit: 'levle' })).rejects.toThrow('unknown suit: levle. Did you mean "level"?');
      await put('l.xlsx', await workbook({ name: 'One', rows: [['a']] }, { name: 'Two', rows: [['a']] }));
      await expect(run('l.xlsx')).rejects.toThrow('say which sheet, e.g. --sheet "One". Sheets: One, Two');
      await expect(run('l.xlsx', { sheet: 'Too' })).rejects.toThrow(
        'there is no sheet "Too" with rows. Did you mean "Two"?',
      );
      await put('l.doc', 'x');
      expect(said((await run('l.doc')).problems)).toEqual([
        'l.doc error table/file Files of this kind are not read as tables.',
      ]);
      expect(said((await run('no.csv')).problems)).toEqual(['no.csv error table/file There is no such file.']);
    });
  });
});
