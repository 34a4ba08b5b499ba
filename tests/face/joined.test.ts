import { Document, Page, pdf, Text } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { expect, test } from 'vitest';
import type { LayoutNode } from '../../src/face/layout-tree.ts';
import { registerFonts } from '../../src/face/renderer-fonts.ts';
import { shape } from '../../src/font/shape.ts';
import { notoSansJoined } from '../fixtures/fonts.ts';

const WORDS = {
  Kannada: ['ಕ್ಷೇತ್ರ', 'ಜ್ಞಾನ', 'ಪ್ರಶ್ನೆ'],
  Bengali: ['প্রশ্ন', 'কো', 'তিনটি', 'জ্ঞান', 'হবে'],
  Thai: ['วันนี้อากาศดี', 'น้ำ', 'ผู้ที่รู้จักคำ'],
  Myanmar: ['မြို့', 'နှိုင်း', 'စကားကို', 'လေ့လာပါ'],
  Khmer: ['ខ្ញុំ', 'ស្រលាញ់', 'ភាសាខ្មែរ', 'ធ្វើ'],
} as const;

/** The glyphs of each line of a text, without its spaces. */
async function linesOf(text: string, fontFamily: string, width: number): Promise<number[][]> {
  let page: LayoutNode | undefined;
  const onRender = (rendered: object) => {
    page = (rendered as { _INTERNAL__LAYOUT__DATA_: LayoutNode })._INTERNAL__LAYOUT__DATA_.children?.[0];
  };
  const set = h(Text, { style: { fontFamily, fontSize: 12, width } }, text);
  await pdf(h(Document, { onRender }, h(Page, { size: [300, 300] }, set))).toBuffer();
  const [drawn] = page?.children ?? [];
  return (drawn?.lines ?? []).map(({ runs }) =>
    runs.flatMap(({ glyphs = [] }) =>
      glyphs.filter(({ codePoints }) => !codePoints?.includes(0x20)).map(({ id = 0 }) => id),
    ),
  );
}

test.each(['Kannada', 'Bengali', 'Thai', 'Khmer', 'Myanmar'] as const)(
  'no glyph of %s is lost or another one, wherever lines end',
  async (script) => {
    const data = notoSansJoined(script);
    registerFonts([{ family: script, weight: 400, italic: false, path: '', data }]);
    const words = [...WORDS[script], ...WORDS[script].toReversed()];
    const expected = words.flatMap((word) => shape(word, data).map(({ glyph }) => glyph));
    for (const width of [250, 90, 60, 45]) {
      const lines = await linesOf(words.join(' '), script, width);
      expect(lines.length, `${width} pt`).toBeGreaterThanOrEqual(width < 250 ? 2 : 1);
      expect(lines.flat(), `${width} pt`).toEqual(expected);
    }
  },
);
