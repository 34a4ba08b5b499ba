import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { charactersOf, subset } from '../../src/catalog/font-subset.ts';
import { fontFiles, lettersOf, styleSheet } from '../../src/catalog/styles.ts';
import { woff2 } from '../../src/catalog/woff.ts';
import { contrast, mixed, readable } from '../../src/model/contrast.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { notoSansJp } from '../fixtures/fonts.ts';
import { sampleDeck } from './sample.ts';

describe('woff2', () => {
  test.each(['Fraunces-SemiBold', 'AtkinsonHyperlegibleNext-Regular'])('%s draws the same glyphs', async (name) => {
    const data = readFileSync(`deck/fonts/${name}.ttf`);
    const packed = await woff2(data);
    expect(packed.length).toBeLessThan(data.length / 2);
    const [before, after] = [create(data), create(Buffer.from(packed))];
    if (!('glyphForCodePoint' in before) || !('glyphForCodePoint' in after)) throw new Error('not a single font');
    for (const one of 'Aé—“fi') {
      const point = one.codePointAt(0) ?? 0;
      expect(after.glyphForCodePoint(point).path.toSVG()).toBe(before.glyphForCodePoint(point).path.toSVG());
    }
  });
  test('a subset draws its own glyphs, has no others and is much smaller', async () => {
    const data = readFileSync('deck/fonts/Fraunces-SemiBold.ttf');
    const cut = await woff2(await subset(data, charactersOf('U+0041-005A')));
    expect(cut.length).toBeLessThan((await woff2(data)).length / 3);
    const [before, after] = [create(data), create(Buffer.from(cut))];
    if (!('glyphForCodePoint' in before) || !('glyphForCodePoint' in after)) throw new Error('not a single font');
    expect(after.glyphForCodePoint(65).path.toSVG()).toBe(before.glyphForCodePoint(65).path.toSVG());
    expect(after.hasGlyphForCodePoint(97)).toBe(false);
    expect(after.glyphForCodePoint(65).advanceWidth).toBe(before.glyphForCodePoint(65).advanceWidth);
  });
  test('a subset has the parts of composed glyphs', async () => {
    const data = readFileSync('deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf');
    const [before, after] = [create(data), create(Buffer.from(await woff2(await subset(data, 'é'))))];
    if (!('glyphForCodePoint' in before) || !('glyphForCodePoint' in after)) throw new Error('not a single font');
    expect(after.glyphForCodePoint(0xe9).path.toSVG()).toBe(before.glyphForCodePoint(0xe9).path.toSVG());
  });
  test('refuses what is not a font', async () => {
    await expect(woff2(new Uint8Array(64))).rejects.toThrow('woff2: not a TrueType or OpenType font');
  });
});

