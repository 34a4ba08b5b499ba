import { expect, test } from 'vitest';
import { usualPaper } from '../../src/catalog/client/paper.ts';
import { loadStocks } from '../fixtures/stocks.ts';

const { stocks } = await loadStocks('layouts', '.');
const papers = Object.values(stocks).filter((stock) => stock.format === 'poker' && !stock.press && !stock.pictures);

// The first by name was A3 in German and British browsers, Letter with full bleed in American ones.
test.each([
  ['de-DE', 'a4'],
  ['en-GB', 'a4'],
  ['en-US', 'letter'],
  ['es-MX', 'letter'],
  ['fr-CA', 'letter'],
  ['pl', 'a4'],
])('for %s %s lies in the tray', (language, id) => {
  for (const given of [papers, [...papers].reverse()]) expect(usualPaper(given, language)?.id).toBe(id);
});

test('without such a paper it is the first that there is', () => {
  const others = papers.filter(({ id }) => id === 'a3' || id === 'silhouette-a4');
  expect(usualPaper(others, 'de-DE')?.id).toBe(others[0]?.id);
  expect(usualPaper([], 'de-DE')).toBe(undefined);
});
