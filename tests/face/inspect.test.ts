import path from 'node:path';
import { Document, Font, Page, pdf, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOfPlace } from '../../src/face/finding.ts';
import { type Bounds, inspect } from '../../src/face/inspect.ts';
import type { LayoutNode } from '../../src/face/layout-tree.ts';
import { FOOTER_BEGINS } from '../../src/model/looks.ts';
import { pt } from '../../src/model/units.ts';

const fonts = path.resolve(import.meta.dirname, '../../deck/fonts');
// A page of 60 × 60 mm, of which 50 × 50 may hold text.
const safe = { left: 5, top: 5, right: 55, bottom: 55 };
const bounds: Bounds = { safe, corner: 0, fonts: new Set(['Text/400/normal']) };

beforeAll(() => {
  Font.register({ family: 'Text', src: path.join(fonts, 'AtkinsonHyperlegibleNext-Regular.ttf') });
  Font.registerHyphenationCallback((word) => [word]);
});

/** Lays out one page with the renderer that the worker uses, and inspects it. */
async function look(...children: ReactElement[]) {
  return inspect(await laidOut(...children), bounds);
}

async function laidOut(...children: ReactElement[]): Promise<LayoutNode> {
  let page: LayoutNode = { type: '' };
  const onRender = (rendered: object) => {
    const layout = (rendered as { _INTERNAL__LAYOUT__DATA_: LayoutNode })._INTERNAL__LAYOUT__DATA_;
    page = layout.children?.[0] ?? page;
  };
  const size = { width: pt(60), height: pt(60) };
  const sheet = h(Page, { size: [pt(60), pt(60)], wrap: false }, h(View, { style: size }, ...children));
  await pdf(h(Document, { onRender }, sheet)).toBuffer();
  return page;
}

/** Text in a box: x, y and width in mm. */
function text(words: string, x: number, y: number, width: number, style: object = {}): ReactElement {
  const place = { position: 'absolute' as const, left: pt(x), top: pt(y), width: pt(width) };
  return h(
    View,
    { key: words, style: place },
    h(Text, { style: { fontFamily: 'Text', fontSize: 9, ...style } }, words),
  );
}

/** A filled box: x, y, width and height in mm. */
function area(x: number, y: number, width: number, height: number): ReactElement {
  const place = { position: 'absolute' as const, left: pt(x), top: pt(y), width: pt(width), height: pt(height) };
  return h(View, { key: `${x} ${y} ${width} ${height}`, style: { ...place, backgroundColor: '#CCCCCC' } });
}

const rules = (found: Awaited<ReturnType<typeof look>>) => found.findings.map((finding) => finding.rule);

