import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/build.ts';
import { packText } from '../../src/command/pack.ts';
import { type PrintedRecord, printRecord } from '../../src/command/record.ts';
import { beginLanguage, translate } from '../../src/command/translate.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { loadDeck } from '../../src/deck/deck.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { openOffer } from '../../src/plan/offer.ts';
import { withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { put } from '../fixtures/files.ts';
import { raw, read } from '../press/readers.ts';

// An organization's deck over another: its brand, what it hides and changes, an activity of its own with a board and a worksheet of its
// own, all in German, on paper, in the catalog and in the record.

const page = (title: string, body: string) =>
  `---\ntitle: ${title}\nlead: Words below it.\ncolour: habit\n---\n\n${body}`;
const own = (id: string, title: string) => page(title, `## First\n<Line id="${id}" label="Line of ${id}" />\n`);

const BASE = {
  'deck/boards/start.mdx': own('start', 'Start Board'),
  'deck/boards/plan.mdx': own('plan', 'Plan Board'),
  'deck/worksheets/notes.mdx': own('notes', 'Notes Sheet'),
  'deck/guide/why.mdx': '---\ntitle: Why at All\norder: 10\n---\n\n## Because\nTake the <Board id="plan" />.\n',
  'deck/guide/old.mdx': '---\ntitle: Old Times\norder: 20\n---\n\n## Once\nGone.\n',
  'deck/day.yaml': `groups: { room: { 6: 1, 20: 1 } }
activities:
  who-noticed: { when: day, minutes: 30, on: [room], boards: { plan: room }, worksheets: { notes: room }, out: [signed] }
record: [signed]
start: '9:00'
agendas: { 1: [[[who-noticed]]] }
`,
};

const OURS = {
  'ours/deck/deck.yaml': `name: Acme deck
version: 2.0.0
extends: ../../deck
prefix: ACME
lang: en-US
languages: [de]
hide: [friday-list, 'board:start', 'chapter:old']
`,
  'ours/deck/tokens.json': '{ "colour": { "$type": "color", "habit": { "$value": "#336699" } } }\n',
  'ours/deck/cards/questions/our-turn.mdx':
    '---\nsuit: question\nnumber: 1\ntitle: Our Turn\ngist: We do it\n---\n\n## Front\nWe do it now.\n',
  'ours/deck/boards/our-board.mdx': own('ours', 'Our Board'),
  'ours/deck/worksheets/our-sheet.mdx': own('owner', 'Our Sheet'),
  'ours/deck/guide/ours.mdx':
    '---\ntitle: How We Do It\norder: 15\n---\n\n## So\nOn the <Board id="our-board" />, with the <Worksheet id="our-sheet" />.\n',
  'ours/deck/day.yaml': `activities:
  our-turn: { when: day, minutes: 45, on: [room], boards: { our-board: room }, worksheets: { our-sheet: room }, out: [done] }
things: { felt pens: { person: 1, room: 2 } }
record: [signed, done]
agendas: { 1: [[[who-noticed], [our-turn]]] }
`,
};

/** German by the path in `locales/de/`: what stands in place of what `translate` has begun. */
const GERMAN: Readonly<Record<string, [front: string, body: string]>> = {
  'our-turn.mdx': ['title: Wir sind dran\ngist: Wir tun es', '## Front\nJetzt tun wir es.\n'],
  'boards/our-board.mdx': [
    'title: Unsere Tafel\nlead: Worte darunter.',
    '## Zuerst\n<Line id="ours" label="Unsere Zeile" />\n',
  ],
  'worksheets/our-sheet.mdx': [
    'title: Unser Blatt\nlead: Worte darunter.',
    '## Zuerst\n<Line id="owner" label="Wer es tut" />\n',
  ],
  'guide/ours.mdx': [
    'title: So machen wir es',
    '## So\nAuf der <Board id="our-board" />, mit <Worksheet id="our-sheet" />.\n',
  ],
};

const RECORD = JSON.stringify({
  ...{ record: 1, deck: 'Acme deck', version: '2.0.0' },
  sheets: [
    { sheet: 'our-sheet', team: '', fields: { owner: 'Zoë Łęcka' } },
    // What the catalog writes while it leads through the day.
    { sheet: 'run:day', team: '', fields: { 'our-turn': 'Wir fangen an.', 'votes:our-turn': 'Ja 2, Nein 1' } },
  ],
});

let result: BuildOutcome;
let record: PrintedRecord;
let pack: string;
const files = new Map<string, Uint8Array>();
const text = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');
const words = async (name: string) =>
  (await read(files.get(name) ?? new Uint8Array()))
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  await withBlank({ ...BASE, ...OURS }, async (root) => {
    const dir = path.join(root, 'ours/deck');
    await beginLanguage(dir, 'de');
    const chain = await openChain({ dir, root });
    await translate(await loadDeck(chain, { looks: await loadLooks(...chain.layouts), languages: ['de'] }), 'de');
    for (const [name, [front, body]] of Object.entries(GERMAN)) {
      const file = path.join(dir, 'locales/de', name);
      const source = /^source: .*$/mu.exec(await readFile(file, 'utf8'))?.[0];
      await put(file, `---\n${source}\n${front}\n---\n\n${body}`);
    }
    const out = path.join(root, 'dist');
    const wish = { stocks: ['a4'], cards: { only: [] }, print: {}, site: true, kit: true };
    result = await build({ deck: dir, out, root, ...wish });
    for (const { path: name } of result.manifest?.outputs ?? []) {
      if (/\.(?:pdf|html)$/u.test(name)) files.set(name, new Uint8Array(await readFile(path.join(out, name))));
    }
    const { offer } = await openOffer(await openChain({ dir, root }), []);
    pack = offer ? packText(offer, { people: 6, days: 1, stock: 'a4' }) : '';
    record = await printRecord({
      chain: await openChain({ dir, root }),
      text: RECORD,
      file: 'record.json',
      lang: 'de',
    });
  });
});

