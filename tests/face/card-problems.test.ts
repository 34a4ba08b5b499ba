import { expect, test } from 'vitest';
import { cardProblems } from '../../src/face/card-problems.ts';
import type { Excess } from '../../src/face/excess.ts';
import type { FaceReport } from '../../src/face/messages.ts';
import { onceForAll } from '../../src/face/said-once.ts';
import type { Card } from '../../src/model/card.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';

const looks = { faces: {} } as unknown as Looks;
const card: Card = {
  ...{
    id: 'one',
    suit: 'habit',
    code: 'HAB 1',
    title: 'One Question',
    gist: 'Long',
    related: [],
    sources: [],
    copies: 1,
  },
  ...{ blank: false, face: 'general', fields: {}, sections: [], file: 'deck/cards/one.mdx' },
  places: { title: { line: 4, column: 8 }, gist: { line: 3, column: 7, file: 'deck/locales/de/one.mdx' } },
};

function report(side: string, excess?: Excess): FaceReport {
  const message = 'text does not fit: it runs 2.1 mm out of its place';
  const findings = [1, 2].map(() => ({ rule: 'overflow' as const, message, text: 'HABIT' }));
  return { key: `one.${side}`, drawn: [], pictures: [], fields: [], findings, excess };
}

/** What is wrong with one card. */
function problemsOf(one: Card, reports: ReadonlyMap<string, FaceReport>) {
  return cardProblems(one, reports, looks).map(({ problem }) => problem);
}

function said(front: FaceReport, back: FaceReport): string[] {
  const problems = problemsOf(card, new Map([front, back].map((one) => [one.key, one])));
  return problems.map((one) => `${one.file}:${one.line}:${one.column} ${one.reason} | ${one.actual} | ${one.note}`);
}

test('a text that does not fit is one problem: its file and language, its excess, three ways out', () => {
  const excess = { from: 'gist', text: 'Wer bezahlt und wer damit lebt, will zweierlei', has: 209, fits: 113 };
  const fine: FaceReport = { key: 'one.back', drawn: [], pictures: [], fields: [], findings: [] };
  expect(said(report('front', excess), fine)).toEqual([
    'deck/locales/de/one.mdx:3:7 HAB 1 One Question, in German, front: the gist is 96 characters too long: 209, and 113 fit | ' +
      'Wer bezahlt und wer damit leb… | Shorten it to 113 characters, move text to the back, or print a larger format.',
  ]);
});

test('a title that fits on neither side is said once, with what fits on both', () => {
  const title = { from: 'title', text: 'What would you do', has: 67 };
  expect(said(report('front', { ...title, fits: 60 }), report('back', { ...title, fits: 50 }))).toEqual([
    'deck/cards/one.mdx:4:8 HAB 1 One Question, back: the title is 17 characters too long: 67, and 50 fit | ' +
      'What would you do | Shorten it to 50 characters, move text to another card, or print a larger format.',
  ]);
});

test('one character is said as one', () => {
  const fine: FaceReport = { key: 'one.back', drawn: [], pictures: [], fields: [], findings: [] };
  const [line] = said(report('front', { from: 'gist', text: 'ab', has: 2, fits: 1 }), fine);
  expect(line).toContain('the gist is 1 character too long: 2, and 1 fit |');
  expect(line).toContain('Shorten it to 1 character, move');
});

const NOT_OWN =
  'These words are none of the card’s: its suit or family says them, deck.yaml, or a layout, e.g. a slot in layouts/slots.';

test('where no shorter text helps, each side says what it found first', () => {
  const note = NOT_OWN;
  expect(said(report('front'), report('back'))).toEqual(
    ['front', 'back'].map(
      (side) =>
        `deck/cards/one.mdx:1:1 HAB 1 One Question, ${side}: text does not fit: it runs 2.1 mm out of its place | HABIT | ${note}`,
    ),
  );
});

