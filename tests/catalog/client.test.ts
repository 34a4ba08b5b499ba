import { describe, expect, test } from 'vitest';
import type { IndexCard, IndexData } from '../../src/catalog/client/card-data.ts';
import { statusOf } from '../../src/catalog/client/compose-status.ts';
import { csvOf, idOf, leftOutOf, mdxOf, readMade, sentenceOf, writeMade } from '../../src/catalog/client/composed.ts';
import type { ComposerData } from '../../src/catalog/client/composer-data.ts';
import { clockText, leftOf, readCountdown, toggledAt } from '../../src/catalog/client/countdown.ts';
import { drawCards, placesOf, readDraw, unknownPlaces, writeDraw } from '../../src/catalog/client/drawing.ts';
import { countValues, passes, readFilter, toggled, unknownIn, writeFilter } from '../../src/catalog/client/filter.ts';
import { brokenIn, formatHand, parseHand, resolveHand } from '../../src/catalog/client/hand.ts';
import { moved } from '../../src/catalog/client/hand-row.ts';
import { formatHands, joined, parseHands } from '../../src/catalog/client/named-hands.ts';

const cards: IndexCard[] = [
  ['because-you-row', 'REC 32', 'Because-You Row', 'Picks with a reason', [[0], [0], [1]]],
  ['similar-items', 'REC 29', 'Similar Items', 'One leads to another', [[0], [0], [0]]],
  ['why-this-label', 'TRU 133', 'Why-This Label', 'A plain reason', [[0], [1], [1]]],
  ['detractor', 'RSK 1', 'Detractor', 'Slows the program', [[1], [], []]],
];
const index: IndexData = {
  name: 'Deck',
  version: '1',
  retired: { 'old-row': 'because-you-row' },
  printable: false,
  draw: { usual: ['pattern', 'risk'], limited: 'pattern', parted: '', parts: '' },
  facets: [
    {
      key: 'suit',
      name: 'Suit',
      values: [
        ['pattern', 'Patterns'],
        ['risk', 'Risks'],
      ],
    },
    {
      key: 'family',
      name: 'Family',
      values: [
        ['REC', 'Recommend'],
        ['TRU', 'Trust'],
      ],
    },
    {
      key: 'level',
      name: 'Level',
      values: [
        ['function', 'Function'],
        ['feature', 'Feature'],
      ],
    },
  ],
  cards,
};

