import { expect, test } from 'vitest';
import { inFolder } from '../../src/target/folder.ts';

const bytes = new Uint8Array([1]);
const outputs = [
  { path: 'print/a4.pdf', bytes, sheets: 31 },
  { path: 'site/index.html', bytes },
  { path: 'targets/list/all.txt', bytes },
  { path: 'schema/card.json', bytes },
];

test('a further language has folders of its own, and its files say as much of themselves', () => {
  expect(inFolder('de', outputs)).toEqual([
    { path: 'de/print/a4.pdf', bytes, sheets: 31 },
    { path: 'site/de/index.html', bytes },
    { path: 'de/targets/list/all.txt', bytes },
  ]);
  expect(inFolder('', outputs)).toEqual(outputs);
});
