import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExportRequest, exportCards } from '../../src/command/export.ts';
import { followFile } from '../../src/command/follow-file.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { readTables } from '../../src/deck/table/read-tables.ts';
import type { Card } from '../../src/model/card.ts';
import { type Bench, bench, said } from '../deck/table/support.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

async function write({ root }: Bench, file: string, request: Partial<ExportRequest> = {}) {
  return await exportCards({
    chain: await openChain({ dir: path.join(root, 'deck'), root }),
    looks,
    file: path.join(root, file),
    suits: [],
    ...request,
  });
}

/** Every file under a folder, with what is in it. */
async function filesIn(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map(async (file) => [path.relative(dir, file), await readFile(file, 'utf8')]));
  return Object.fromEntries(texts);
}

/** What cards say, without where they say it. */
async function cardsOf(root: string, deck = 'deck'): Promise<unknown> {
  const { deck: loaded } = await loadDeck({ dir: path.join(root, deck), root, looks });
  const without = (key: string, value: unknown) => (/^(?:places?|position|file)$/u.test(key) ? undefined : value);
  const text = JSON.stringify(
    loaded?.cards.map((card: Card) => card),
    without,
  );
  return JSON.parse(text.replace(/\\n/gu, ' '));
}

/** Cards with what is hard to put into cells. */
const HARD = {
  'cards/extras/hard.mdx': `---
suit: extra
title: '=1+1'
gist: "@ + and 'quotes', \\"double\\"; one"
sources: ['- a dash, a comma', "'=twice"]
---

## Front

One line that
runs on, a break\\
and {/* none */}
`.replace(' {/* none */}', ' \\{ a brace, 3 \\< 5'),
  'cards/extras/lists.mdx': `---
suit: extra
title: Lists
---

## Front

+ plus
+ signs
  - inside

1. one
2. two

+1 is no list, • nor this

## Back

| a | b |
|---|---|
| 1 | =2 |

\\- not a list
`,
};

describe('a deck written as a spreadsheet', () => {
  test.each(['cards.xlsx', 'cards.csv', 'cards.tsv'])(
    '%s and read again changes nothing, to the byte',
    async (file) => {
      await bench(async (here) => {
        const { problems } = await write(here, file);
        expect(said(problems)).toEqual([]);
        const before = await filesIn(path.join(here.root, 'deck'));
        expect(await here.import(file)).toMatchObject({
          problems: [],
          added: [],
          changed: [],
          kept: [],
          gone: [],
          same: 11,
        });
        expect(await filesIn(path.join(here.root, 'deck'))).toEqual(before);
      }, HARD);
    },
  );

  test.each(['cards.xlsx', 'cards.csv'])('%s makes the same cards in a deck that has none', async (file) => {
    await bench(async (here) => {
      await write(here, file);
      await cp(path.join(here.root, 'deck'), path.join(here.root, 'other'), { recursive: true });
      await rm(path.join(here.root, 'other/cards'), { recursive: true });
      await rm(path.join(here.root, 'other/tables'), { recursive: true });
      const chain = await openChain({ dir: path.join(here.root, 'other'), root: here.root });
      const { problems, added } = await here.import(file, { chain });
      expect([said(problems), added.length]).toEqual([[], 11]);
      expect(await cardsOf(here.root, 'other')).toEqual(await cardsOf(here.root));
    }, HARD);
  });

  test('has no cell that a spreadsheet program would run', async () => {
    await bench(async (here) => {
      await write(here, 'cards.csv');
      const { tables } = await readTables(path.join(here.root, 'cards.csv'), 'cards.csv');
      const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ text }) => text)));
      expect(cells).toContain("'=1+1");
      expect(cells.filter((text) => /^[=+\-@\t]/u.test(text))).toEqual([]);
    }, HARD);
  });

  test('is the same file on any day', async () => {
    await bench(async (here) => {
      await write(here, 'a.xlsx');
      await write(here, 'b.xlsx');
      const [a, b] = await Promise.all(['a.xlsx', 'b.xlsx'].map((name) => readFile(path.join(here.root, name))));
      expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    });
  });

  test('leaves what no cell can hold in its file', async () => {
    const stray =
      '---\nsuit: level\nnumber: 3\ntitle: Third\ngist: Some\nsources: ["two\\nlines"]\n---\n\n## Definition\n\nMany.\n';
    await bench(
      async (here) => {
        expect(said((await write(here, 'l.csv', { suits: ['level'] })).problems)).toEqual([
          'deck/cards/levels/third.mdx:6:10 warning table/no-cell No cell can hold "sources" as it is here: its cell is left empty.',
        ]);
        expect(await here.import('l.csv')).toMatchObject({ changed: [], same: 3 });
        expect(await here.read('cards/levels/third.mdx')).toBe(stray);
      },
      { 'cards/levels/third.mdx': stray },
    );
  });

  test('is changed in the sheet, and the change alone comes back', async () => {
    await bench(async (here) => {
      await write(here, 'l.csv', { suits: ['level'] });
      const text = await readFile(path.join(here.root, 'l.csv'), 'utf8');
      await here.put('l.csv', text.replace('One answer', 'Just one answer').replace('Function', 'One Way'));
      expect(await here.import('l.csv')).toMatchObject({
        problems: [],
        changed: ['deck/cards/levels/function.mdx'],
        same: 1,
      });
      expect(await here.read('cards/levels/function.mdx')).toBe(
        '---\nsuit: level\nnumber: 1\ntitle: One Way\ngist: Just one answer\n---\n\n## Definition\n\nOne response.\n',
      );
    });
  });

  test('replaces no file, and writes no other kind', async () => {
    await bench(async (here) => {
      await here.put('a.csv', 'mine');
      await expect(write(here, 'a.csv')).rejects.toThrow(
        'a.csv is there already. Name another file, or replace it with --force',
      );
      await expect(write(here, 'a.ods')).rejects.toThrow('a table is written as .xlsx, .csv or .tsv (got: a.ods)');
      await expect(write(here, 'b.csv', { suits: ['levle'] })).rejects.toThrow(
        'unknown suit: levle. Did you mean "level"?',
      );
      await write(here, 'a.csv', { force: true });
      expect(await readFile(path.join(here.root, 'a.csv'), 'utf8')).toContain('because-you-row');
    });
  });
});

