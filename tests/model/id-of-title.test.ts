import { expect, test } from 'vitest';
import { idOfTitle } from '../../src/model/id-of-title.ts';

test.each([
  ['Who Noticed?', 'who-noticed'],
  ['It’s Größe & Łódź', 'its-grosse-lodz'],
  ['Ερώτηση πρώτη', 'erotisi-proti'],
  ['Что дальше', 'chto-dalshe'],
  ['問い', ''],
  [`${'long '.repeat(20)}`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
])('the id for %j', (title, id) => {
  expect(idOfTitle(title)).toBe(id);
});
