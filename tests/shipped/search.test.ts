import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { IndexData, TextsData } from '../../src/catalog/client/card-data.ts';
import { searchOf } from '../../src/catalog/client/search.ts';
import { plainName } from '../catalog/sample.ts';

// What people ask the catalog for, in their words, and the cards that must be among the first five.

const data = <T>(file: string): T => {
  const site = path.join(inject('dist'), 'site');
  const name = readdirSync(site).find((one) => plainName(one) === file) ?? file;
  const script = readFileSync(path.join(site, name), 'utf8');
  return JSON.parse(script.slice(script.indexOf('=') + 1)) as T;
};
const search = searchOf(data<IndexData>('index.js'), data<TextsData>('texts.js'));
const queries = readFileSync(path.join(import.meta.dirname, 'queries.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [words: string, ids: string]);

describe('a search', () => {
  test.each(queries)('for %s finds %s', (words, ids) => {
    expect(
      search(words)
        ?.found.slice(0, 5)
        .map(({ id }) => id),
    ).toEqual(expect.arrayContaining(ids.split(',')));
  });

  test('is tried with more than a hundred of them, half of them as problems are said', () =>
    expect(queries.length).toBeGreaterThan(100));
});