describe('an organization’s deck in German', () => {
  test('has no errors, and says what is not translated', () => {
    const said = result.problems.map(shown);
    expect(said.filter((one) => one.includes(' error '))).toEqual([]);
    const pages = said.filter((one) => one.includes('locale/not-translated'));
    expect(pages).toContain(
      'ours/deck/locales/de warning locale/not-translated 1 of 2 boards, 1 of 2 worksheets, 1 of 2 chapters are not translated to "de" and are printed in the deck’s first language: board:plan, chapter:why, worksheet:notes.',
    );
  });

  test('is on paper: its own board and sheet with its words, none that it hides, in its color', async () => {
    expect(await words('de/print/board-our-board.pdf')).toMatch(/Unsere Tafel.*Zuerst.*Unsere Zeile/u);
    expect(await words('de/print/worksheet-our-sheet.pdf')).toMatch(/Unser Blatt.*Wer es tut/u);
    expect(await words('de/print/guide.pdf')).toMatch(/So machen wir es.*Auf der Unsere Tafel/u);
    expect(await words('print/board-our-board.pdf')).toContain('Our Board');
    expect(await words('de/print/a4.pdf')).toContain('Wir sind dran');
    const names = [...files.keys()].join(' ');
    expect(names).not.toMatch(/board-start|boards\/start|guide\/old/u);
    expect(await words('de/print/a4.pdf')).not.toContain('Friday List');
    // #336699, on a board of the deck below too.
    for (const name of ['print/board-our-board.pdf', 'de/print/board-plan.pdf']) {
      expect(raw(files.get(name) ?? new Uint8Array())).toMatch(/0\.2 0\.4 0\.6 (?:rg|scn)/u);
    }
  });

  test('is in the catalog: forms, boards, guide and the day', () => {
    expect(text('site/de/sheets/our-sheet.html')).toMatch(/Unser Blatt.*Wer es tut/su);
    expect(text('site/de/boards/our-board.html')).toContain('Unsere Tafel');
    expect(text('site/de/guide/ours.html')).toContain('So machen wir es');
    expect(text('site/de/day.html')).toContain('Wir sind dran');
    expect(text('site/de/run.html')).toMatch(/Wir sind dran.*Unsere Tafel/su);
    expect(text('site/run.html')).toMatch(/Our Turn.*Our Board/su);
    expect(text('site/de/sheets.html')).not.toContain('Start Board');
    expect(text('site/sheets/our-sheet.html')).toContain('Line of owner');
  });

  test('is on the packing list, with what lies ready beside paper', () => {
    expect(pack).toContain('     1  Our Board (A3, or 4 × A4)\n');
    expect(pack).toContain('     1  Our Sheet\n');
    expect(pack).toContain('\nAlso\n     8  felt pens\n');
  });

  test('is in the record, with every letter that was typed', async () => {
    expect(record.problems.map(shown).filter((one) => one.includes(' error '))).toEqual([]);
    const printed = (await read(record.pdf ?? new Uint8Array())).map((one) => one.text).join(' ');
    expect(printed).toMatch(/Unser Blatt.*Wer es tut.*Zoë Łęcka/u);
    expect(printed).toMatch(
      /Run the day.*Decided\s+Wir sind dran:\s+Wir fangen an\.\s+Votes\s+Wir sind dran:\s+Ja 2, Nein 1/u,
    );
    expect(record.problems.filter(({ ruleId }) => ruleId === 'unknown')).toEqual([]);
  });
});
