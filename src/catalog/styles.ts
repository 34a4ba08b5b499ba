import type { Format } from '../model/faces.ts';
import type { Output } from '../model/output.ts';
import { tint } from '../model/pages.ts';
import type { Font, Theme } from '../model/theme.ts';
import { contrast, mixed, readable } from './contrast.ts';
import { ENGLISH, subset } from './font-subset.ts';
import { woff2 } from './woff.ts';

/** The style sheet: the deck's tokens as custom properties, then the layouts' own rules. */
export function styleSheet(theme: Theme, format: Format, rules: string): string {
  const ground = groundsOf(theme);
  const tints = Object.entries(theme.colour).map(([name, value]) => ({ name: tint(name), value }));
  const paper = theme.colour.paper ?? '#ffffff';
  const light = tints.map(({ name, value }) => {
    const onAccent = contrast(paper, value) >= contrast(ground.ink, value) ? paper : ground.ink;
    const text = readable(value, ground.light, '#000000');
    return `.${name}{--accent:${value};--on-accent:${onAccent};--accent-text:${text}}`;
  });
  const dark = tints.map(({ name, value }) => `.${name}{--accent-text:${readable(value, ground.dark, '#ffffff')}}`);
  return [
    ...theme.fonts.filter((font) => isUsed(font, theme)).flatMap(fontFaces),
    `:root{${rootOf(theme, format).join(';')}}`,
    ...light,
    `@media screen and (prefers-color-scheme:dark){${dark.join('')}}`,
    rules,
  ].join('\n');
}

/** The deck's fonts for the web, each cut down to English, and whole for pages that show other characters. */
export async function fontFiles(theme: Theme): Promise<Output[]> {
  const used = theme.fonts.filter((font) => isUsed(font, theme));
  const packed = used.flatMap((font) => [
    { path: `site/${fontPath(font)}`, font: woff2(font.data, 'quick') },
    { path: `site/${fontPath(font, '-english')}`, font: woff2(subset(font.data, ENGLISH)) },
  ]);
  return await Promise.all(packed.map(async ({ path, font }) => ({ path, bytes: await font })));
}

/** Fonts that the style sheet names; the deck may hold more. */
function isUsed(font: Font, theme: Theme): boolean {
  if (font.family === theme.font.display) return true;
  return font.family === theme.font.text && font.weight !== 700;
}

function rootOf(theme: Theme, format: Format): string[] {
  const ground = groundsOf(theme);
  return [
    `--paper:${ground.light}`,
    `--night:${ground.dark}`,
    `--ink:${ground.ink}`,
    `--display:"${theme.font.display}",Georgia,serif`,
    `--text:"${theme.font.text}",system-ui,sans-serif`,
    `--card-width:${format.width}mm`,
    `--card-height:${format.height}mm`,
    `--card-ratio:${format.width}/${format.height}`,
    `--card-radius:${percent(format.radius / format.width)}/${percent(format.radius / format.height)}`,
  ];
}

/** What text stands on by day and by night. */
function groundsOf(theme: Theme): { light: string; dark: string; ink: string } {
  const ink = theme.colour.ink ?? '#000000';
  return { light: mixed(theme.colour.paper ?? '#ffffff', '#ffffff', 0.35), dark: mixed(ink, '#000000', 0.35), ink };
}

/** Of two rules for one face the later wins for its range; so the whole font loads only where other characters are. */
function fontFaces(font: Font): string[] {
  const face = (path: string, range: string) =>
    `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.italic ? 'italic' : 'normal'};font-display:swap;src:url(${path}) format("woff2")${range}}`;
  return [face(fontPath(font), ''), face(fontPath(font, '-english'), `;unicode-range:${ENGLISH}`)];
}

function fontPath(font: Font, part = ''): string {
  const name = font.family.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `fonts/${name}-${font.weight}${font.italic ? '-italic' : ''}${part}.woff2`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
