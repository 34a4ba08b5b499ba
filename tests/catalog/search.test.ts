import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scripts } from '../../layouts/words/scripts.ts';
import type { CardTexts, IndexCard, IndexData, TextsData } from '../../src/catalog/client/card-data.ts';
import { pieces } from '../../src/catalog/client/hits.ts';
import { searchOf } from '../../src/catalog/client/search.ts';
import { codeOf, endingsOf, folded, stemOf, wordsOf } from '../../src/catalog/client/spelling.ts';

const cards: IndexCard[] = [
  ['because-you-row', 'REC 32', 'Because-You Row', 'Picks with a reason', [[0]]],
  ['similar-items', 'REC 29', 'Similar Items', 'One leads to another', [[0]]],
  ['why-this-label', 'TRU 133', 'Why-This Label', 'A plain reason', [[1]]],
  ['push-message', 'NDG 7', 'Push Message', 'A line on a locked phone', [[]]],
  ['local-heads-up', 'NDG 70', 'Local Heads-Up', 'A spot near you', [[]]],
  ['learning-slot', 'PAG 4', 'Learning Slot', 'A place that tries and learns', [[]]],
  ['cafe', 'X 1', 'Café Łódź', 'Große Straße', [[]]],
  ['win-back', 'LIF 3', 'Win-Back Offer', 'A way to return', [[]]],
  ['guard', 'VER 5', 'Verbraucherschutz', 'Was ein Kundendienst verspricht', [[]]],
  ['fair', '습관 1', '국제무역박람회', '아침 회의에서 산책을 이야기합니다', [[]]],
  ['farm', '습관 11', '농장', '물을 줍니다', [[]]],
  ['work', 'HAB 3', 'काम', 'सब के लिए', [[]]],
  ['less', 'HAB 4', 'कम', 'मौका', [[]]],
  ['friday', 'HAB 2', '金曜日のリスト', '終わったことをAIと書き出す', [[]]],
];
const families = [
  ['REC', 'Recommend'],
  ['TRU', 'Trust'],
] as const;
const index: IndexData = {
  name: 'Deck',
  version: '1',
  retired: {},
  printable: false,
  draw: { usual: [], limited: '', parted: '', parts: '' },
  facets: [{ key: 'family', name: 'Family', values: families }],
  cards,
};

function texts(rest: Partial<CardTexts>): CardTexts {
  const none = { kind: '', tint: '', said: '', also: '', choose: '', sources: '', sections: [], minutes: 0 };
  return { ...none, pictures: ['', ''], size: [0, 0], ...rest };
}

const said: TextsData = {
  'because-you-row': texts({ sections: [['Seen at', 'Spotify “Made for you”', 'p']] }),
  'push-message': texts({ also: 'push notifications · e-mail’s sibling' }),
  'win-back': texts({ also: 'churn · bring members back · next best action' }),
  'learning-slot': texts({
    also: 'A/B test · bandit',
    sections: [['How it works', 'The next action is the best.', 'p']],
  }),
  'why-this-label': texts({ sources: 'Regulation (EU) 2016/679 (GDPR), Art. 15' }),
  'local-heads-up': texts({ sections: [['Ask', 'When is a test of the best spot a bother?', 'p']] }),
};
const search = searchOf(index, said);
const ids = (words: string) => search(words)?.found.map(({ id }) => id);

