import { readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { z } from 'zod';
import { elements } from '../../layouts/elements.tsx';
import { words } from '../../layouts/words/words.ts';
import type { SiteInput } from '../../src/catalog/input.ts';
import type { Card, Family, Suit } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { cardId, cardIds, facet, lasting, listed, quoted, scale, text } from '../../src/model/fields.ts';
import type { Look } from '../../src/model/looks.ts';
import type { Font } from '../../src/model/theme.ts';

/** A file's name without the part that changes with its content. */
export function plainName(name: string): string {
  return name.replace(/\.[0-9a-f]{10}(?=[.-])/u, '');
}

/** A section with one paragraph. */
export function section(heading: string, text: string) {
  const content: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] }],
  };
  return { heading, content, text, place: { line: 1, column: 1 } };
}

/** A section with a list of numbered steps. */
export function steps(heading: string, ...items: string[]) {
  const list = items.map((value) => ({
    type: 'element' as const,
    tagName: 'li',
    properties: {},
    children: [{ type: 'text' as const, value }],
  }));
  const content: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'ol', properties: {}, children: list }],
  };
  return { heading, content, text: items.join(' '), place: { line: 1, column: 1 } };
}

/** A card with everything that the site reads. */
export function card(id: string, suit: string, number: number, rest: Partial<Card> = {}): Card {
  return {
    id,
    suit,
    number,
    code: `${suit.slice(0, 3).toUpperCase()} ${number}`,
    title: id.replaceAll('-', ' '),
    gist: `The gist of ${id}`,
    related: [],
    sources: [],
    copies: 1,
    blank: false,
    face: suit,
    fields: {},
    sections: [],
    file: `deck/cards/${id}.mdx`,
    places: {},
    ...rest,
  };
}

function suit(id: string, name: string, familyKey = '', families: readonly Family[] = []): Suit {
  return {
    id,
    name,
    one: name.replace(/s$/, ''),
    code: '',
    colour: 'ink',
    face: id,
    about: `About ${name}.`,
    familyKey,
    families,
  };
}

function family(id: string, name: string, colour: string): Family {
  return { id, code: id, name, colour, about: `About ${name}.` };
}

function font(name: string, file: string, weight: number, italic = false): Font {
  const path = new URL(`../../deck/fonts/${file}`, import.meta.url);
  return { family: name, weight, italic, path: path.pathname, data: new Uint8Array(readFileSync(path)) };
}

/** Ingredients that make every recipe's sentence. */
const CLAUSES: readonly [id: string, kind: string, clause: string][] = [
  ['new-member', 'audience', 'a new member'],
  ['just-registered', 'context', 'has just registered'],
  ['catalog-tour', 'content', 'give a short tour'],
  ['email', 'element', 'in an email'],
  ['satisfaction', 'measure', 'satisfaction'],
];

/** A small deck: two families of patterns, levels, risks, ingredients, an activity. */
export function sampleDeck(cards: readonly Card[] = sampleCards()): Deck {
  return {
    dir: '/deck',
    name: 'Sample Deck',
    version: '1.0.0',
    date: '2026-01-01',
    lang: 'en-US',
    languages: [],
    missing: 'fall-back',
    words,
    headings: {},
    names: {},
    editions: [],
    untranslated: [],
    format: 'poker',
    prints: [],
    tagline: 'for a test',
    about: 'What it is about.',
    credit: 'A credit.',
    url: '',
    qr: false,
    lists: { market: { consumer: 'Consumer', business: 'Business' } },
    suits: [
      suit('pattern', 'Patterns', 'family', [family('REC', 'Recommend', 'green'), family('TRU', 'Trust', 'ink')]),
      suit('level', 'Levels'),
      suit('risk', 'Risks'),
      suit('ingredient', 'Ingredients', 'kind', [
        family('audience', 'Audience', 'ink'),
        family('context', 'Context', 'ink'),
        family('content', 'Content', 'ink'),
        family('element', 'Element', 'ink'),
        family('measure', 'Measure', 'ink'),
      ]),
      suit('activity', 'Activities'),
      suit('recipe', 'Recipes'),
    ],
    facets: {
      familyKeys: { pattern: 'family', ingredient: 'kind' },
      fields: [
        { key: 'level', card: 'level' },
        { key: 'market', list: 'market' },
        { key: 'effort', scale: { of: 5, sign: 'bars' } },
      ],
    },
    compose: {
      makes: 'recipe',
      parts: 'ingredient',
      slots: {
        who: 'audience',
        when: 'context',
        what: 'content',
        where: 'element',
        measure: 'measure',
        patterns: 'pattern',
      },
      sentences: {
        'If-then': 'If {who} {when}, then {what} {where}, so that {user}, measured by {measure}.',
        'Job story': 'When {situation}, I want {wish}, so I can {end}.',
        Measure: '{proof}',
      },
      names: { patterns: 'Patterns it cooks' },
    },
    draw: ['pattern', 'audience', 'context', 'risk'],
    goals: {
      'bring-people-back': {
        title: 'Bring people back',
        about: 'They have gone quiet.',
        cards: { 'because-you-row': 'Says why.', detractor: 'Slows it.', 'hidden-card': 'Is left out.' },
      },
      nobody: { title: 'Of hidden cards', about: '', cards: { 'hidden-card': 'Is left out.' } },
    },
    cards,
    theme: {
      colour: { paper: '#FBF6EA', ink: '#23262B', green: '#2F6B3A', hazard: '#F2B705' },
      font: { display: 'Fraunces', text: 'Atkinson Hyperlegible Next' },
      fonts: [
        font('Fraunces', 'Fraunces-SemiBold.ttf', 600),
        font('Atkinson Hyperlegible Next', 'AtkinsonHyperlegibleNext-Regular.ttf', 400),
        font('Atkinson Hyperlegible Next', 'AtkinsonHyperlegibleNext-SemiBold.ttf', 600),
      ],
    },
    glyphs: {},
    pictures: {},
  };
}

