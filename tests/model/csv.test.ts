import { expect, test } from 'vitest';
import { listText } from '../../src/command/list.ts';
import type { Card } from '../../src/model/card.ts';
import { csvText } from '../../src/model/csv.ts';
import type { Deck } from '../../src/model/deck.ts';

test('a table quotes what would end a cell, and makes no formula of a text', () => {
  expect(csvText([['a "b"', 'c,d', 'e;f', 'g\nh'], [], ['=1+1', '＝1', "'=x", -5]])).toBe(
    `"a ""b""","c,d","e;f","g\nh"\r\n\r\n'=1+1,'＝1,''=x,-5\r\n`,
  );
  expect(csvText([['a,b', 'c', 2]], '\t')).toBe('"a,b"\tc\t2\r\n');
});

test('the list of cards as CSV runs no formula either', () => {
  const card = { id: 'sum', suit: 'a', code: '', title: '=1+1', gist: '-2, or so', copies: 1, file: 'sum.mdx' };
  expect(listText({ suits: [] } as unknown as Deck, [card as unknown as Card], 'csv')).toBe(
    `id,suit,code,title,gist,copies,file\r\nsum,a,,'=1+1,"'-2, or so",1,sum.mdx\r\n`,
  );
});
