import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemText } from '../../src/cli/report.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { bodyOf, root, section, shippedDeck } from './deck.ts';

let deck: Deck;
let problems: string[];
const suit = (id: string) => deck.cards.filter((card) => card.suit === id);
const patterns = () => suit('pattern').filter((card) => !card.blank);

beforeAll(async () => {
  const shipped = await shippedDeck();
  deck = shipped.deck;
  problems = shipped.problems.map((problem) => problemText(problem, { colour: false }));
});

test('the deck has no problem, not even a warning', () => {
  expect(problems).toEqual([]);
});

test('a full print is 279 cards and nine extras: 32 sheets of nine', () => {
  const counts = Object.fromEntries(
    deck.suits.map(({ id }) => [id, suit(id).reduce((sum, card) => sum + card.copies, 0)]),
  );
  expect(counts).toEqual({
    extra: 9,
    pattern: 144,
    risk: 18,
    level: 5,
    argument: 4,
    stage: 3,
    mode: 3,
    phase: 3,
    ingredient: 52,
    recipe: 15,
    activity: 14,
    role: 9,
    trust: 9,
  });
});

test('patterns are numbered from 1 to 142 without a gap', () => {
  const numbers = patterns().map((card) => card.number ?? 0);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 142 }, (_, i) => i + 1));
});

test('the families have their sizes', () => {
  const sizes = Object.fromEntries(
    (deck.suits.find(({ id }) => id === 'pattern')?.families ?? []).map(({ id }) => [
      id,
      patterns().filter((card) => card.fields.family === id).length,
    ]),
  );
  expect(sizes).toEqual({
    WEL: 10,
    ASK: 9,
    REM: 9,
    REC: 13,
    FND: 9,
    PAG: 11,
    NDG: 11,
    LIF: 12,
    OFR: 10,
    GDE: 9,
    AST: 11,
    REF: 8,
    PLC: 10,
    TRU: 10,
  });
});

test('every card is valid MDX by the reference compiler', async () => {
  for (const card of deck.cards) {
    await expect(compile(bodyOf(card), { remarkPlugins: [remarkGfm] }), card.file).resolves.toBeDefined();
  }
});

test('every pattern has a glyph of its own', () => {
  const seen = new Map<string, string>();
  const twice = patterns().flatMap(({ id, glyph = '' }) => {
    const other = seen.get(glyph);
    seen.set(glyph, id);
    return other ? [`${glyph}: ${other}, ${id}`] : [];
  });
  expect(twice).toEqual([]);
});

describe('no two cards say the same', () => {
  const texts: [name: string, text: (card: Card) => string][] = [
    ['gist', (card) => card.gist],
    ['How it works', (card) => section(card, 'How it works')],
    ['Ask', (card) => section(card, 'Ask')],
    ['Watch for', (card) => section(card, 'Watch for')],
  ];
  for (const [name, text] of texts) {
    test(name, () => {
      const cards = patterns();
      const alike = cards.flatMap((one, i) =>
        cards.slice(i + 1).flatMap((other) => {
          const share = likeness(text(one), text(other));
          return share > 0.5
            ? [`${one.code} ~ ${other.code} (${share.toFixed(2)}): ${text(one)} ~ ${text(other)}`]
            : [];
        }),
      );
      expect(alike).toEqual([]);
    });
  }
});

/** Words of the house style's blacklist, and British spellings. */
const BANNED =
  /\b(seamless(ly)?|frictionless|delight\w*|engag(e|es|ing)\b|empower\w*|leverag\w*|unlock\w*|hyper-?personal\w*|smart|AI-powered|right message|just|simply|solutions?|utili[sz]\w*|best-in-class|journeys?|colour|behaviour|organis\w+|personalis\w+|favourite|programme|centre)\b/iu;

test('no card uses a word that the house style forbids', () => {
  // Names of our own cards and of products are names.
  const names =
    /Lay the Journey|Unmapped Journey|journey map|Just (Registered|Purchased)|Engagement|Marketo Engage|Smart Reply/gu;
  const found = deck.cards.flatMap((card) => {
    const text = [card.title, card.gist, ...card.sections.map((one) => one.text)].join(' · ').replace(names, '');
    const word = BANNED.exec(text)?.[0];
    return word ? [`${card.file}: ${word}`] : [];
  });
  expect(found).toEqual([]);
});

/** What British English writes otherwise than American. */
const BRITISH = {
  'a day before its month':
    /\b\d{1,2} (?:\p{Lu}\p{Ll}+ber|\p{Lu}\p{Ll}+uary|March|April|May|June|July|August) 20\d\d\b/u,
  'to agree a thing': /\bagree(?:s|d|ing)? (?:what|why|which|how|whether|the)\b/u,
  'a mail for an email': /\ba mail\b|\bmails\b/u,
  'to tick a box': /\btick(?:s|ed)\b/u,
};

test('cards, boards, worksheets and guide are in American English', () => {
  const files = ['cards', 'boards', 'worksheets', 'guide'].flatMap((dir) =>
    readdirSync(path.join(root, 'deck', dir), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(dir, file),
    ),
  );
  const pages = files.filter((file) => file.endsWith('.mdx'));
  expect(pages.length).toBeGreaterThan(deck.cards.length);
  const found = pages.flatMap((file) => {
    const text = readFileSync(path.join(root, 'deck', file), 'utf8');
    return Object.entries(BRITISH).flatMap(([name, words]) => (words.test(text) ? [`${file}: ${name}`] : []));
  });
  expect(found).toEqual([]);
});

test('no word carries too many warnings', () => {
  const counts = new Map<string, number>();
  for (const card of patterns()) {
    for (const word of new Set(contentWords(section(card, 'Watch for')))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const overused = [...counts].filter(([word, count]) => count > 20 && !['people', 'one'].includes(word));
  expect(overused).toEqual([]);
});

test('questions open in many ways', () => {
  const openings = new Map<string, number>();
  for (const card of patterns()) {
    const [first = ''] = section(card, 'Ask').split(' ');
    openings.set(first, (openings.get(first) ?? 0) + 1);
  }
  expect(openings.size).toBeGreaterThanOrEqual(6);
  expect(Math.max(...openings.values())).toBeLessThan(patterns().length / 2);
});

test('no brand stands on more than five cards', () => {
  const names = new Map<string, number>();
  for (const card of patterns()) {
    // Names begin with a capital; the first word of a line may be anything.
    const words = section(card, 'Seen at').match(/\b\p{Lu}[\p{L}.&]+/gu) ?? [];
    for (const word of new Set(words)) names.set(word, (names.get(word) ?? 0) + 1);
  }
  const common = ['The', 'GOV.UK'];
  expect([...names].filter(([name, count]) => count > 5 && !common.includes(name))).toEqual([]);
});

test('recipes use every ingredient', () => {
  const used = new Set(
    suit('recipe').flatMap((card) =>
      ['who', 'when', 'what', 'where', 'measure', 'guardrail'].flatMap(
        (key) => (card.fields[key] as string[] | undefined) ?? [],
      ),
    ),
  );
  expect(
    suit('ingredient')
      .filter((card) => !card.blank)
      .map((card) => card.id)
      .filter((id) => !used.has(id)),
  ).toEqual([]);
});

function contentWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}’]+/u)
    .filter((word) => word.length > 3 || word === 'one');
}

/** The share of words that two texts have in common (Jaccard). */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(contentWords(one)), new Set(contentWords(other))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}