test('words that are none of a card’s are said once for all cards, as such', () => {
  const reports = new Map([report('front'), report('back')].map((one) => [one.key, one]));
  const [problem, ...others] = onceForAll([card, card].flatMap((one) => cardProblems(one, reports, looks)));
  expect(others).toEqual([]);
  expect(problem?.note).toBe(`${NOT_OWN} The same is so on 3 more sides.`);
  const own = { ...card, gist: 'My  habit of old' };
  const notes = problemsOf(own, reports).map(({ note }) => note);
  expect(new Set(notes)).toEqual(new Set(['Shorten the text, move it to another card, or print a larger format.']));
});

test('where no shorter text helps, a text is found where it stands: in a translation, in a section', () => {
  const place = { line: 9, column: 1, file: 'deck/locales/de/one.mdx' };
  const sections = [{ heading: 'Tun', text: 'Am Freitag schreibst du drei Dinge auf.', place }];
  const given = { ...card, sections } as unknown as Card;
  const placed = (text: string) => {
    const found = [{ rule: 'lost-text' as const, message: 'text does not fit', text }];
    const [front, back] = ['front', 'back'].map((side) => ({
      ...report(side),
      findings: side === 'back' ? found : [],
    }));
    const reports = new Map([front, back].flatMap((one) => (one ? [[one.key, one] as const] : [])));
    return problemsOf(given, reports).map((one) => `${one.file}:${one.line}:${one.column} ${one.reason}`);
  };
  const [inTranslation, inTitle, nowhere] = ['Am Freitag schr…', 'ONE QUESTION', 'Frei'].map(placed);
  expect(inTranslation).toEqual(['deck/locales/de/one.mdx:9:1 HAB 1 One Question, in German, back: text does not fit']);
  expect(inTitle).toEqual(['deck/cards/one.mdx:4:8 HAB 1 One Question, back: text does not fit']);
  expect(nowhere).toEqual(['deck/cards/one.mdx:1:1 HAB 1 One Question, back: text does not fit']);
});

/** One card a problem, each with a finding of its own on its front. */
function saidOfMany(count: number, found: (n: number) => FaceReport['findings'][number]): string[] {
  const problems = Array.from({ length: count }, (_, n) => {
    const side = (name: 'front' | 'back') => ({ ...report(name), findings: name === 'front' ? [found(n)] : [] });
    const reports = new Map([side('front'), side('back')].map((one) => [one.key, one]));
    return cardProblems(card, reports, looks).filter(({ problem }) => problem.ruleId !== 'face/lost-words');
  });
  return onceForAll(problems.flat()).map(({ reason, note }) => `${reason} | ${note}`);
}

test('words of a layout that are too small are said once', () => {
  const found = { rule: 'small-text', message: 'text is set in 5 pt; the least is 6 pt', text: 'Acme' } as const;
  expect(saidOfMany(3, () => found)).toEqual([
    'HAB 1 One Question, front: text is set in 5 pt; the least is 6 pt | It will be hard to read. The same is so on 2 more sides.',
  ]);
});

test('what words of many sides run into is said once: a footer lies over all of them. On a few sides each is said', () => {
  const found = (n: number) => {
    const message = `text does not fit: it runs 0.${n % 10} mm into “Acme”`;
    return { rule: 'overlap', message, text: `Goes with ACT ${n}`, into: 'Acme' } as const;
  };
  expect(saidOfMany(13, found)).toEqual([
    `HAB 1 One Question, front: text does not fit: it runs 0.0 mm into “Acme” | ${NOT_OWN} The same is so on 12 more sides.`,
  ]);
  expect(saidOfMany(12, found).length).toBe(12);
});

