import { describe, expect, test } from 'vitest';
import { parseOffset, parseSkip } from '../../src/impose/options.ts';

describe('parseSkip', () => {
  test.each([
    ['1,4-6', [1, 4, 5, 6]],
    ['3', [3]],
    [' 9, 2 ,2-3', [2, 3, 9]],
  ])('%s', (text, skip) => expect(parseSkip(text, 9)).toEqual({ ok: skip }));

  test.each([
    ['', '“” is not a slot; write numbers and ranges, e.g. 1,4-6'],
    ['one', '“one” is not a slot; write numbers and ranges, e.g. 1,4-6'],
    ['a1', '“a1” is not a slot; write numbers and ranges, e.g. 1,4-6'],
    ['1-2b', '“1-2b” is not a slot; write numbers and ranges, e.g. 1,4-6'],
    ['12', '“12” is not on the sheet; its slots are 1 to 9'],
    ['1,,2', '“” is not a slot; write numbers and ranges, e.g. 1,4-6'],
    ['0', '“0” is not on the sheet; its slots are 1 to 9'],
    ['4-12', '“4-12” is not on the sheet; its slots are 1 to 9'],
    ['6-4', '“6-4” runs backwards; write 4-6'],
    ['1-9', 'all 9 slots are skipped; leave at least one'],
  ])('“%s” is refused', (text, error) => expect(parseSkip(text, 9)).toEqual({ error }));
});

describe('parseOffset', () => {
  test.each([
    ['0.8,-0.5', { x: 0.8, y: -0.5 }],
    ['0, 1', { x: 0, y: 1 }],
    ['+2,-10', { x: 2, y: -10 }],
    ['0.85,-0.125', { x: 0.85, y: -0.125 }],
  ])('%s', (text, offset) => expect(parseOffset(text)).toEqual({ ok: offset }));

  test.each([
    ['', '“” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['1', '“1” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['1,2,3', '“1,2,3” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['1,b', '“1,b” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['a,1', '“a,1” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['a,b', '“a,b” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['1e3,0', '“1e3,0” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5'],
    ['50,0', '“50,0” is more than 10 mm; are these millimeters?'],
  ])('“%s” is refused', (text, error) => expect(parseOffset(text)).toEqual({ error }));
});
