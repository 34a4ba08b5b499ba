import { createHash } from 'node:crypto';
import path from 'node:path';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import type { FontFile } from '../../../src/deck/assets/font-file.ts';
import { fontsOf } from '../../../src/deck/assets/font-roles.ts';
import { type Cache, noCache } from '../../../src/model/cache.ts';
import type { Font } from '../../../src/model/theme.ts';
import { type Changes, shown, withDeck } from '../../fixtures/deck.ts';
import { liberation, sora, sourceCode } from '../../fixtures/fonts.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

/** The small deck's colours, and fonts by role. */
function tokens(font: Readonly<Record<string, unknown>>): Changes {
  const colour = { $type: 'color', paper: { $value: '#fff' }, ink: { $value: '#000' } };
  const family = { WEL: { $value: '#B8431F' }, REC: { $value: '#263' } };
  const roles = Object.fromEntries(Object.entries(font).map(([role, value]) => [role, { $value: value }]));
  return { 'tokens.json': JSON.stringify({ colour: { ...colour, family }, font: { $type: 'fontFamily', ...roles } }) };
}

async function load(changes: Changes) {
  const own = { 'fonts/Fraunces-SemiBold.ttf': null, ...changes };
  const { deck, problems } = await withDeck(own, (root) => loadDeck({ dir: path.join(root, 'deck'), root, looks }));
  return { theme: deck?.theme, problems: problems.map(shown), all: problems };
}

/** What sets a text of a family: file, its weight, and what stands in for its characters. */
function setIn(fonts: readonly Font[] | undefined, family: string, weight: number, italic = false): string {
  const font = fonts?.find((one) => one.family === family && one.weight === weight && one.italic === italic);
  if (!font) return 'none';
  return [font, ...(font.fallbacks ?? [])].map((one) => path.basename(one.path)).join(' + ');
}

const PAIR = {
  'fonts/LiberationSans-Regular.ttf': liberation('Regular'),
  'fonts/LiberationSans-Bold.ttf': liberation('Bold'),
};

describe('a family of Regular and Bold', async () => {
  const { theme, problems, all } = await load({
    ...PAIR,
    ...tokens({ text: 'Liberation Sans', display: 'Liberation Sans' }),
  });

  test('says once what stands in for what', () => {
    expect(problems).toEqual([
      'deck/tokens.json:1:187 warning font/stand-in Fonts stand in for others: ' +
        'emphasis is set in Liberation Sans 400, as there is no 400 italic; ' +
        'display is set in Liberation Sans 700, as there is no 600.',
    ]);
  });

  test('advises to name what stands in now, which then is told of no more', async () => {
    const note = 'Add the files, or name what you want in tokens.json, as it is set now: ';
    const [named = ''] = /"emphasis.*(?=\.$)/u.exec(all[0]?.note ?? '') ?? [];
    expect(all[0]?.note).toBe(`${note}${named}.`);
    const own = JSON.parse(`{${named}}`);
    expect(own).toEqual({
      emphasis: { $value: 'LiberationSans-Regular.ttf' },
      display: { $value: 'LiberationSans-Bold.ttf' },
    });
    const values = Object.entries<{ $value: string }>(own).map(([role, { $value }]) => [role, $value]);
    const then = await load({ ...PAIR, ...tokens({ text: 'Liberation Sans', ...Object.fromEntries(values) }) });
    expect(then.problems).toEqual([]);
  });

  test('gives every weight and slant that faces ask for, and strong words are strong in emphasis too', () => {
    const family = theme?.font.text ?? '';
    expect(setIn(theme?.fonts, family, 400)).toBe('LiberationSans-Regular.ttf');
    expect(setIn(theme?.fonts, family, 400, true)).toBe('LiberationSans-Regular.ttf');
    for (const weight of [600, 700]) expect(setIn(theme?.fonts, family, weight)).toBe('LiberationSans-Bold.ttf');
    for (const weight of [600, 700]) expect(setIn(theme?.fonts, family, weight, true)).toBe('LiberationSans-Bold.ttf');
    expect(theme?.font).toEqual({ text: 'Liberation Sans', display: 'Liberation Sans' });
  });
});

test('a role is a file, or a family with a weight, and is told of no more', async () => {
  const { theme, problems } = await load({
    ...PAIR,
    'fonts/SourceCodePro-Black.otf': sourceCode('otf', 'Black'),
    'fonts/SourceCodePro-Regular.woff2': sourceCode('woff2'),
    ...tokens({
      text: 'Liberation Sans',
      strong: 'SourceCodePro-Black.otf',
      emphasis: 'SourceCodePro-Regular.woff2',
      label: { fontFamily: 'Source Code Pro', fontWeight: 'black' },
      display: { fontFamily: 'Liberation Sans', fontWeight: 400 },
    }),
  });
  expect(problems).toEqual([]);
  expect(setIn(theme?.fonts, 'Liberation Sans', 400)).toBe('LiberationSans-Regular.ttf');
  expect(setIn(theme?.fonts, 'Liberation Sans', 700)).toBe('SourceCodePro-Black.otf');
  expect(setIn(theme?.fonts, 'Liberation Sans', 400, true)).toBe('SourceCodePro-Regular.woff2');
  expect(setIn(theme?.fonts, theme?.font.label ?? '', 700)).toBe('SourceCodePro-Black.otf');
  // The text's own 600 is another font.
  expect(theme?.font.display).toBe('Liberation Sans (display)');
  expect(setIn(theme?.fonts, 'Liberation Sans (display)', 600)).toBe('LiberationSans-Regular.ttf');
});

