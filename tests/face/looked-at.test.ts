import { expect, test } from 'vitest';
import { lookingAt } from '../../src/face/looked-at.ts';
import type { FaceReport } from '../../src/face/messages.ts';
import type { Card } from '../../src/model/card.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';

const about = { suit: 'habit', gist: '', related: [], sources: [], copies: 1, blank: false };
const cards = ['fine', 'lost', 'long', 'late'].map(
  (id): Card => ({
    ...{ ...about, id, face: id, code: '', title: id, fields: {}, sections: [], file: `${id}.mdx`, places: {} },
  }),
);

/** The cards that were looked at so far, by their faces. */
const seen: string[] = [];
const faces = new Proxy(Object.fromEntries(cards.map(({ face }) => [face, { budgets: {} }])), {
  get(target, face) {
    seen.push(String(face));
    return Reflect.get(target, face);
  },
});
const looks = { faces } as unknown as Looks;

function report(card: string, side: string, words: string, findings: FaceReport['findings'] = []): FaceReport {
  return { key: `${card}.${side}`, drawn: [words], pictures: [], fields: [], findings };
}

const overflow = { rule: 'overflow' as const, message: 'text does not fit', text: 'long' };
const soon = [
  report('fine', 'front', 'fine'),
  report('fine', 'back', ''),
  report('lost', 'front', 'other'),
  report('lost', 'back', ''),
  report('long', 'front', 'long', [overflow]),
  report('long', 'back', ''),
  report('late', 'front', ''),
];
const later = [report('late', 'back', 'late')];
const excess = new Map([['long.front', { from: 'title', text: 'long', has: 4, fits: 3 }]]);

test('each card is looked at once: those that are drawn at first, those with texts to be measured at the end', () => {
  const looking = lookingAt(cards, looks);
  looking.take(soon);
  looking.begin();
  expect(seen).toEqual(['fine', 'lost']);
  looking.take(later);
  const problems = looking.problems(excess);
  expect(problems.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    'lost.mdx: lost: the layout “lost” does not print “lost” of title',
    'long.mdx: long, front: the title is 1 character too long: 4, and 3 fit',
  ]);
  expect(seen).toEqual(['fine', 'lost', 'late']);

  const atOnce = lookingAt(cards, looks);
  atOnce.take([...soon, ...later]);
  expect(atOnce.problems(excess)).toEqual(problems);
});