describe('a search', () => {
  test.each([
    // A code in any spelling.
    ['REC 32', 'because-you-row'],
    ['rec32', 'because-you-row'],
    ['rec-032', 'because-you-row'],
    ['Tru.133', 'why-this-label'],
    // The end of a word of several, as German has them; a slip of a letter is not looked for where there is such a word.
    ['schutz', 'guard'],
    ['dienst kunden', 'guard'],
    // Any part of a text without spaces between words.
    ['金曜日', 'friday'],
    ['リスト', 'friday'],
    ['曜', 'friday'],
    ['ai', 'friday'],
    // Korean: a word is one syllable or more, in front of what it does in its sentence, or in a word of several.
    ['물', 'farm'],
    ['농', 'farm'],
    ['박람회', 'fair'],
    ['산책 회의', 'fair'],
    // The trade's words, and two of them as one name.
    ['churn', 'win-back'],
    ['bring members back', 'win-back'],
    ['next best action', 'win-back'],
    ['A/B test', 'learning-slot'],
    ['ab test', 'learning-slot'],
    ['push notification', 'push-message'],
    ['email', 'push-message'],
    // What a card rests on.
    ['gdpr', 'why-this-label'],
    // A family, with another ending.
    ['recommendations', 'because-you-row'],
    ['recommending', 'because-you-row'],
    // A family, with a letter missing and another ending.
    ['recomending', 'because-you-row'],
    // Accents and letters of other alphabets.
    ['cafe', 'cafe'],
    ['café', 'cafe'],
    ['Lodz', 'cafe'],
    ['grosse strasse', 'cafe'],
    // A brand with a letter missing comes before words that are farther off.
    ['spotfy', 'because-you-row'],
    ['becuase', 'because-you-row'],
    // Small words say nothing where others stand beside them.
    ['a row for the picks', 'because-you-row'],
  ])('for %s has %s first', (words, id) => {
    expect(search(words)?.near).toBe(false);
    expect(ids(words)?.[0]).toBe(id);
  });

  test('has cards with every word first; where few have all, those that have some follow, and where none has, they are near', () => {
    expect(search('reason label')?.near).toBe(false);
    expect(ids('reason label')?.[0]).toBe('why-this-label');
    expect(ids('plain reason')).toEqual(['why-this-label', 'because-you-row']);
    expect(search('zebra churn offer')?.near).toBe(true);
    expect(ids('zebra churn offer')?.[0]).toBe('win-back');
    // A problem in a sentence: most of its words are on no card.
    expect(ids('visitors say goodbye and churn before spring')?.[0]).toBe('win-back');
    expect(search('zebra')).toEqual({ found: [], near: true });
    expect(search('すと')).toEqual({ found: [], near: true });
    // Two letters away is another word: “reason” is only near.
    expect(search('lesson')?.near).toBe(true);
    expect(ids('lesson')).toEqual(['why-this-label', 'because-you-row']);
  });

  test('says nothing before a word is long enough', () => {
    for (const early of ['', ' ', 'c', ' c ', '…', 'the c']) expect(search(early)).toBe(undefined);
    expect(ids('si')?.[0]).toBe('similar-items');
    // The letter that is being typed does not take the cards away.
    expect(ids('reason l')).toEqual(ids('reason'));
  });

  test('finds the one card of a code whose last digits are alike', () => {
    expect(ids('습관 11')).toEqual(['farm']);
  });

  test('tells words apart by their vowels, which are marks in Hindi', () => {
    expect(ids('काम')).toEqual(['work']);
    expect(ids('कम')).toEqual(['less']);
    expect(ids('मौका')).toEqual(['less']);
  });

  test('takes no sign of a Korean syllable for a word: it is still being typed', () => {
    expect(search('ㅅ')).toBe(undefined);
    expect(ids('아침 ㅎ')).toEqual(['fair']);
  });

  test('finds titles before texts are there', () => {
    expect(searchOf(index)('simi')?.found.map(({ id }) => id)).toEqual(['similar-items']);
  });

  test('takes any text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const findings = search(words);
        expect(new Set(findings?.found.map(({ id }) => id)).size).toBe(findings?.found.length ?? 0);
      }),
    );
  });
});

describe('spelling', () => {
  test.each([
    ['Große', 'grosse'],
    ['ŁÓDŹ', 'lodz'],
    ['ﬁne­print', 'fineprint'],
    ['Ærø', 'aero'],
    ['Ελλάδα', 'ελλαδα'],
    ['ΠΡΟΣ', 'προσ'],
    ['λόγος', 'λογοσ'],
  ])('%s is compared as %s', (text, expected) => expect(folded(text)).toBe(expected));

  test('words joined by a mark are one word too', () =>
    expect(wordsOf('An e-mail, A/B')).toEqual(['an', 'e', 'mail', 'email', 'a', 'b', 'ab']));

  test.each([
    ['REC 32', 'rec32'],
    ['rec-032', 'rec32'],
    ['ACME10', 'acme10'],
    ['', ''],
  ])('the code %s is %s', (code, expected) => expect(codeOf(code)).toBe(expected));

  test.each([
    ['recommendations', 'recommend'],
    ['goes', 'goe'],
    ['sing', 'sing'],
    ['planning', 'plan'],
    ['bill', 'bil'],
    ['rec11', 'rec11'],
  ])('%s has the stem %s', (word, stem) => expect(stemOf(word, ['ations', 'ing', 's'])).toBe(stem));
});

describe('American and British words have one stem', () => {
  const endings = endingsOf(scripts.endings);
  test.each([
    ['personalisation', 'personalized'],
    ['prioritise', 'prioritization'],
    ['analyse', 'analyzing'],
    ['behaviours', 'behavior'],
    ['favourite', 'favorites'],
    ['catalogues', 'catalog'],
  ])('%s and %s', (british, american) => expect(stemOf(british, endings)).toBe(stemOf(american, endings)));
  test('other words keep theirs', () => {
    expect(stemOf('four', endings)).not.toBe(stemOf('for', endings));
    expect(stemOf('resource', endings)).toBe('resourc');
  });
});

describe('what was found is marked', () => {
  const hits = (text: string, terms: string[]) => pieces(text, terms).flatMap(({ text, hit }) => (hit ? [text] : []));
  test('whole words', () => expect(hits('A plain, reason. Reasonable', ['reason'])).toEqual(['reason']));
  test('in whatever spelling and ending', () =>
    expect(hits('Cafés recommend', ['cafes', '~recommend'])).toEqual(['Cafés', 'recommend']));
  test('in American and British', () =>
    expect(hits('Personalised, personalize', ['~personaliz'])).toEqual(['Personalised', 'personalize']));
});
