import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMade, writeMade } from '../../src/catalog/client/composed.ts';
import { leftOf, readCountdown } from '../../src/catalog/client/countdown.ts';
import { readCourse } from '../../src/catalog/client/day-plan.ts';
import { readDraw } from '../../src/catalog/client/drawing.ts';
import { readFilter, writeFilter } from '../../src/catalog/client/filter.ts';
import { brokenIn, formatHand, parseHand } from '../../src/catalog/client/hand.ts';
import { parseHands } from '../../src/catalog/client/named-hands.ts';
import { readTallies } from '../../src/catalog/client/tally.ts';
import { readFont } from '../../src/deck/assets/font-file.ts';
import { svgFault } from '../../src/deck/assets/svg.ts';
import { drawingOf } from '../../src/deck/assets/svg-drawing.ts';
import { LOCK, readLock } from '../../src/deck/chain/lock.ts';
import { readTables } from '../../src/deck/table/read-tables.ts';
import { parseOffset, parseSkip } from '../../src/impose/options.ts';
import { hasErrors, type Problem } from '../../src/model/problem.ts';
import { readQuery } from '../../src/model/query.ts';
import type { RunPlan } from '../../src/model/run.ts';
import { UsageError } from '../../src/model/usage.ts';
import { operations } from '../../src/press/operations.ts';
import { readProfile } from '../../src/press/profile.ts';
import { openFolder } from '../../src/read/files.ts';
import { readRecord } from '../../src/record/read.ts';
import { type FilledSheet, recordJson } from '../../src/record/record.ts';
import { isManifestOurs, readManifest } from '../../src/write/manifest.ts';
import { OutError } from '../../src/write/out-error.ts';
import { recover } from '../../src/write/recover.ts';
import { workbook } from '../deck/table/support.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { contentOf, put } from '../write/folder.ts';
import { holds } from './limit.ts';
import { byteMutants, mutants } from './mutants.ts';

// Readers of what is not a deck's own file: what is typed, addresses, spreadsheets, stocks, press profiles, PDFs, manifests, records.

const root = path.resolve(import.meta.dirname, '../..');
let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-fuzz-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

const facets = { familyKeys: { pattern: 'family' }, fields: [{ key: 'level' }] };

describe('what is typed', () => {
  test('a query is a query or an error', async () => {
    await holds(mutants('family:REC,TRU level:feature -suit:risk id:because-you-row'), 200, (text) => {
      const read = readQuery(text, { facets, cards: [] });
      const words = text.split(/\s+/u).filter((one) => one !== '');
      if ('error' in read) expect(read.error).not.toBe('');
      else expect(read.ok.terms).toHaveLength(words.length);
    });
  });

  test('an offset and slots to skip are numbers or an error', async () => {
    await holds(fc.tuple(mutants('0.8,-0.5'), mutants('1,4-6')), 200, ([offset, skip]) => {
      const [one, other] = [parseOffset(offset), parseSkip(skip, 9)];
      const [moved, slots] = ['ok' in one ? [one.ok.x, one.ok.y] : [0, 0], 'ok' in other ? other.ok : [1]];
      expect(moved.filter((by) => !(Math.abs(by) <= 10))).toEqual([]);
      expect(slots.filter((slot) => !Number.isInteger(slot) || slot < 1 || slot > 9)).toEqual([]);
      for (const read of [one, other]) if ('error' in read) expect(read.error).toMatch(/^(“|all 9 slots)/u);
    });
  });
});

describe('an address of the catalog', () => {
  const index = {
    ...{ name: '', version: '', retired: {}, printable: false, cards: [] },
    draw: { usual: ['pattern'], limited: 'pattern', parted: '', parts: '' },
    facets: [{ key: 'suit', name: 'Suit', values: [['pattern', 'Patterns'] as [string, string]] }],
  };
  const composer = {
    slots: [{ key: 'who', cards: [{ id: 'because-you-row' }], most: 3 }],
    texts: [{ key: 'title' }],
    sections: [{ heading: 'If', sentence: 'If {who}' }],
  } as unknown as Parameters<typeof readMade>[1];

  test('of a hand is read, and written as it was read', async () => {
    await holds(mutants('because-you-row.detractor~2'), 200, (text) => {
      const hand = parseHand(text);
      expect(parseHand(formatHand(hand))).toEqual(hand);
      expect(hand.every(({ copies }) => copies >= 1 && copies <= 90)).toBe(true);
      expect(brokenIn(formatHand(hand))).toEqual([]);
    });
  });

  test('of a filter, a card that is composed or a draw is read', async () => {
    await holds(mutants('?suit=pattern&q=row&who=because-you-row&title=x&places=pattern~3&seed=7%20'), 100, (text) => {
      const filter = readFilter(text, index);
      expect(readFilter(writeFilter(filter, index), index)).toEqual(filter);
      const made = readMade(text, composer);
      expect(readMade(writeMade(made), composer)).toEqual(made);
      const { places } = readDraw(text, [{ key: 'pattern', name: 'Patterns', facet: 0, value: 0 }], ['pattern']);
      expect(places.filter(({ key, count }) => key !== 'pattern' || !(count >= 1 && count <= 9))).toEqual([]);
    });
  });

  test('what a browser kept of a timer, is a countdown that is kept again, or none', async () => {
    const kept = '{"total":300,"spent":10,"since":1700000000000,"rung":true}';
    await holds(mutants(kept), 200, (text) => {
      const count = readCountdown(text);
      const left = count ? leftOf(count, 1_700_000_060_000) : 0;
      expect(Number.isFinite(left)).toBe(true);
      expect(readCountdown(JSON.stringify(count ?? ''))).toEqual(count);
    });
  });
});