test('what a footer does is said once, with the footer as what is to blame: shorter texts of cards are not asked for', () => {
  const message = '“Acme”, which the slot “footer” draws, runs 0.6 mm into this';
  const found = { rule: 'overlap', slot: 'footer', message, text: 'Goes with' } as const;
  const side = (name: string) => ({ ...report(name), findings: [found, { ...found, text: 'more' }] });
  const excess = { from: 'title', text: 'One Question', has: 12, fits: 4 };
  const reports = new Map([side('front'), { ...side('back'), excess }].map((one) => [one.key, one]));
  const problems = onceForAll([card, card].flatMap((one) => cardProblems(one, reports, looks)));
  expect(problems.map(({ reason, actual, note }) => `${reason} | ${actual} | ${note}`)).toEqual([
    `HAB 1 One Question, front: ${message} | Goes with | Move what layouts/slots/footer draws to where no card has anything; shorter words help this card alone. The same is so on 3 more sides.`,
  ]);
  const tooLong = {
    rule: 'overflow',
    message: 'text does not fit: it runs 1.0 mm out of its place',
    text: 'One',
  } as const;
  const both = { ...side('back'), findings: [found, tooLong], excess };
  const mixed = new Map([report('front'), both].map((one) => [one.key, one]));
  const reasons = problemsOf({ ...card, gist: 'HABIT' }, mixed).map((one) => one.reason);
  expect(reasons).toContain('HAB 1 One Question, back: the title is 8 characters too long: 12, and 4 fit');
  expect(reasons).toContain(`HAB 1 One Question, back: ${message}`);
});

test('a word that is wider than its line is said once for a card, with where to divide it; one that is no card’s once for all', () => {
  const wide = (text: string) => {
    const message = `the word “${text}” is 2.4 mm wider than its line`;
    const side = (name: string): FaceReport => ({
      ...report(name),
      findings: [{ rule: 'wide-word', message, text }],
    });
    const reports = new Map([side('front'), side('back')].map((one) => [one.key, one]));
    const cards = [card, { ...card, id: 'two' }];
    const all = new Map([...reports, ...[...reports].map(([key, one]) => [key.replace('one', 'two'), one] as const)]);
    const problems = onceForAll(cards.flatMap((one) => cardProblems(one, all, looks)));
    return problems.map(({ reason, actual, note }) => [reason, actual, note]);
  };
  const own = [
    'HAB 1 One Question, front: the word “Question” is 2.4 mm wider than its line',
    undefined,
    'Say where it may be divided with a soft hyphen (&shy; in a section; "\\u00ad", in double quotes, in front matter), or take a shorter word. The same is so on 1 more side.',
  ];
  expect(wide('Question')).toEqual([own, own]);
  expect(wide('Gewohnheit')).toEqual([
    [
      'HAB 1 One Question, front: the word “Gewohnheit” is 2.4 mm wider than its line',
      undefined,
      `${NOT_OWN} The same is so on 3 more sides.`,
    ],
  ]);
});

test('what round corners cut is said once for all cards: the deck’s radius is to blame', () => {
  const found = { rule: 'corner', message: 'the round corner of the card cuts this', text: 'HAB 1' } as const;
  const reports = new Map(
    (['front', 'back'] as const).map((side) => [
      `one.${side}`,
      { ...report(side), findings: [found], key: `one.${side}` },
    ]),
  );
  const [problem, ...others] = onceForAll([card, card].flatMap((one) => cardProblems(one, reports, looks)));
  expect(others).toEqual([]);
  expect(problem?.note).toBe(
    'Make the radius under format: in deck.yaml smaller, or draw the cards with a layout of your own. The same is so on 3 more sides.',
  );
});

test('a picture that its layout draws on neither side is an error where it is named', () => {
  const pictures = [{ name: 'face.jpg', alt: '', place: { line: 6, column: 8 } }];
  const side = (key: string, drawn: string[]): [string, FaceReport] => [
    key,
    { key, drawn: [], pictures: drawn, fields: [], findings: [] },
  ];
  const found = (...drawn: string[]) =>
    problemsOf({ ...card, pictures }, new Map([side('one.front', []), side('one.back', drawn)]));
  expect(found('face.jpg')).toEqual([]);
  expect(found().map((one) => `${one.line}:${one.column} ${one.reason}`)).toEqual([
    '6:8 HAB 1 One Question: the layout “general” does not print the picture "face.jpg"',
  ]);
});
