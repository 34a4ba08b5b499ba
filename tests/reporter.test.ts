import { expect, test } from 'vitest';
import { reportOf } from './reporter.ts';

test('the page of differing pictures has each with its golden, and both on top of one another', () => {
  const page = reportOf(['risk.back', 'risk.front']);
  expect(page).toContain('<h1>2 pictures differ</h1>');
  const sources = [...page.matchAll(/src="([^"]+)"/gu)].map((match) => match[1]);
  const four = (name: string) => [`${name}.png`, `${name}.actual.png`, `${name}.png`, `${name}.actual.png`];
  expect(sources).toEqual([...four('risk.back'), ...four('risk.front')]);
});