describe('what a browser kept is kept again as it was read', () => {
  const plan = {
    agendas: [{ days: 1 }, { days: 2 }],
    fewest: 6,
    groups: { all: [1, 1, 2] },
    start: 540,
  } as unknown as RunPlan;

  test.each<[string, (text: string) => unknown, string]>([
    ['hands', parseHands, '[{"name":"One","hand":"because-you-row.detractor~2"},{"name":"Two","hand":"feature"}]'],
    ['votes', readTallies, '{"argue":{"options":["Trust","Ease"],"cast":[1,0,1]},"close":{"options":[],"cast":[]}}'],
    [
      'the course of a day',
      (text) => readCourse(text, plan),
      '{"days":2,"people":7,"start":600,"begun":[{"key":"a","day":0,"since":1700000000000,"before":{"total":60,"spent":1}}]}',
    ],
  ])('%s', async (_, read, kept) => {
    expect(read(kept)).toEqual(JSON.parse(kept));
    await holds(mutants(kept), 200, (text) => {
      const now = read(text);
      expect(read(JSON.stringify(now))).toEqual(now);
    });
  });
});

describe('a file that is not the deck’s', () => {
  const stocks = path.join(root, 'layouts/stocks');
  const shipped = readdirSync(stocks).filter((name) => name.endsWith('.yaml'));
  const profile = readFileSync(path.join(root, 'layouts/press/GRACoL_TR006_coated.icc')).subarray(0, 4000);
  const csv = 'id,suit,title\none,level,"A ""good"" one"\n';

  /** Writes a file and reads it; an error of a user's alone may be thrown. */
  async function reads(name: string, content: string | Uint8Array, read: (file: string) => Promise<unknown>) {
    const file = path.join(dir, name);
    await writeFile(file, content);
    await read(file).catch((cause) => expect(cause).toBeInstanceOf(UsageError));
  }

  test('a stock has problems alone', async () => {
    const there = (file: string) => loadStocks([path.dirname(path.dirname(file))], dir);
    const { mkdir } = await import('node:fs/promises');
    await mkdir(path.join(dir, 'stocks'));
    const texts = shipped.map((name) => readFileSync(path.join(stocks, name), 'utf8'));
    await holds(fc.constantFrom(...texts).chain(mutants), 40, (text) => reads('stocks/any.yaml', text, there));
  });

  test('a CSV file, an Excel workbook and an ODS have problems alone', async () => {
    const book = await workbook({
      name: 'Cards',
      rows: [
        ['id', 'suit'],
        ['one', 'level'],
      ],
    });
    const table = (file: string) => readTables(file, 'cards');
    await holds(mutants(csv), 20, (text) => reads('a.csv', text, table));
    for (const name of ['a.xlsx', 'a.ods']) {
      await holds(byteMutants(book), 15, (bytes) => reads(name, bytes, table));
    }
  });

  test('a press profile is one, or a user’s error', async () => {
    await holds(byteMutants(profile), 20, (bytes) => reads('a.icc', bytes, (file) => readProfile(file)));
  });

  test('a manifest is ours or not', async () => {
    const text = '{"name":"a","version":"1","cards":2,"outputs":[{"path":"print/a.pdf","bytes":3,"sha256":"00"}]}';
    await holds(mutants(text), 40, async (content) => {
      await writeFile(path.join(dir, 'manifest.json'), content);
      const { outputs } = readManifest(dir);
      expect(outputs.every((one) => one.path.startsWith('print/') && !one.path.includes('..'))).toBe(true);
      isManifestOurs(dir);
    });
  });
});