test.each(['otf', 'ttf', 'woff', 'woff2'] as const)('reads a font as %s, and hands it on unpacked', async (format) => {
  const { theme } = await load({
    ...PAIR,
    [`fonts/code.${format}`]: sourceCode(format),
    ...tokens({ text: 'Liberation Sans', display: `code.${format}` }),
  });
  const font = theme?.fonts.find(({ family }) => family === 'Source Code Pro');
  const magic = Buffer.from(font?.data ?? []).readUInt32BE(0);
  expect(magic).toBe(format === 'otf' ? 0x4f54544f : 0x00010000);
});

test('a variable font gives each weight, and its further file further letters', async () => {
  const { theme, problems, all } = await load({
    'fonts/sora.woff2': sora(),
    'fonts/sora-ext.woff2': sora('latin-ext'),
    ...tokens({ text: 'Sora', display: { fontFamily: 'Sora', fontWeight: 800 } }),
  });
  expect(problems.filter((one) => !one.includes('font/stand-in'))).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/emphasis is set in Sora 400, as there is no 400 italic\.$/u)]);
  expect(all[0]?.note).toContain('"emphasis": { "$value": { "fontFamily": "sora.woff2", "fontWeight": 400 } }.');
  const emphasis = { fontFamily: 'sora.woff2', fontWeight: 400 };
  const said = tokens({ text: 'Sora', display: 'Sora', emphasis });
  expect((await load({ 'fonts/sora.woff2': sora(), ...said })).problems).toEqual([]);
  const widths = [400, 600, 700].map((weight) => {
    const font = theme?.fonts.find((one) => one.family === 'Sora' && one.weight === weight && !one.italic);
    const opened = create(Buffer.from(font?.data ?? []));
    if (!('layout' in opened)) throw new Error('no font');
    expect(opened.variationAxes).toEqual({});
    return opened.layout('mmm').advanceWidth;
  });
  expect(new Set(widths).size).toBe(3);
  expect(setIn(theme?.fonts, 'Sora', 400)).toBe('sora.woff2 + sora-ext.woff2');
  expect(setIn(theme?.fonts, theme?.font.display ?? '', 600)).toBe('sora.woff2 + sora-ext.woff2');
});

test('further families set what the first lacks, each in the weight of the role', async () => {
  const { theme, problems } = await load({
    ...PAIR,
    ...tokens({
      text: ['Atkinson Hyperlegible Next', 'Liberation Sans', 'Georgia', 'sans-serif'],
      display: ['AtkinsonHyperlegibleNext-Bold.ttf', 'Liberation Sans'],
    }),
  });
  expect(problems).toEqual([
    expect.stringMatching(
      /warning font\/further "Georgia", a further font of "font\.text", is not in the deck's fonts folder\.$/u,
    ),
  ]);
  const [text, display] = [theme?.font.text ?? '', theme?.font.display ?? ''];
  expect(setIn(theme?.fonts, text, 400)).toBe('AtkinsonHyperlegibleNext-Regular.ttf + LiberationSans-Regular.ttf');
  expect(setIn(theme?.fonts, text, 700)).toBe('AtkinsonHyperlegibleNext-Bold.ttf + LiberationSans-Bold.ttf');
  expect(setIn(theme?.fonts, display, 600)).toBe('AtkinsonHyperlegibleNext-Bold.ttf + LiberationSans-Bold.ttf');
});

test('what is not there is named, with what there is', async () => {
  const { problems, all } = await load({
    ...PAIR,
    'fonts/old.ttc': 'x',
    ...tokens({
      text: 'Liberation San',
      strong: 'Liberation-Bold.ttf',
      label: { fontFamily: 'Liberation Sans', fontWeight: 500 },
      titel: 'Liberation Sans',
    }),
  });
  const at = 'deck/tokens.json:1';
  expect(problems.map((one) => one.replace(/:1:\d+/u, ':1'))).toEqual([
    'deck/fonts/old.ttc warning font/kind This file is not read: a font is a .ttf, .otf, .woff or .woff2 file.',
    'deck/tokens.json error tokens/missing The font "font.display", for titles, is missing.',
    `${at} error font/missing The font "Liberation San" of "font.text" is not in the deck's fonts folder. Did you mean "Liberation Sans"?`,
    `${at} error font/missing The file "Liberation-Bold.ttf" of "font.strong" is not in the deck's fonts folder. Did you mean "LiberationSans-Bold.ttf"?`,
    `${at} error font/missing No file gives "Liberation Sans" of "font.label" in 500.`,
    `${at} warning tokens/role The font "font.titel" is not used. Did you mean "font.label"?`,
  ]);
  const missing = all.find(({ ruleId }) => ruleId === 'missing');
  expect(missing?.expected).toEqual(['Atkinson Hyperlegible Next', 'Liberation Sans']);
});

