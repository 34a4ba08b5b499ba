import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Picture } from '../../../src/model/theme.ts';
import type { EqualDeck } from '../equal-deck.ts';
import type { EqualFace } from '../equal-face.ts';
import type { Measure } from '../summary.ts';
import { treeUse } from './process-tree.ts';

/** Writes the deck as one page of HTML, with its fonts and pictures beside it. */
export async function writeHtml(equal: EqualDeck, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [at, font] of equal.fonts.entries()) await writeFile(path.join(dir, `font-${at}`), font.data);
  for (const face of equal.faces.values()) {
    for (const picture of face.pictures) await writeFile(path.join(dir, fileOf(picture)), picture.data);
  }
  const sheets = equal.sheets.map(({ width, height, placed }, at) => {
    const faces = placed.map(({ x, y, width: w, height: h, face }) => {
      const one = equal.faces.get(`${face.card}.${face.side}`);
      const place = `left:${x}mm;top:${y}mm;width:${w}mm;height:${h}mm;background:${one?.colour}`;
      return `<article style="${place}">${one ? faceHtml(one) : ''}</article>`;
    });
    const lines = (equal.marks[at] ?? []).map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`).join('');
    const marks = `<svg viewBox="0 0 ${width} ${height}"><path d="${lines}" stroke="#000" stroke-width=".09"/></svg>`;
    return `<section style="width:${width}mm;height:${height}mm">${marks}${faces.join('')}</section>`;
  });
  await writeFile(
    path.join(dir, 'deck.html'),
    `<!doctype html><meta charset="utf-8"><style>${css(equal)}</style>${sheets.join('')}`,
  );
}

function css({ fonts, font, sheets }: EqualDeck): string {
  const faces = fonts.map(({ family, weight, italic }, at) => {
    const style = italic ? 'italic' : 'normal';
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(font-${at})}`;
  });
  const [sheet] = sheets;
  return [
    ...faces,
    `@page{size:${sheet?.width}mm ${sheet?.height}mm;margin:0}`,
    `body{margin:0;font-family:"${font.text}";line-height:1.2;-webkit-print-color-adjust:exact}`,
    'section{position:relative;overflow:hidden;break-after:page}section>svg{position:absolute;width:100%;height:100%}',
    'article{position:absolute;box-sizing:border-box;padding:4.5mm;overflow:hidden}p{margin:0 0 1mm}',
    `.title{font-family:"${font.display}";font-weight:600}.glyph,img{display:block;width:20mm;margin:0 auto 2mm}`,
  ].join('\n');
}

function faceHtml({ texts, glyph, pictures }: EqualFace): string {
  const paths = glyph?.paths.map((d) => `<path d="${d}"/>`).join('');
  return [
    glyph ? `<svg class="glyph" viewBox="${glyph.viewBox}">${paths}</svg>` : '',
    ...pictures.map((one) => `<img src="${encodeURIComponent(fileOf(one))}">`),
    ...texts.map(
      ({ text, size, title }) => `<p class="${title ? 'title' : ''}" style="font-size:${size}pt">${escaped(text)}</p>`,
    ),
  ].join('');
}

/** A picture's file: its pixels, also where it is a drawing. */
export function fileOf({ name, format }: Picture): string {
  return `${encodeURIComponent(name)}.${format}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * Prints the page with a browser, from its start to its end.
 *
 * @param open starts it
 */
export async function printHtml(dir: string, open: () => Promise<Browser>): Promise<Measure> {
  const started = performance.now();
  const browser = await open();
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.join(dir, 'deck.html')).href);
  await page.pdf({ path: path.join(dir, 'deck.pdf'), preferCSSPageSize: true, printBackground: true });
  const used = await treeUse(/chrom|headless/iu);
  await browser.close();
  return { seconds: (performance.now() - started) / 1000, ...used };
}
