import { expect, test } from 'vitest';
import { firstLetter } from '../../src/model/accents.ts';

test.each([
  ['« Ça va ? »', 'Ç'],
  ['x\u0301yz', 'x\u0301'],
  ['7 days', '7'],
  ['क्या आसान', 'क्या'],
  ['स्त्री शक्ति', 'स्त्री'],
  ['கொக்கு', 'கொ'],
  ['별표', '별'],
  ['…?', '…'],
  ['', ''],
])('the first letter of %j is %s', (text, letter) => expect(firstLetter(text)).toBe(letter));
