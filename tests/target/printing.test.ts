import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadStocks } from '../fixtures/stocks.ts';

// What PRINTING.md tells people must be there: stocks, sets and flags by their names, and sizes as the files have them.

const root = path.resolve(import.meta.dirname, '../..');
const layouts = path.join(root, 'layouts');
const guide = readFileSync(path.join(layouts, 'stocks/PRINTING.md'), 'utf8').replace(/\s+/gu, ' ');
const { stocks } = await loadStocks(layouts, layouts);
const boxes = readdirSync(path.join(layouts, 'box')).flatMap((name) => /^(.*)\.yaml$/u.exec(name)?.[1] ?? []);

test('every stock and box has its route', () => {
  const ids = [...Object.keys(stocks), ...boxes];
  expect(ids.filter((id) => !guide.includes(`\`${id}\``) && !guide.includes(`--stock ${id}\``))).toEqual([]);
});

test('every stock after --stock is there', () => {
  const named = [...guide.matchAll(/--stock ([a-z0-9-]+)/gu)].map(([, id]) => id ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((id) => !stocks[id] && !boxes.includes(id))).toEqual([]);
});

/** The options that a command says that it has. */
async function helpOf(command: string): Promise<string> {
  const bin = path.join(root, 'src/bin.mjs');
  return (await promisify(execFile)(process.execPath, [bin, command, '--help'])).stdout;
}

test('every flag is one of its command’s, or of build, every set one of the deck’s', async () => {
  const found = [...guide.matchAll(/`(?:npx prepdeck ([a-z]+) )?(?:[^`]* )?(--[a-z][a-z-]+)/gu)];
  const flags = new Set(found.map(([, command = 'build', flag = '']) => `${command} ${flag}`));
  expect(flags.size).toBeGreaterThan(10);
  const commands = new Set([...flags].map((one) => one.split(' ')[0] ?? ''));
  const helps = new Map(await Promise.all([...commands].map(async (one) => [one, await helpOf(one)] as const)));
  const isThere = (one: string) => {
    const [command = '', flag = ''] = one.split(' ');
    return helps.get(command)?.includes(flag);
  };
  expect([...flags].filter((one) => !isThere(one))).toEqual([]);
  const { sets } = parse(readFileSync(path.join(root, 'deck/deck.yaml'), 'utf8')) as { sets: object };
  expect(guide).toContain('one-day, taster, team-refill and landscape');
  expect(Object.keys(sets).sort()).toEqual(['landscape', 'one-day', 'taster', 'team-refill']);
});

test('sizes and limits are those of the files', () => {
  const { shop, 'drivethru-poker': drivethru, 'tgc-poker': tgc, 'mpc-poker': mpc, tts } = stocks;
  expect(shop).toMatchObject({ bleed: 3, order: 'front-first', press: { conformance: 'PDF/X-4' } });
  expect(drivethru).toMatchObject({ order: 'back-first', press: { conformance: 'PDF/X-1a:2003', inkLimit: 240 } });
  expect(drivethru?.paper).toEqual({ width: expect.closeTo(2.75 * 25.4, 9), height: expect.closeTo(3.75 * 25.4, 9) });
  expect(tgc?.pictures).toMatchObject({ width: 825, height: 1125 });
  expect(mpc?.pictures).toMatchObject({ width: 822, height: 1122, mostCards: 612 });
  expect(tts?.pictures?.sheet).toEqual({ columns: 10, rows: 7 });
  expect(stocks['avery-95328']?.slots).toHaveLength(6);
  for (const id of ['a3', 'tabloid', 'sra3']) expect(stocks[id]?.slots).toHaveLength(18);
  for (const id of ['a4-fold', 'letter-fold']) expect(stocks[id]).toMatchObject({ slots: { length: 4 } });
  for (const id of ['silhouette-a4', 'silhouette-letter']) {
    expect(stocks[id]?.slots).toHaveLength(8);
    expect(stocks[id]?.registration).toEqual({ inset: 10, length: 5, thickness: 1, square: 5 });
  }
  for (const stock of Object.values(stocks)) expect(stock.flip).toBe('long');
});
