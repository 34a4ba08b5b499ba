import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAsWritten, madeNow, madeStill } from '../../src/write/made.ts';
import { manifestText, type Written } from '../../src/write/manifest.ts';

// Changes to the files, each through a whole command: `tests/cli/only-once.test.ts`.

let out: string;
const written = (name: string, text: string): Written => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { path: name, bytes: text.length, sha256 };
};
const outputs = [written('site/a.html', 'one')];

beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'prepdeck-made-'));
  put('site/a.html', 'one');
  put('manifest.json', manifestText({ name: 'Deck', version: '1', cards: 1, outputs }));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(out, { recursive: true });
});

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
  writeFileSync(path.join(out, name), text);
}

const made = () => madeNow(out, outputs) ?? expect.fail();
const stampsNow = (stamps: readonly string[] = []) => madeStill(out, outputs, { ...made(), stamps })?.stamps;
const later = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });

test('files that were just written are read each time, later ones known by their stamps', () => {
  expect(stampsNow()).toEqual(['', '']);
  later();
  expect(stampsNow()?.map((stamp) => stamp !== '')).toEqual([true, true]);
  expect(stampsNow(stampsNow())).toEqual(stampsNow());
});

test('a file with the stamp of the last time is not read', () => {
  later();
  const stamps = stampsNow();
  const others = [written('site/a.html', 'two')];
  expect(madeStill(out, others, { ...made(), stamps: stamps ?? [] })?.stamps).toEqual(stamps);
  expect(madeStill(out, others, { ...made(), stamps: [stamps?.[0] ?? '', 'another'] })).toBeUndefined();
});

test('a young file is read even with the stamp of the last time', () => {
  later();
  const stamps = stampsNow() ?? [];
  vi.useRealTimers();
  expect(madeStill(out, [written('site/a.html', 'two')], { ...made(), stamps })).toBeUndefined();
});

test('a young file is read also where none of the last time is known, be its date an old one', () => {
  const others = [written('site/a.html', 'two')];
  expect(madeStill(out, others, { ...made(), stamps: ['', ''] })).toBeUndefined();
  for (const name of ['site/a.html', 'manifest.json']) utimesSync(path.join(out, name), 1, 1);
  expect(stampsNow()).toEqual(['', '']);
});

test('a file that is gone, longer, or another is not as it was written', () => {
  const file = path.join(out, 'site/a.html');
  const [line] = outputs;
  if (!line) expect.fail();
  const before = made();
  expect(isAsWritten(file, line)).toBe(true);
  for (const text of ['one ', 'two']) {
    put('site/a.html', text);
    expect(isAsWritten(file, line)).toBe(false);
  }
  rmSync(file);
  expect(isAsWritten(file, line)).toBe(false);
  expect(madeStill(out, outputs, before)).toBeUndefined();
});

test('a folder whose manifest lists something else is not known', () => {
  expect(madeNow(out, [...outputs, written('site/b.html', 'two')])).toBeUndefined();
});

test('a folder in the place of a file is not what was written', () => {
  const before = made();
  rmSync(path.join(out, 'site/a.html'));
  mkdirSync(path.join(out, 'site/a.html'));
  expect(madeStill(out, outputs, before)).toBeUndefined();
});