/** Twelve patterns, two levels, a risk, five ingredients, an activity. */
export function sampleCards(): Card[] {
  const patterns = Array.from({ length: 12 }, (_, i) =>
    card(`pattern-${i + 1}`, 'pattern', i + 1, {
      fields: {
        family: i < 8 ? 'REC' : 'TRU',
        level: i % 2 ? 'feature' : 'function',
        market: 'consumer',
        effort: (i % 5) + 1,
      },
      sections: [section('How it works', `Body of pattern ${i + 1}.`)],
    }),
  );
  const because = card('because-you-row', 'pattern', 13, {
    title: 'Because-You Row',
    gist: 'A row of picks labeled with its reason',
    fields: { family: 'REC', level: 'feature', market: 'business', effort: 3 },
    related: ['pattern-1'],
    choose: 'people doubt the picks',
    sections: [
      section('How it works', 'You finish something.'),
      section('Watch for', 'A borrowed flamingo steers the row.'),
    ],
  });
  return [
    ...patterns,
    because,
    card('function', 'level', 1, { title: 'Function' }),
    card('feature', 'level', 2, { title: 'Feature' }),
    card('detractor', 'risk', 1, {
      title: 'Detractor',
      fields: { severity: 3, behaviors: [{ name: 'Stalls', tell: 'never says no' }] },
    }),
    ...CLAUSES.map(([id, kind, clause], i) => card(id, 'ingredient', i + 1, { fields: { kind, clause } })),
    card('set-the-table', 'activity', 1, {
      title: 'Set the Table',
      fields: { minutes: 30, uses: ['detractor'] },
      sections: [steps('Steps', 'Sit down.', 'Say who decides.')],
    }),
  ];
}

const undrawn: Look = { fields: {}, budgets: {}, Front: () => null, Back: () => null };

/** What the faces say about front-matter keys. */
const sampleFaces: Readonly<Record<string, Look>> = {
  pattern: {
    ...undrawn,
    fields: { level: facet(cardId('level')), market: facet(listed('market')), effort: facet(scale(5)) },
  },
  risk: { ...undrawn, fields: { severity: scale(3, 'triangles') } },
  ingredient: { ...undrawn, fields: { clause: quoted(text()) } },
  recipe: {
    ...undrawn,
    fields: {
      ...Object.fromEntries(['who', 'when', 'what', 'where'].map((key) => [key, cardIds('ingredient', { max: 3 })])),
      why: z.strictObject({ user: text(), business: text() }),
      measure: cardIds('ingredient', { max: 3 }),
      patterns: cardIds('pattern', { max: 3 }),
    },
    budgets: { 'why.user': 46, 'why.business': 46 },
    room: () => ({ lines: 16, texts: {} }),
    sections: {
      'If-then': { budget: 190 },
      'Job story': { budget: 110 },
      Watch: { budget: 50 },
      Measure: { budget: 45 },
    },
  },
  activity: { ...undrawn, fields: { minutes: lasting('minutes', 5, 120).optional(), uses: cardIds().optional() } },
};

/** What the site is built from, with that deck and no pictures. */
export function sampleInput(deck: Deck = sampleDeck()): SiteInput {
  return {
    deck,
    looks: { faces: sampleFaces, elements, words },
    format: { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 },
    pictures: new Map(),
    prints: [],
  };
}