describe('a hand', () => {
  test.each([
    ['because-you-row.detractor~2', 'because-you-row.detractor~2'],
    ['a.a.b~3.a', 'a~3.b~3'],
    ['a~0.b~999.c~1000', 'b~999'],
    ['..A.<x>.c d.ok', 'ok'],
    ['', ''],
  ])('%s reads as %s', (text, expected) => expect(formatHand(parseHand(text))).toBe(expected));

  test('retired cards are replaced, unknown ones are named', () => {
    const known = new Set(cards.map(([id]) => id));
    const resolved = resolveHand(parseHand('old-row~2.nobody.because-you-row'), known, index.retired);
    expect(formatHand(resolved.hand)).toBe('because-you-row~3');
    expect(resolved.replaced).toEqual(['old-row']);
    expect(resolved.unknown).toEqual(['nobody']);
    expect(resolved.tooMany).toEqual([]);
  });

  test('cards of which there are more than there is room for are named', () => {
    const known = new Set(cards.map(([id]) => id));
    const resolved = resolveHand(parseHand('old-row~60.because-you-row~40'), known, index.retired);
    expect(formatHand(resolved.hand)).toBe('because-you-row~90');
    expect(resolved.tooMany).toEqual([{ id: 'because-you-row', copies: 100 }]);
  });

  test('moves', () => expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']));
});

test('parts of a hand that can’t be read are named, empty ones are none', () => {
  expect(brokenIn('because-you-row..detractor~2.')).toEqual([]);
  expect(brokenIn('because-you-row.detractor~.Row.~2')).toEqual(['detractor~', 'Row', '~2']);
  // As for --hand.
  expect(brokenIn('a~0.a~00.a~01.a~1.a~999.a~1000')).toEqual(['a~0', 'a~00', 'a~01', 'a~1000']);
});

describe('hands of a file', () => {
  test('are read, whatever else is in it', () => {
    for (const text of [
      '',
      '{',
      'null',
      '{}',
      '[1]',
      '[{"name":"a"}]',
      '[{"name":" ","hand":"a"}]',
      '[{"name":"a","hand":"?"}]',
    ]) {
      expect(parseHands(text)).toEqual([]);
    }
    const hands = [{ name: 'One', hand: 'a.b~2' }];
    expect(parseHands(formatHands(hands))).toEqual(hands);
  });
  test('never take the place of ours', () => {
    const ours = [{ name: 'One', hand: 'a' }];
    expect(joined(ours, [{ name: 'One', hand: 'a' }])).toEqual(ours);
    expect(
      joined(ours, [
        { name: 'One', hand: 'b' },
        { name: 'One', hand: 'c' },
      ]).map(({ name }) => name),
    ).toEqual(['One', 'One 2', 'One 3']);
  });
});

describe('filters', () => {
  test('read and write the same address; what is not known is left out, and named', () => {
    const asked = '?level=feature&q=a%20b&family=TRU,rec,XXX,Y,trU&nonsense=1&utm_source=x&fbclid=y';
    expect(writeFilter(readFilter(asked, index), index)).toBe('q=a%20b&family=REC,TRU&level=feature');
    expect(unknownIn(asked, index, ['q'])).toEqual(['family=XXX', 'family=Y', 'nonsense']);
    expect(unknownIn('q=a&level=,feature,', index, [])).toEqual(['q']);
  });

  test('a facet may be called as something else of an address is', () => {
    const keys = ['q', '_q', 'cards', 'seed', 'places', 'keep', 'queue'];
    const values = [['a', 'A']] as const;
    const odd: IndexData = { ...index, facets: keys.map((key) => ({ key, name: key, values })) };
    const all = { words: 'w', chosen: keys.map(() => new Set([0])) };
    const address = writeFilter(all, odd);
    expect(address).toBe('q=w&_q=a&__q=a&_cards=a&_seed=a&_places=a&_keep=a&queue=a');
    expect(readFilter(address, odd)).toEqual(all);
    expect(unknownIn(address, odd, ['q'])).toEqual([]);
    expect(readDraw(`seed=abc&_seed=a&_keep=a`, [], [])).toMatchObject({ seed: 'abc', limits: '_seed=a&_keep=a' });
  });

  test('a value may have a comma, and commas may come encoded, as mail programs send them', () => {
    const values = [
      ['A, B', 'A, B or C?'],
      ['Größe', 'Größe'],
      ['x&y=z', 'x'],
      ['B', 'B'],
    ] as const;
    const odd: IndexData = { ...index, facets: [{ key: 'thema tisch', name: 'Thema', values }] };
    const all = { words: 'a,b', chosen: [new Set([0, 1, 2])] };
    expect(unknownIn('thema tisch=A,A, B, B,C', odd, [])).toEqual(['thema tisch=A', 'thema tisch= B', 'thema tisch=C']);
    const address = writeFilter(all, odd);
    expect(readFilter(`?${address}`, odd)).toEqual(all);
    expect(readFilter(address.replaceAll(',', '%2C'), odd).words).toBe('a,b');
    expect(writeFilter(readFilter('family=REC%2CTRU', index), index)).toBe('family=REC,TRU');
  });

  test('are OR inside a facet and AND across', () => {
    const { chosen } = readFilter('family=REC,TRU&level=feature', index);
    expect(cards.filter((card) => passes(card, chosen)).map(([id]) => id)).toEqual([
      'because-you-row',
      'why-this-label',
    ]);
  });

  test('count what each value would show, given the other facets', () => {
    const { chosen } = readFilter('level=feature&family=TRU', index);
    expect(countValues(cards, chosen, index)).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
  });

  test('toggle', () => {
    const on = toggled(readFilter('', index), 1, 0);
    expect(writeFilter(on, index)).toBe('family=REC');
    expect(writeFilter(toggled(on, 1, 0), index)).toBe('');
  });
});

describe('a draw', () => {
  const places = placesOf(index);
  test('is told by its address', () => {
    const draw = readDraw('seed=abc&keep=detractor&level=feature', places, index.draw.usual);
    expect(draw).toEqual({
      seed: 'abc',
      limits: 'level=feature',
      kept: ['detractor'],
      places: [
        { key: 'pattern', count: 1 },
        { key: 'risk', count: 1 },
      ],
    });
    expect(writeDraw(draw, places, index.draw.usual)).toBe('seed=abc&level=feature&keep=detractor');
    expect(drawCards(cards, places, draw)).toEqual(drawCards([...cards].reverse(), places, draw));
  });
  test('gives several of a kind, each once, and says where there are too few', () => {
    const draw = readDraw('seed=abc&places=pattern~5.risk~0&keep=similar-items', places, index.draw.usual);
    expect(writeDraw(draw, places, index.draw.usual)).toBe('seed=abc&places=pattern~5&keep=similar-items');
    const { cards: drawn, short } = drawCards(cards, places, draw);
    expect(drawn.map(([id]) => id).sort()).toEqual(['because-you-row', 'similar-items', 'why-this-label']);
    expect(short.map(({ place, wanted, found }) => `${place.name}: ${found} of ${wanted}`)).toEqual([
      'Patterns: 3 of 5',
    ]);
    for (const text of ['pattern~x', 'pattern~-1', 'pattern~0', 'nobody~3']) {
      expect(readDraw(`places=${text}`, places, []).places).toEqual([]);
    }
    expect(readDraw('places=pattern~500', places, []).places).toEqual([{ key: 'pattern', count: 9 }]);
    expect(unknownPlaces('seed=a&places=nobody~3.pattern..risk~0.any', places)).toEqual(['nobody', 'any']);
  });
  test('has a place for a family that is called as another suit', () => {
    const families = [
      ['risk', 'Risky'],
      ['TRU', 'Trust'],
    ] as const;
    const facets = index.facets.map((one) => (one.key === 'family' ? { ...one, values: families } : one));
    const odd: IndexData = { ...index, facets, draw: { ...index.draw, parted: 'pattern', parts: 'family' } };
    const all = placesOf(odd);
    expect(all.map(({ key, name }) => [key, name])).toEqual([
      ['pattern.risk', 'Risky'],
      ['TRU', 'Trust'],
      ['risk', 'Risks'],
    ]);
    const draw = {
      ...readDraw('seed=a', all, []),
      places: [
        { key: 'pattern.risk', count: 2 },
        { key: 'risk', count: 1 },
      ],
    };
    const again = readDraw(writeDraw(draw, all, []), all, []);
    expect(again.places).toEqual(draw.places);
    const { cards: drawn } = drawCards(cards, all, again);
    expect(drawn.map(([id]) => id).sort()).toEqual(['because-you-row', 'detractor', 'similar-items']);
  });
  test('has places for families of any names', () => {
    const odd = ['R&D', 'A.1', 'x~2', '50%'].map((key, value) => ({ key, name: key, facet: 1, value }));
    const draw = readDraw('', odd, []);
    const two = { ...draw, places: draw.places.map((one) => ({ ...one, count: 2 })) };
    const address = writeDraw(two, odd, []);
    expect(readDraw(address, odd, [])).toEqual(two);
    expect(unknownPlaces(address, odd)).toEqual([]);
  });
  test('keeps what is kept when the rest is drawn again', () => {
    for (let i = 0; i < 50; i += 1) {
      const wanted = [{ key: 'pattern', count: 2 }];
      const draw = { seed: `s${i}`, places: wanted, limits: '', kept: ['similar-items'] };
      expect(drawCards(cards, places, draw).cards.map(([id]) => id)).toContain('similar-items');
    }
  });
  test('is fair: a thousand seeds give each of three patterns its third', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1000; i += 1) {
      const wanted = [{ key: 'pattern', count: 1 }];
      const [card] = drawCards(cards, places, { seed: `s${i}`, places: wanted, limits: '', kept: [] }).cards;
      counts.set(card?.[0] ?? '', (counts.get(card?.[0] ?? '') ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 333)).toBeLessThan(60);
  });
});

