import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { photoFields } from '../../../layouts/parts/photo-front.tsx';
import { Facts } from '../../../layouts/site/parts/facts.tsx';
import type { Card } from '../../../src/model/card.ts';
import type { Catalog } from '../../../src/model/catalog.ts';

test('a card’s page lists its facts, not the file of its picture nor how that is cropped', () => {
  const catalog = {
    deck: { suits: [{ id: 'walk' }], words: { fields: {} }, lists: {} },
    facets: [],
    faces: { general: { fields: { ...photoFields, way: z.string() } } },
  } as unknown as Catalog;
  const fields = { image: 'P1010001.JPG', fit: 'contain', focus: 'top', caption: true, way: 'Bus 12' };
  const card = { id: 'pond', suit: 'walk', face: 'general', fields } as unknown as Card;
  const html = renderToStaticMarkup(<Facts catalog={catalog} base="" card={card} />);
  expect(
    html
      .replace(/<[^>]+>/gu, ' ')
      .trim()
      .split(/\s+/u),
  ).toEqual(['Way', 'Bus', '12']);
});