describe('colours', () => {
  test('contrast is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
  test('mixing ends at both colours', () =>
    expect([mixed('#102030', '#ffffff', 0), mixed('#102030', '#ffffff', 1)]).toEqual(['#102030', '#ffffff']));
  test('a colour moves until it reads', () => {
    expect(contrast('#F2B705', '#FBF6EA')).toBeLessThan(4.5);
    expect(contrast(readable('#F2B705', '#FBF6EA', '#000000'), '#FBF6EA')).toBeGreaterThanOrEqual(4.5);
  });
});

test('the catalog of a deck with light words on dark cards has dark words on a light ground, and the other way round at night', () => {
  const { theme } = sampleDeck();
  const { paper = '', ink = '' } = theme.colour;
  const dark = { ...theme, colour: { ...theme.colour, paper: ink, ink: paper } };
  const format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
  const rootIn = (css: string) => /--paper:[^;]*;--night:[^;]*;--ink:[^;]*/u.exec(css)?.[0];
  expect(rootIn(styleSheet(dark, format, ''))).toBe(rootIn(styleSheet(theme, format, '')));
});

test('the style sheet has the deck’s tokens and size', () => {
  const { theme } = sampleDeck();
  const css = styleSheet(theme, { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 }, '/* rules */');
  expect(css).toContain('--card-width:63.5mm;--card-height:88.9mm');
  expect(css).toContain('.tint-hazard{--accent:#F2B705;--on-accent:#23262B;');
  expect(css).toMatch(/src:url\(fonts\/fraunces-600\.[0-9a-f]+\.woff2\) format\("woff2"\)/u);
  expect(css.endsWith('/* rules */')).toBe(true);
});

test('fonts are packed once, and anew for other bytes, another name, or one that stands in for another', async () => {
  const { theme } = sampleDeck();
  const cache = cacheInMemory();
  const [first, ...rest] = theme.fonts;
  if (!first) throw new Error('the deck has no font');
  const others = [
    { ...theme, fonts: [{ ...first, data: readFileSync('deck/fonts/AtkinsonHyperlegibleNext-Italic.ttf') }, ...rest] },
    { ...theme, fonts: [{ ...first, italic: true }, ...rest] },
    { ...theme, fonts: [{ ...first, fallbacks: [rest[0] ?? first] }] },
  ];
  for (const one of [theme, theme, ...others]) expect(await fontFiles(one, '', cache)).toEqual(await fontFiles(one));
  expect(cache.made).toBe(1 + others.length);
});

test('the style sheet names further families after the first, and fonts that stand in for one another are one file', async () => {
  const { theme } = sampleDeck();
  const data = readFileSync('deck/fonts/Fraunces-SemiBold.ttf');
  const own = { family: 'Own', weight: 400, italic: false, path: 'own.ttf', data };
  const greek = { ...own, family: 'Greek', path: 'greek.ttf', data: Buffer.from(data) };
  const fonts = [
    { ...own, fallbacks: [greek] },
    { ...own, weight: 600 },
    { ...own, weight: 700 },
  ];
  const changed = { ...theme, font: { text: 'Own', display: 'Own', label: 'Own', strong: true as const }, fonts };
  const css = styleSheet(changed, { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 }, '');
  expect(css).toContain('--text:"Own","Own +1",system-ui,sans-serif;--strong:700;--label:"Own","Own +1",var(--text)');
  expect(css).toContain('@font-face{font-family:"Own +1";font-weight:400;');
  const files = (await fontFiles(changed)).map(({ path }) => path.replace(/\.[0-9a-f]{10}\b/u, ''));
  expect(files).toEqual(['site/fonts/own-400.woff2', 'site/fonts/own-400-english.woff2', 'site/fonts/own-1-400.woff2']);
});

test('a font of more than a megabyte is cut to the letters of the deck, and named by them', async () => {
  const { theme, ...deck } = sampleDeck();
  const data = Buffer.concat([notoSansJp(), Buffer.alloc(1_000_000)]);
  const large = { family: 'Large', weight: 400, italic: false, path: 'large.ttf', data };
  const changed = { ...theme, fonts: theme.fonts.map((font) => ({ ...font, fallbacks: [large] })) };
  const letters = lettersOf({ ...deck, theme: changed, name: '金曜日' });
  expect(letters).toContain('曜');
  expect(letters).not.toContain('週');
  expect(lettersOf({ ...deck, theme })).toBe('');
  const [file, ...others] = (await fontFiles(changed, letters)).filter(({ path }) => path.includes('-1-'));
  expect(others).toEqual([]);
  const opened = create(Buffer.from(file?.bytes ?? []));
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('not a single font');
  expect([...'曜週a'].map((one) => opened.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))).toEqual([true, false, true]);
  const format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
  const named = [letters, `${letters}週`].map(
    (one) => /url\((fonts\/[^)]*-1-[^)]*)\)/u.exec(styleSheet(changed, format, '', one))?.[1],
  );
  expect(`site/${named[0]}`).toBe(file?.path);
  expect(named[1]).not.toBe(named[0]);
});
