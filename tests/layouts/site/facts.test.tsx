import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { photoFields } from '../../../layouts/parts/photo-front.tsx';
import { Facts } from '../../../layouts/site/parts/facts.tsx';
import type { Card } from '../../../src/model/card.ts';
import type { Catalog } from '../../../src/model/catalog.ts';
import { cardId, listed, listedAll } from '../../../src/model/fields.ts';

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

test('a field that names one card, or a value of a list of another name, says what that is called', () => {
  const guest = { id: 'guest', code: 'AUD 2', title: 'Guest' };
  const stall = {
    who: cardId('ingredient').optional(),
    zone: listed('place'),
    near: listedAll('place'),
    note: z.string(),
    notes: z.array(z.string()),
    stops: z.array(z.strictObject({ at: listed('place'), who: cardId('ingredient'), next: listedAll('place') })),
  };
  const catalog = {
    deck: { suits: [{ id: 'stall' }], words: { fields: {} }, lists: { place: { north: 'North Side' } } },
    facets: [],
    byId: new Map([['guest', guest]]),
    faces: { stall: { fields: stall } },
  } as unknown as Catalog;
  const stops = [{ at: 'north', who: 'guest', next: ['north', 'north'] }];
  const fields = { who: 'guest', zone: 'north', near: ['north'], note: 'guest', notes: ['guest'], stops };
  const card = { id: 'cart', suit: 'stall', face: 'stall', fields } as unknown as Card;
  const html = renderToStaticMarkup(<Facts catalog={catalog} base="../" card={card} />);
  expect([...html.matchAll(/<dd>(.*?)<\/dd>/gu)].map(([, shown]) => shown)).toEqual([
    '<a href="../c/guest.html"><span class="code">AUD 2 </span>Guest</a>',
    'North Side',
    '<ul class="inline"><li>North Side</li></ul>',
    'guest',
    '<ul class="inline"><li>guest</li></ul>',
    expect.stringMatching(
      /at<.span> North Side<.*who<.span> <a href="[^"]+"><span class="code">AUD 2 .*next<.span> North Side, North Side</u,
    ),
  ]);
});
