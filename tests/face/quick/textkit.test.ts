import path from 'node:path';
import * as plain from '@react-pdf/textkit';
import fc from 'fast-check';
import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import quickEngine, * as quick from '../../../src/face/quick/textkit.ts';

type Text = plain.AttributedString;
type Font = NonNullable<plain.Attributes['font']>[number];

const fonts = ['AtkinsonHyperlegibleNext-Regular', 'AtkinsonHyperlegibleNext-Bold', 'Fraunces-SemiBold'].map((name) =>
  openSync(path.resolve(import.meta.dirname, `../../../deck/fonts/${name}.ttf`)),
) as unknown as Font[];

/** Latin with accents, signs of several kinds, and what is not the usual: other scripts, a soft hyphen, marks, an emoji. */
const letters = [...'aZé Ø9 .,–“%→µªº\u00a0²₂'];
const others = ['ש', 'ع', 'Ж', 'λ', 'Ω', '漢', '\u0301', '\u200f', '😀', '\n'];

const string = fc.oneof(
  fc.array(fc.constantFrom(...letters), { maxLength: 30 }),
  fc.array(fc.constantFrom(...letters, ...others), { maxLength: 30 }),
  // The whole one has no font for a soft hyphen at the beginning, and throws.
  fc.array(fc.constantFrom(...letters, '\u00ad'), { maxLength: 30 }).map((all) => ['Z', ...all]),
);

/** A text in one to three styles: fonts by their places, as a font is too large to be printed. */
const plan = fc.record({
  string,
  styles: fc.array(fc.record({ font: fc.nat({ max: 2 }), fontSize: fc.constantFrom(7, 9) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

function textOf({ string, styles }: { string: string[]; styles: { font: number; fontSize: number }[] }): Text {
  const size = Math.ceil(string.length / styles.length);
  const fragments = styles.map(({ font, fontSize }, at) => ({
    string: string.slice(at * size, (at + 1) * size).join(''),
    attributes: { font: [...fonts.slice(font), ...fonts], fontSize, direction: 'ltr' as const, color: '#23262B' },
  }));
  return plain.fromFragments(fragments);
}

/** Runs with their fonts by name. */
function named({ string, runs }: Text): unknown {
  const named = runs.map(({ attributes: { font, ...style }, ...run }) => [run, style, font?.map(nameOf)]);
  return [string, named];
}

function nameOf(font: object): unknown {
  return 'fullName' in font ? font.fullName : font;
}

test.each([
  ['bidi', quick.bidi, plain.bidi],
  ['scriptItemizer', quick.scriptItemizer, plain.scriptItemizer],
  ['fontSubstitution', quick.fontSubstitution, plain.fontSubstitution],
])('%s says what the whole one says', (_, engine, whole) => {
  fc.assert(
    fc.property(plan, (given) => {
      const text = textOf(given);
      expect(named(engine()(text))).toEqual(named(whole()(text)));
    }),
    { numRuns: 1000 },
  );
});

const engines = {
  bidi: plain.bidi,
  linebreaker: plain.linebreaker,
  justification: plain.justification,
  fontSubstitution: plain.fontSubstitution,
  scriptItemizer: plain.scriptItemizer,
  textDecoration: plain.textDecoration,
  wordHyphenation: plain.wordHyphenation,
};

/** What lines come to: where each glyph stands. */
function glyphs(paragraphs: plain.Paragraph[]): unknown {
  return paragraphs.flat().map(({ string, box, runs }) => {
    return [string, box, runs.map((run) => [run.glyphs?.map(({ id }) => id), run.positions, run.xAdvance])];
  });
}

test('lines are the same, the first time and afterwards', () => {
  const layOut = quickEngine(engines);
  const whole = plain.default(engines);
  const hyphenationCallback = (word: string | null) => [word ?? ''];
  const container = fc.record({ width: fc.constantFrom(40, 90, 200), maxLines: fc.constantFrom(1, 2, Infinity) });
  fc.assert(
    fc.property(plan, container, (one, sizes) => {
      const given = textOf(one);
      const box = { x: 0, y: 0, height: Infinity, ...sizes };
      const wanted = glyphs(whole(given, box, { hyphenationCallback }));
      expect(glyphs(layOut(given, box, { hyphenationCallback }))).toEqual(wanted);
      expect(glyphs(layOut(given, box, { hyphenationCallback }))).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('a short text is laid out once, and again where anything about it is other', () => {
  let times = 0;
  const counted: typeof plain.bidi = () => {
    times += 1;
    return plain.bidi();
  };
  const layOut = quickEngine({ ...engines, bidi: counted });
  const say = (string: string, fontSize: number, width: number) => {
    const [font = []] = [fonts.slice(0, 1)];
    const given = plain.fromFragments([{ string, attributes: { font, fontSize } }]);
    layOut(given, { x: 0, y: 0, width, height: Infinity }, {});
    return times;
  };
  expect([say('Watch for', 7, 90), say('Watch for', 7, 90)]).toEqual([1, 1]);
  expect([say('Watch for', 8, 90), say('Watch for', 7, 80), say('Watch it', 7, 90)]).toEqual([2, 3, 4]);
  const long = 'word '.repeat(30);
  expect([say(long, 7, 90), say(long, 7, 90)]).toEqual([5, 6]);
});