test('what a killed build left is completed or refused, and nothing else is touched', async () => {
  const names = ['print/a.pdf', 'site/c/a.html'];
  const journal = JSON.stringify({
    place: names,
    remove: ['print/b.pdf'],
    had: ['print/a.pdf'],
    made: ['site', 'site/c'],
  });
  const [out, work] = [path.join(dir, 'killed/dist'), path.join(dir, 'killed/dist/.prepdeck')];
  await holds(mutants(journal), 40, async (text) => {
    await rm(out, { recursive: true, force: true });
    await put(out, { mine: 'mine', 'print/a.pdf': 'old', 'print/b.pdf': 'old', 'print/mine': 'mine' });
    await put(work, { 'journal.json': text, 'new/print/a.pdf': 'new', 'new/site/c/a.html': 'new' });
    await put(work, { 'owner.json': '{"host":"","pid":0,"since":0}' });
    await utimes(path.join(work, 'owner.json'), 0, 0);
    await recover(out).catch((cause) => expect(cause).toBeInstanceOf(OutError));
    expect(contentOf(path.join(dir, 'killed'))).toMatchObject({ 'dist/mine': 'mine', 'dist/print/mine': 'mine' });
  });
});

test('a packed font is a font, or has problems alone', async () => {
  const at = { path: '/fonts/sora.woff2', shown: 'fonts/sora.woff2' };
  const font = readFileSync(
    path.join(root, 'node_modules/@fontsource-variable/sora/files/sora-latin-wght-normal.woff2'),
  );
  await holds(byteMutants(font), 30, async (bytes) => {
    const said: Problem[] = [];
    const read = await readFont(at, Buffer.from(bytes), (problem) => said.push(problem));
    expect(read === undefined).toBe(hasErrors(said));
  });
});

test('what a room wrote is a record, or has faults in words', async () => {
  const sheets: FilledSheet[] = [
    { sheet: 'metrics', team: 'North', fields: { goal: 'More\nreturns', 'rows.1.owner': 'Zoë', agreed: true } },
    { sheet: 'sign-off', team: '', fields: { date: '2026-11-29' } },
  ];
  await holds(mutants(recordJson({ deck: 'Kitchen', version: '1.0.0', sheets })), 300, (text) => {
    const read = readRecord(text);
    if ('faults' in read) {
      expect(read.faults).not.toHaveLength(0);
      for (const { path: place, message } of read.faults) expect(`${place} ${message}`).toMatch(/\p{L}.*[.…]$/su);
    } else expect(readRecord(recordJson(read.record))).toEqual(read);
  });
});

test('the file of what overrides were written for is read, or has problems alone', async () => {
  const lock = `because-you-row:\n  base: sha256-${'0'.repeat(64)}\n  front: { title: A row, level: null }\n  sections:\n    Ask: Why this?\n`;
  const folder = await openFolder(dir, dir, () => expect.unreachable());
  if (!folder) throw new Error('no folder');
  await holds(mutants(lock), 60, async (text) => {
    await writeFile(path.join(dir, LOCK), text);
    const said: Problem[] = [];
    const read = await readLock(folder, (problem) => said.push(problem));
    expect(read === undefined).toBe(hasErrors(said));
  });
});

test('a drawing is good or has a fault in words', async () => {
  const svg =
    '<svg viewBox="0 0 24 24"><g transform="rotate(3)"><path d="M4 6h16M4 12a5 5 0 0 1 9 3z"/><use href="#a"/></g></svg>';
  await holds(mutants(svg), 200, (text) => {
    const fault = svgFault(text);
    const drawn = fault ?? drawingOf(text, 2400);
    expect('what' in drawn ? drawn.what : drawn.paths).not.toHaveLength(0);
    const numbers = 'what' in drawn ? [] : drawn.paths.flatMap(({ d }) => d.match(/NaN|Infinity|undefined/gu) ?? []);
    expect(numbers).toEqual([]);
  });
});

test('a page’s operators are read to the end, or are said to be damaged', async () => {
  const page =
    'q 1 0 0 1 12.5 -3 cm /F1 7 Tf BT (a\\)b) Tj [<0041> -20 (c)] TJ ET 0 0 m 1e-7 2 l S /P <</MCID 0>> BDC EMC Q\n';
  await holds(byteMutants(new TextEncoder().encode(page)), 200, (bytes) => {
    try {
      let count = 0;
      for (const _ of operations(bytes)) count += 1;
      expect(count).toBeLessThanOrEqual(bytes.length);
    } catch (cause) {
      expect(String(cause)).toContain('damaged');
    }
  });
});