describe('inspect', () => {
  test('finds nothing wrong with text that fits, and reads it back', async () => {
    const found = await look(text('It fits', 10, 10, 40), text('and so does this', 10, 20, 40));
    expect(found).toEqual({ drawn: ['It fits', 'and so does this'], fields: [], pictures: [], findings: [] });
  });

  test('text that runs out of the safe area below is measured', async () => {
    const found = await look(text('Low', 10, 54, 40));
    expect(found.findings).toEqual([
      {
        rule: 'overflow',
        message: expect.stringMatching(/^text does not fit: it runs 2\.\d mm out of the safe area$/),
        text: 'Low',
      },
    ]);
  });

  test('a word wider than the card is measured', async () => {
    const found = await look(text('Donaudampfschifffahrtsgesellschaftskapitän', 10, 10, 45));
    const said = /^the word “Donaudampfschifffahrtsgesellschaftskapitän” is \d+\.\d mm wider than its line$/u;
    expect(found.findings).toEqual([
      { rule: 'wide-word', message: expect.stringMatching(said), text: 'Donaudampfschifffahrtsgesellschaftskapitän' },
    ]);
  });

  test('a word that runs into the text beside it as its line has no room for it is named, whichever of the two stands first', async () => {
    const [wide, beside] = [text('Kapitänswitwe', 10, 10, 15), text('daneben', 26, 10, 20)];
    for (const both of [
      [wide, beside],
      [beside, wide],
    ]) {
      const found = await look(...both);
      const said = /^the word “Kapitänswitwe” is \d\.\d mm wider than its line$/u;
      expect(found.findings).toContainEqual({
        rule: 'wide-word',
        message: expect.stringMatching(said),
        text: 'Kapitänswitwe',
      });
    }
  });

  test('space at the end of a line is not ink', async () => {
    const wide = 'mmmmmmmmmmmmmmmm';
    const found = await look(text(`${wide} ${wide}`, 5, 10, 50));
    expect(rules(found)).toEqual([]);
  });

  test('text set to the right or in the middle is where it is seen', async () => {
    const right = text('right', 10, 10, 45, { textAlign: 'right' });
    const middle = text('middle', 10, 20, 45, { textAlign: 'center' });
    expect(rules(await look(right, middle))).toEqual([]);
    const out = await look(text('right', 10, 10, 47, { textAlign: 'right' }));
    expect(out.findings[0]?.message).toBe('text does not fit: it runs 2.0 mm out of the safe area');
  });

  test('text that runs into other text is named', async () => {
    const found = await look(text('one two three four five six seven', 10, 10, 20), text('Below', 10, 13, 20));
    expect(found.findings).toEqual([
      {
        rule: 'overlap',
        message: expect.stringMatching(/^text does not fit: it runs \d\.\d mm into “Below”$/),
        text: 'one two three four five six s…',
        into: 'Below',
      },
    ]);
  });

  test('letters that hang out of a box with a height of its own are measured, those of a line without any fit', async () => {
    const band = (words: string, h2: number) =>
      h(
        View,
        { style: { ...place, height: pt(h2) } },
        h(Text, { style: { fontFamily: 'Text', fontSize: 20, lineHeight: 0.8 } }, words),
      );
    const place = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(40) };
    expect(rules(await look(band('Gymnasty', 7.5)))).toEqual(['overflow']);
    expect(rules(await look(band('Kitchen', 7.5)))).toEqual([]);
    expect((await look(band('Gymnasty', 7.5))).findings[0]?.message).toBe(
      'text does not fit: it runs 0.6 mm out of its place',
    );
  });

  test('text that runs out of an area inside the card is named', async () => {
    const style = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(40), height: pt(3) };
    const found = await look(
      h(View, { id: 'area:the label', style }, text('two lines of text that need more room', 0, 0, 30)),
    );
    expect(found.findings[0]?.message).toMatch(/out of its place \(the label\)$/);
  });

  test('a picture that runs out of what holds it is named', async () => {
    const place = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(40), height: pt(20) };
    const picture = (height: number) =>
      h(View, { id: 'picture:wide.png', style: { width: pt(40), minHeight: pt(height) } });
    const held = async (height: number) =>
      (await look(h(View, { id: 'area:text', style: place }, picture(height)))).findings;
    expect(await held(20)).toEqual([]);
    expect(await held(23)).toEqual([
      {
        rule: 'picture-overflow',
        message: 'the picture "wide.png" does not fit: it runs 3.0 mm out of its place (text)',
        text: 'wide.png',
      },
    ]);
  });

  test('a text on the edge of a colour is found, until the band is as high as its letters', async () => {
    const band = (height: number) => area(10, 10, 40, height);
    const title = text('Gymnasty', 12, 12, 36, { fontSize: 20 });
    const found = await look(band(8), title);
    expect(found.findings).toEqual([
      {
        rule: 'cut',
        message: expect.stringMatching(/^letters are cut: it stands on the edge of a colour \(\d\.\d mm\)$/),
        text: 'Gymnasty',
      },
    ]);
    expect(rules(await look(band(12), title))).toEqual([]);
    expect(rules(await look(band(8), area(5, 8, 50, 20), title))).toEqual([]);
  });

  test('a text that something is painted over is found', async () => {
    const found = await look(text('Hidden', 10, 10, 40), area(10, 10, 40, 3));
    expect(found.findings).toEqual([
      {
        rule: 'cut',
        message: expect.stringMatching(/^letters are cut: something is painted over it \(\d\.\d mm\)$/),
        text: 'Hidden',
      },
    ]);
  });

  test('a box that was squeezed is found', async () => {
    const style = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(40), height: pt(6) };
    const line = h(Text, { style: { fontFamily: 'Text', fontSize: 9 } }, 'one line');
    const found = await look(h(View, { style }, h(View, { style: { flexShrink: 1 } }, line, line)));
    expect(found.findings).toContainEqual({
      rule: 'squeezed',
      message: expect.stringMatching(
        /^text does not fit: its place is \d\.\d mm too low, and it was squeezed into it$/,
      ),
      text: expect.stringContaining('one line'),
    });
  });

  test('lines that the renderer drops without a word are found', async () => {
    const style = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(20), height: pt(6) };
    const inner = h(
      Text,
      { style: { fontFamily: 'Text', fontSize: 9 } },
      'this is far too long for a box of two lines of text',
    );
    const found = await look(h(View, { style }, inner));
    expect(found.findings).toContainEqual({
      rule: 'lost-text',
      message: expect.stringMatching(/^text does not fit: about \d+\.\d mm of it was left out$/),
      text: 'this is far too long for a bo…',
    });
  });

  test('a text of which no line is drawn is left out whole, not about 0.0 mm of it', async () => {
    const style = { position: 'absolute' as const, left: pt(10), top: pt(10), width: pt(20), height: pt(2) };
    const found = await look(
      h(View, { style }, h(Text, { style: { fontFamily: 'Text', fontSize: 9 } }, 'not one line')),
    );
    expect(found.findings).toContainEqual({
      rule: 'lost-text',
      message: 'text does not fit: all of it was left out',
      text: 'not one line',
    });
  });

  test('what stands in a round corner is found, letter by letter: it is cut off, and the straight margins do not tell', async () => {
    const wide = { position: 'absolute' as const, top: pt(43), left: pt(43), width: pt(12), height: pt(12) };
    const page = await laidOut(
      text('Top', 5, 5, 20),
      text('ah', 7.2, 9, 20),
      text('middle', 20, 5, 20),
      h(View, { key: 'sea', id: 'picture:sea', style: wide }),
    );
    expect(inspect(page, bounds).findings).toEqual([]);
    const found = inspect(page, { ...bounds, corner: 10 }).findings.map(({ rule, message, text }) => [
      rule,
      message,
      text,
    ]);
    const message = (by: string) =>
      `the round corner of the card cuts this, or nearly: it runs ${by} mm out of the safe area`;
    // A corner of a box in the corner of the safe area: (√2 − 1) × 10 mm. The letters of “Top” begin somewhat lower.
    expect(found).toEqual([
      ['corner', message('4.1'), 'sea'],
      ['corner', expect.stringMatching(/it runs 3\.[3-9] mm out/u), 'Top'],
    ]);
  });

  test('a character without a glyph is found', async () => {
    expect(rules(await look(text('漢字', 10, 10, 40)))).toContain('missing-glyph');
  });

  test('a weight that no font file gives is found', async () => {
    const found = await look(text('bold', 10, 10, 40, { fontWeight: 700 }));
    expect(found.findings).toEqual([
      { rule: 'missing-font', message: 'no font file gives Text/700/normal', text: 'bold' },
    ]);
  });

  test('text under 6 pt is found', async () => {
    const found = await look(text('small', 10, 10, 40, { fontSize: 5 }));
    expect(found.findings).toEqual([
      { rule: 'small-text', message: 'text is set in 5 pt; the least is 6 pt', text: 'small' },
    ]);
  });

  test('a text that is set in more lines than the renderer measured is found: what stands below is under its last line', () => {
    const line = (at: number) => {
      return {
        string: 'words',
        box: { x: 0, y: at * 10, width: 40, height: 10 },
        runs: [{ start: 0, end: 5, attributes: { fontSize: 8 } }],
      };
    };
    const node = (height: number): LayoutNode => ({
      type: 'TEXT',
      box: { left: pt(10), top: pt(10), width: 60, height },
      lines: [line(0), line(1)],
      children: [{ type: 'TEXT_INSTANCE', value: 'words words' }],
    });
    expect(inspect(node(20), bounds).findings).toEqual([]);
    expect(inspect(node(18), bounds).findings).toEqual([]);
    expect(inspect(node(10), bounds).findings).toEqual([
      { rule: 'overlap', message: 'text does not fit: it runs 3.5 mm into what stands below it', text: 'words words' },
    ]);
  });

  describe('of what a footer draws, which comes after its mark', () => {
    const mark = h(View, { key: 'mark', id: FOOTER_BEGINS, style: { position: 'absolute', width: 0, height: 0 } });

    test('takes no room and is no fault', async () => {
      const found = await look(text('Card', 10, 10, 40), mark, text('Acme', 10, 50, 40));
      expect(found).toEqual({ drawn: ['Card', 'Acme'], fields: [], pictures: [], findings: [] });
    });

    test('a text that lies on one of the card is the footer’s fault; what the card’s own do is none of it', async () => {
      const [card, more] = [text('Card', 10, 10, 40), text('More', 10, 11, 40)];
      const { findings } = await look(card, more, mark, text('Acme', 10, 10.5, 40));
      expect(findings.map(({ message, text, slot }) => `${slot}: ${text}: ${message.replace(/\d\.\d/u, '#')}`)).toEqual(
        [
          'undefined: Card: text does not fit: it runs # mm into “More”',
          'footer: Card: “Acme”, which the slot “footer” draws, runs # mm into this',
          'footer: More: “Acme”, which the slot “footer” draws, runs # mm into this',
        ],
      );
      expect(findings.map(isOfPlace)).toEqual([true, false, false]);
    });

    test('a ground that is painted over words of the card, and the edge of a colour under its own', async () => {
      const over = await look(text('Card', 10, 10, 40), mark, area(10, 8, 40, 10), text('Acme', 10, 20, 40));
      expect(over.findings).toEqual([
        { rule: 'cut', slot: 'footer', message: expect.stringContaining('footer” paints over it'), text: 'Card' },
      ]);
      const edge = await look(area(10, 10, 40, 11), mark, text('Acme', 12, 19, 30));
      expect(edge.findings.map(({ rule, slot, text }) => [rule, slot, text])).toEqual([['cut', 'footer', 'Acme']]);
      const own = await look(text('Card', 10, 10, 40), area(10, 8, 40, 10), mark, text('Acme', 10, 30, 40));
      expect(own.findings.map(({ rule, slot, text }) => [rule, slot, text])).toEqual([['cut', undefined, 'Card']]);
    });
  });
});