test('a damaged font is blamed once, in its own file', async () => {
  const { problems } = await load({
    ...PAIR,
    'fonts/broken.woff2': sourceCode('woff2').subarray(0, 9000),
    ...tokens({ text: 'Liberation Sans', strong: 'LiberationSans-Bold.ttf', display: 'Liberation Sans' }),
  });
  expect(problems.filter((one) => one.includes(' error '))).toEqual([
    expect.stringMatching(/^deck\/fonts\/broken\.woff2 error font\/unreadable This font can't be read: /u),
  ]);
});

test('a font in several static files, each for some letters, sets all of them', async () => {
  const cut = async (part: 'latin' | 'latin-ext', wght: number) =>
    await subsetFont(sora(part), undefined, { keepAllGlyphs: true, targetFormat: 'sfnt', variationAxes: { wght } });
  const { theme, problems } = await load({
    'fonts/sora-latin-400.ttf': await cut('latin', 400),
    'fonts/sora-latin-700.ttf': await cut('latin', 700),
    'fonts/sora-latin-ext-400.ttf': await cut('latin-ext', 400),
    'fonts/sora-latin-ext-700.ttf': await cut('latin-ext', 700),
    ...tokens({ text: 'Sora', display: 'Sora' }),
  });
  expect(problems.filter((one) => !one.includes('font/stand-in'))).toEqual([]);
  expect(setIn(theme?.fonts, 'Sora', 400)).toBe('sora-latin-400.ttf + sora-latin-ext-400.ttf');
  expect(setIn(theme?.fonts, 'Sora', 700)).toBe('sora-latin-700.ttf + sora-latin-ext-700.ttf');
  const keys = theme?.fonts.map(({ family, weight, italic }) => `${family} ${weight} ${italic}`) ?? [];
  expect(keys).toHaveLength(new Set(keys).size);
});

test('a bold italic in several files sets the letters of all of them, too', async () => {
  const cuts = [400, 700].flatMap((weight) => [false, true].map((italic) => ({ weight, italic })));
  const files = ['cyrillic', 'latin', 'latin-ext'].flatMap((part) =>
    cuts.map(({ weight, italic }): FontFile => {
      const name = `lora-${part}-${weight}${italic ? '-italic' : ''}.woff2`;
      const plain = part === 'latin' ? 95 : 1;
      return { name, path: `/${name}`, family: 'Lora', weight, width: 5, italic, plain, data: Buffer.of(), axes: {} };
    }),
  );
  const lora = { names: ['Lora'] as const, file: 'tokens.json', place: undefined };
  const tokens = { colour: {}, font: { text: lora, display: lora }, places: {}, file: 'tokens.json' };
  const { fonts } = await fontsOf(tokens, files, noCache, () => undefined);
  for (const { weight, italic } of cuts) {
    const slant = italic ? '-italic' : '';
    const [latin, cyrillic, ext] = ['latin', 'cyrillic', 'latin-ext'].map(
      (part) => `lora-${part}-${weight}${slant}.woff2`,
    );
    expect(setIn(fonts, 'Lora', weight, italic)).toBe(`${latin} + ${cyrillic} + ${ext}`);
  }
});

test('the weights of a variable font are made once: the next command takes what was kept', async () => {
  const kept = new Map<string, Uint8Array>();
  const made: string[] = [];
  const get: Cache['get'] = async (key, make) => {
    const name = createHash('sha256').update(key.map(String).join('\n')).digest('hex');
    if (!kept.has(name)) {
      made.push(String(key[1]));
      kept.set(name, await make());
    }
    return kept.get(name) ?? new Uint8Array();
  };
  const cache = { ...noCache, get };
  const font = { 'fonts/sora.woff2': sora(), ...tokens({ text: 'Sora', display: 'Sora' }) };
  await withDeck({ 'fonts/Fraunces-SemiBold.ttf': null, ...font }, async (root) => {
    const first = await loadDeck({ dir: path.join(root, 'deck'), root, looks, cache });
    expect(made.sort()).toEqual(['{"wght":400}', '{"wght":600}', '{"wght":700}']);
    const second = await loadDeck({ dir: path.join(root, 'deck'), root, looks, cache });
    expect(made).toHaveLength(3);
    expect(second.deck?.theme).toEqual(first.deck?.theme);
    expect(second.deck?.theme.fonts.length).toBeGreaterThanOrEqual(3);
  });
});
