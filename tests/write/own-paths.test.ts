import { expect, test } from 'vitest';
import { foldersOf, isOwnPath } from '../../src/write/own-paths.ts';

test.each([
  'print/a4.pdf',
  'site/c/one.html',
  'schema/files/deck.json',
  'targets/box/a.svg',
  'de/print/a4.pdf',
  'pt-BR/site/a.html',
  'print/..a',
  'print/.a',
])('a build writes %s', (file) => expect(isOwnPath(file)).toBe(true));

test.each([
  ...['', 'print', 'notes.txt', 'printed/a', 'deck/cards/a.mdx', 'de/schema/a.json', 'german/print/a.pdf'],
  ...['/print/a.pdf', '../print/a.pdf', './print/a.pdf'],
  ...['print/', 'print/.', 'print/..', 'print//a', 'print/./a', 'print/../a', 'site/c/../../../a', 'de/print/..'],
  ...['print/a\\b', 'print\\a', 'print/a\0b'],
])('a build does not write %j', (file) => expect(isOwnPath(file)).toBe(false));

test('the folders of a file, the outermost first', () => {
  expect(foldersOf('a/b/c')).toEqual(['a', 'a/b']);
  expect(foldersOf('c')).toEqual([]);
});
