import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import type { Mm } from '../../src/model/units.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { liberation, sourceCode } from '../fixtures/fonts.ts';
import type { Rgb } from '../press/marked-faces.ts';
import { type Rendered, read, rendered } from '../press/readers.ts';
import { differences } from './painter/compared.ts';

// Cards of kinds that the shipped deck has not, as somebody else would write them, on cards of three shapes. What each side says is
// written here as a reader sees it, and read by pdfjs; that no ink lies outside the safe area is seen in pdfium's pixels.

interface Kind {
  suit?: string;
  front: string;
  body?: string;
  /** The words of each side, in the order in which they are drawn; capitals and white space do not matter. */
  says: { front: string; back: string };
}

const LONG =
  'Read this aloud to the person beside you, and ask what they would leave out. Then ask the one who is silent. ' +
  'Write down what both of them say, in their own words, and hang it where all can see it until Friday.';

const KINDS: Readonly<Record<string, Kind>> = {
  photo: {
    front: 'title: Mill Pond\ngist: Flat, with ducks\nimage: upright.jpg',
    body: '## Look for\n\n![A field](wide.webp)\n\nHerons & the old sluice, 5 < 6.',
    says: {
      front: 'HAB 11 Habit Mill Pond Flat, with ducks',
      back: 'Mill Pond HAB 11 Look for Herons & the old sluice, 5 < 6.',
    },
  },
  bare: { front: 'title: Not a word\nimage: see-through.png', says: { front: '', back: '' } },
  queen: {
    suit: 'question',
    front: 'title: Her Majesty\nlabel: Q\nimage: wide.webp\ncaption: true',
    says: { front: 'ASK Q Her Majesty', back: '' },
  },
  markdown: {
    front: 'title: "Rule #1"\ngist: "Be our #1 fan"',
    body:
      '## Do\n\n1. one\n2. two\n\nRest {/* for us */}a minute.\n\n3. three\n\n' +
      'Mill Lane 12  \nUpper *Wharf*\n\n| A | B |\n|---|---|\n| **bold** | 2 |',
    says: {
      front: 'R HAB 14 Habit Rule #1 Be our #1 fan',
      back: 'Rule #1 HAB 14 Do 1 one 2 two Rest a minute. 3 three Mill Lane 12 Upper Wharf A B bold 2',
    },
  },
  joints: {
    front: 'title: Joints\ngist: Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesellschaft',
    body: '## Do\n\nBuy at e-commerce/marketplace/subscription-based/wholesale or at https://example.com/a/long/way?to=it',
    says: {
      front: 'J HAB 15 Habit Joints Donaudampfschifffahrtsgesellschaft',
      back: 'Joints HAB 15 Do Buy at e-commerce/marketplace/subscription-based/wholesale or at https://example.com/a/long/way?to=it',
    },
  },
  letters: {
    front: 'title: ΕΡΏΤΗΣΗ και απάντηση\ngist: Žluťoučký kůň, Łódź, İstanbul',
    body: '## Спросите\n\nДобрый вечер! Tiếng Việt: ứng dụng. «Ποιος;» Ærø, Größe.',
    says: {
      front: 'Ε HAB 16 Habit ΕΡΏΤΗΣΗ και απάντηση Žluťoučký kůň, Łódź, İstanbul',
      back: 'ΕΡΏΤΗΣΗ και απάντηση HAB 16 Спросите Добрый вечер! Tiếng Việt: ứng dụng. «Ποιος;» Ærø, Größe.',
    },
  },
  long: {
    front: 'title: What would you do with a free afternoon\ngist: Ask',
    body: `## Talk\n\n${LONG}`,
    says: {
      front: 'W HAB 17 Habit What would you do with a free afternoon Ask',
      back: `What would you do with a free afternoon HAB 17 Talk ${LONG}`,
    },
  },
  calm: {
    suit: 'mood',
    front: 'title: collywobbles\ngist: By a theme\ntheme: calm',
    body: '## Jog\n\nBring gummy pyjamas.',
    says: {
      front: 'C CLM 18 Mood · Calm days collywobbles By a theme',
      back: 'collywobbles CLM 18 Jog Bring gummy pyjamas.',
    },
  },
  quoted: {
    front: 'title: « ça va ? »\ngist: Écouter d’abord',
    body: '## À écouter\n\nLe silence.',
    says: {
      front: 'Ç HAB 19 Habit « ça va ? » Écouter d’abord',
      back: '« ça va ? » HAB 19 À écouter Le silence.',
    },
  },
  accents: {
    front: 'title: Gęsi pływają Żółć Źdźbło\ngist: Letters that hang over accents',
    body: '## Żaby\n\nCicho.',
    says: {
      front: 'G HAB 20 Habit Gęsi pływają Żółć Źdźbło Letters that hang over accents',
      back: 'Gęsi pływają Żółć Źdźbło HAB 20 Żaby Cicho.',
    },
  },
};