test('a card whose Markdown can’t be read is neither written nor changed: its sections would be lost', async () => {
  await bench(async (here) => {
    const file = 'cards/levels/function.mdx';
    await write(here, 'l.csv', { suits: ['level'] });
    const text = await readFile(path.join(here.root, 'l.csv'), 'utf8');
    const broken = (await here.read(file)).replace('One response.', 'One {response.');
    await here.put(`deck/${file}`, broken);
    const { problems } = await write(here, 'again.csv', { suits: ['level'] });
    expect(said(problems)).toEqual([`deck/${file}:10:15 error card/not-allowed Code is not allowed in a card.`]);
    await expect(readFile(path.join(here.root, 'again.csv'))).rejects.toThrow('ENOENT');
    await here.put('l.csv', text.replace('One answer', 'Just one answer'));
    expect(said((await here.import('l.csv')).problems)).toEqual([
      `l.csv C2 error table/card The card "function" is there, and its file can’t be read: deck/${file}.`,
    ]);
    expect(await here.read(file)).toBe(broken);
  });
});

test('an empty table has every column that a card needs, and is taken back filled in', async () => {
  await bench(async (here) => {
    await write(here, 'pattern.csv', { suits: ['pattern'], empty: true });
    expect(await readFile(path.join(here.root, 'pattern.csv'), 'utf8')).toBe(
      '\uFEFFid,title,gist,level,market,examples.1.name,examples.1.tell,family,How it works,Signals,Watch for,copies\r\n',
    );
    const row = ',Next Up,What follows,feature,business,Radio,Plays on,REC,It plays on.,"• a\n• b",,\r\n';
    await here.put('pattern.csv', (await readFile(path.join(here.root, 'pattern.csv'), 'utf8')) + row);
    const { problems, added } = await here.import('pattern.csv');
    expect([said(problems), added]).toEqual([[], ['deck/cards/patterns/next-up.mdx']]);
  });
});

test('a file that is saved again is told of, however it is saved', async () => {
  await bench(async (here) => {
    await here.put('a.csv', 'one');
    let saved: () => void = () => undefined;
    const next = () => new Promise<void>((resolve) => (saved = resolve));
    const stop = followFile(path.join(here.root, 'a.csv'), async () => saved());
    try {
      let told = next();
      await here.put('a.csv', 'two');
      await told;
      told = next();
      await rm(path.join(here.root, 'a.csv'));
      await here.put('a.csv', 'three');
      await told;
    } finally {
      stop();
    }
  });
});