describe('a composed card', () => {
  const part = (id: string, clause: string) => ({ id, code: '', title: id.toUpperCase(), clause });
  const data: ComposerData = {
    lang: 'en',
    suit: 'quest',
    one: 'Quest',
    number: 7,
    slots: [
      { key: 'who', name: 'Hero', most: 2, isList: true, cards: [part('a', 'a knight'), part('b', 'a thief')] },
      { key: 'where', name: 'Place', most: 1, isList: false, cards: [part('c', 'a cave')] },
    ],
    texts: [
      { key: 'title', name: 'Title', most: 26, path: ['title'] },
      { key: 'them', name: 'For them', most: 46, path: ['why', 'them'] },
      { key: 'us', name: 'For us', most: 46, path: ['why', 'us'] },
      { key: 'wish', name: 'Wish', most: 30, path: [] },
      { key: 'watch', name: 'Watch', most: 50, path: [] },
    ],
    sections: [
      {
        key: 'tale',
        heading: 'Tale',
        name: 'Tale',
        sentence: '{who} seeks {wish} in {where}, so that {them}.',
        most: 90,
      },
      { key: 'watch_', heading: 'Watch', name: 'Vorsicht', sentence: '{watch}', most: 50 },
    ],
    widths: {
      letters: 'n W',
      regular: [500, 200, 1000],
      strong: [500, 200, 1000],
      italic: [500, 200, 1000],
      usual: 500,
    },
  };
  const made = readMade('who=a.b.zzz&where=b&them=it%20helps.&watch=It%20*bites*.', data);

  test('several of a slot are alternatives, empty slots say what they want, unwritten words are dots', () => {
    expect(data.sections.map((one) => sentenceOf(one, made, data))).toEqual([
      'a knight or a thief seeks … in [place], so that it helps.',
      'It *bites*.',
    ]);
    expect(readMade(writeMade(made), data)).toEqual(made);
  });
  test('what an empty slot wants is in small letters by the rules of the language', () => {
    const slots = data.slots.map((slot) => ({ ...slot, name: 'İYİ KIŞ' }));
    const [tale = { key: '', heading: '', name: '', sentence: '', most: 0 }] = data.sections;
    expect(sentenceOf(tale, made, { ...data, slots, lang: 'tr' })).toContain('in [iyi kış]');
  });
  test('is ready only when nothing is missing, over its budget, or too much for the front', () => {
    const texts = { title: 'n', them: 'n', us: 'n', wish: 'n', watch: 'n' };
    const whole = { slots: { who: ['a'], where: ['c'] }, texts };
    const room = { lines: 3, texts: { title: { width: 2 }, who: { width: 2 } } };
    const says = (more: object, own: Partial<ComposerData> = {}) =>
      statusOf({ ...whole, texts: { ...texts, ...more } }, { ...data, ...own });
    expect(says({})).toEqual(['Within the card’s budgets. “npx prepdeck check” tells whether it fits.']);
    expect(says({}, { room })).toEqual(['Ready to be a card.']);
    expect(says({ us: '' }, { room })).toEqual(['Still to fill: For us.']);
    expect(says({ us: 'n'.repeat(46) }, { room })).toEqual(['Ready to be a card.']);
    expect(says({ us: 'n'.repeat(48) }, { room })).toEqual(['More than the card holds: For us by 2.']);
    // Wide letters take the room of two.
    expect(says({ us: 'W'.repeat(30) }, { room })).toEqual(['More than the card holds: For us by 12.']);
    expect(says({ title: 'nnnn nnnn nnnn' }, { room })).toEqual([
      'The front has 3 lines, and this fills 4: choose fewer cards, or shorten what stands there.',
    ]);
    expect(says({ us: 'n\u00a0n' }, { room })).toEqual(['Ready to be a card.']);
    expect(says({ us: 'n\u202f' }, { room })[0]).toContain('could not be measured: U+202F.');
    expect(says({ us: 'π' }, { room })).toEqual([
      'These letters could not be measured: π. “npx prepdeck check” tells whether the card holds them.',
    ]);
  });
  test('says which ids of a link it left out', () => {
    expect(leftOutOf('who=a.zzz&where=c.b', data)).toEqual(['zzz', 'b']);
  });
  test('has an id by the deck’s rule', () => {
    const titled = (title: string) => idOf({ slots: {}, texts: { title } }, data);
    expect(titled('Drinks & Snacks: Café’s')).toBe('drinks-snacks-cafes');
    expect(titled('Straße nach Łódź')).toBe('strasse-nach-lodz');
    expect(titled('Что дальше')).toBe('chto-dalshe');
    expect(titled('漢字')).toBe('quest-6f22-5b57');
    expect(titled('問い')).toBe('quest-554f-3044');
    expect(titled(' ')).toBe('my-quest');
  });
  test('is a card with the fields and sections of its suit', () => {
    expect(mdxOf(made, data, 7)).toBe(
      [
        '---',
        'suit: quest',
        'number: 7',
        "title: ''",
        'why:',
        "  them: 'it helps'",
        "  us: ''",
        'who: [a, b]',
        'where: ',
        '---',
        '',
        '## Tale',
        'a knight or a thief seeks … in \\[place\\], so that it helps.',
        '',
        '## Watch',
        'It \\*bites\\*.',
        '',
      ].join('\n'),
    );
  });
  test('is a line of a table that runs no formula', () => {
    const formula = readMade('title=%3D1%2B1', data);
    expect(csvOf([formula], data).split('\r\n')).toEqual([
      '\ufeffTitle,For them,For us,Tale,Vorsicht,Hero,Place',
      '\'=1+1,,,"[hero] seeks … in [place], so that ….",,,',
      '',
    ]);
  });
  test('has a section with the name of a slot marked as one, as a spreadsheet of cards has it', () => {
    const sections = data.sections.map((one, at) => (at === 0 ? { ...one, name: 'Hero' } : one));
    const [header = ''] = csvOf([readMade('title=One', data)], { ...data, sections }).split('\r\n');
    expect(header.split(',').slice(3)).toEqual(['## Hero', 'Vorsicht', 'Hero', 'Place']);
  });
});

test.each([
  [245, '4:05'],
  [0, '0:00'],
  [-30, '+0:30'],
  [59.2, '1:00'],
])('%s seconds read %s', (seconds, text) => expect(clockText(seconds)).toBe(text));

test('a countdown goes by the clock, also over a sleep; what is kept may be anything', () => {
  const running = toggledAt({ total: 300, spent: 10 }, 1_000);
  expect(leftOf(running, 61_000)).toBe(230);
  expect(leftOf(toggledAt(running, 61_000), 9_999_000)).toBe(230);
  expect(readCountdown(JSON.stringify(running))).toEqual(running);
  for (const text of ['', 'null', '[]', '{"total":"1"}', '{"total":1,"spent":-1}', '{']) {
    expect(readCountdown(text)).toBe(undefined);
  }
});
