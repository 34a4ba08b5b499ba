import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// The tables of attacks and faults in SECURITY.md.

const root = path.resolve(import.meta.dirname, '..');
const rows = readFileSync(path.join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('| `tests/'))
  .map((line) => line.split(/ ?\| ?/u).slice(1, -1));

test('says of each attack and fault what stands against it, and which tests hold that', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    expect(row.slice(0, 2).filter((one) => one.length < 4)).toEqual([]);
    // Of a fault, whose row has five cells, nothing is left open.
    if (row.length === 5) expect(row.filter((one) => one.length < 4)).toEqual([]);
    const tests = row.at(-1) ?? '';
    const named = [...tests.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
    expect(named.filter((one) => !existsSync(path.join(root, one)))).toEqual([]);
    expect(named).not.toEqual([]);
  }
});

test('has every reader of what others give', () => {
  const said = rows.map(([attack]) => attack).join('\n');
  const readers = ['card', 'base deck', 'picture', 'drawing', 'font', 'press profile', 'spreadsheet', 'stock file'];
  const others = ['tokens', 'record', 'browser', '`dev`', 'café'];
  expect([...readers, ...others].filter((one) => !said.includes(one))).toEqual([]);
});

test('has every fault that is tried', () => {
  const said = rows.map(([fault]) => fault).join('\n');
  const tried = [
    'killed',
    'disk is full',
    'input vanishes',
    'two builds',
    'cache',
    'clock',
    'memory',
    'thread dies, hangs',
  ];
  expect(tried.filter((one) => !said.includes(one))).toEqual([]);
});