/** Lengths of cards in mm, each as deck.yaml has it. */
const SHAPES = {
  poker: { width: 63.5, height: 88.9 },
  square: { width: 70, height: 70 },
  landscape: { width: 88.9, height: 63.5 },
};
/** What no letter may stand in, from the trim. */
const SAFE: Mm = 3.2;

const OTHER = Object.entries(KINDS).map(([id, { suit = 'habit', front, body = '' }], at) => [
  `deck/cards/own/${id}.mdx`,
  `---\nsuit: ${suit}\nnumber: ${at + 11}\n${front}\n---\n\n${body}\n`,
]);

const SUITS = `suits:
  habit: { name: Habits, one: Habit, code: HAB, colour: habit, face: general }
  question: { name: Questions, one: Question, code: ASK, colour: question, face: general, back: plain }
  mood:
    { name: Moods, one: Mood, code: MOO, colour: question, face: general, familyKey: theme,
      families: { calm: { name: Calm days, code: CLM, colour: habit } } }
`;
const withoutText = (text: string) => text.replace(/^## [\s\S]*/mu, '');

const EDITS = {
  ...Object.fromEntries(OTHER),
  'deck/suits.yaml': SUITS,
  'deck/cards/questions/who-noticed.mdx': withoutText,
  'deck/cards/questions/what-would-be-easy.mdx': withoutText,
  'deck/tokens.json': (text: string) =>
    text
      .replace('"Fraunces"', '["Fraunces", "Liberation Sans"]')
      .replace('"Atkinson Hyperlegible Next"', '["Atkinson Hyperlegible Next", "Liberation Sans", "Source Code Pro"]'),
  'deck/fonts/LiberationSans-Regular.ttf': liberation('Regular'),
  'deck/fonts/LiberationSans-Bold.ttf': liberation('Bold'),
  'deck/fonts/SourceCodePro-Regular.woff2': sourceCode('woff2'),
};

interface Drawn {
  text: string;
  pixels: Rendered;
}

interface Shape {
  width: Mm;
  height: Mm;
}

/** Draws the deck on cards of a shape: its documents, what is wrong, and what the build says of them. */
async function checked({ width, height }: Shape) {
  const field = { create: { width: 1800, height: 1200, channels: 3, background: '#C0392B' } } as const;
  const art = {
    'deck/art/wide.webp': await sharp(field).webp().toBuffer(),
    'deck/art/upright.jpg': await sharp(field).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    'deck/art/see-through.png': await sharp(field).ensureAlpha(0.5).png().toBuffer(),
  };
  const format = (text: string) =>
    text.replace(/^format: .*$/mu, `format: { name: Own, width: ${width}, height: ${height}, radius: 3 }`);
  return await withBlank({ ...EDITS, ...art, 'deck/deck.yaml': format }, async (root) => {
    const said: string[] = [];
    const asked = printing(root, ['shop'], { cards: { only: [`id:${Object.keys(KINDS)}`] } });
    const { checked: decks, problems } = await checkAndDraw({ ...asked, onProgress: (step) => said.push(step) });
    const [all] = decks[0]?.drawn.values() ?? [];
    const wrong = problems.filter(({ ruleId }) => ruleId !== 'over-budget').map(shown);
    return { all, problems: wrong, unpainted: said.filter((step) => step.includes('react-pdf')) };
  });
}

/** Each face by its key, and what is wrong. */
async function drawn(shape: Shape): Promise<{ faces: Map<string, Drawn>; problems: string[] }> {
  const { all, problems } = await checked(shape);
  const paper = { width: shape.width + 2 * FACE_BLEED, height: shape.height + 2 * FACE_BLEED };
  const faces = new Map<string, Drawn>();
  for (const [at, pdf] of (all?.documents ?? []).entries()) {
    const [texts, pages] = [await read(pdf), await rendered(pdf, paper)];
    for (const [key, { document, page }] of all?.pages ?? []) {
      const [text, pixels] = [texts[page]?.text, pages[page]];
      if (document === at && text !== undefined && pixels) faces.set(key, { text, pixels });
    }
  }
  return { faces, problems };
}

/** Letters alone, as a reader compares them: no capitals, white space or hyphens of divided words. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleUpperCase('el')
    .replace(/[\s\u00ad·-]+/gu, '');
}

/** How far two colors are apart for an eye, about: below this one is the other, put through a filter. */
const NEAR = 30;

/**
 * How many points in the safe area, and outside it, are of a color that the ground beyond the trim has not. No letter gets there
 * unseen, and the smoothed edge of each is of colors between its own and that of what is around it.
 */
function inkOf({ at }: Rendered, { width, height }: { width: Mm; height: Mm }): { inside: number; outside: number } {
  const [w, h] = [width + 2 * FACE_BLEED, height + 2 * FACE_BLEED];
  const grounds = new Map<number, Rgb>();
  const margin = new Map<number, { colour: Rgb; points: number }>();
  const middle = new Map(margin);
  for (let y = 0.125; y < h; y += 0.25) {
    for (let x = 0.125; x < w; x += 0.25) {
      const depth = Math.min(x, y, w - x, h - y) - FACE_BLEED;
      const colour = at(x, y);
      const key = (colour[0] << 16) + (colour[1] << 8) + colour[2];
      if (depth < -1) {
        grounds.set(key, colour);
        continue;
      }
      const seen = depth < SAFE ? margin : middle;
      const same = seen.get(key);
      if (same) same.points += 1;
      else seen.set(key, { colour, points: 1 });
    }
  }
  const isInk = ({ colour }: { colour: Rgb }): boolean =>
    [...grounds.values()].every((one) => Math.hypot(...one.map((part, i) => part - (colour[i] ?? 0))) > NEAR);
  const inkIn = (seen: typeof margin) => [...seen.values()].filter(isInk).reduce((sum, { points }) => sum + points, 0);
  return { inside: inkIn(middle), outside: inkIn(margin) };
}

describe.each(Object.entries(SHAPES))('cards of other kinds, %s', (_, shape) => {
  let faces = new Map<string, Drawn>();
  let problems: string[] = [];
  beforeAll(async () => {
    ({ faces, problems } = await drawn(shape));
  });

  test('nothing is wrong with them', () => expect(problems).toEqual([]));

  test.each(Object.entries(KINDS))('%s: each side says its words, and no others', (id, { says }) => {
    for (const side of ['front', 'back'] as const) {
      expect(letters(faces.get(`${id}.${side}`)?.text ?? 'not drawn')).toBe(letters(says[side]));
    }
  });

  test('no letter stands outside the safe area', () => {
    const said = [...faces].filter(([, { text }]) => text.trim() !== '');
    expect(said.length).toBeGreaterThan(12);
    const ink = said.map(([key, { pixels }]) => ({ key, ...inkOf(pixels, shape) }));
    expect(ink.filter(({ outside }) => outside > 0)).toEqual([]);
    expect(ink.filter(({ inside }) => inside < 50)).toEqual([]);
  });
});

test('the painter draws them as react-pdf does, and leaves none to it', async () => {
  const draw = async () => {
    const { all, ...rest } = await checked(SHAPES.poker);
    return { documents: all?.documents ?? [], ...rest };
  };
  expect(await differences(draw)).toEqual([]);
});
