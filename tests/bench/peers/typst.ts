import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { create } from 'fontkit';
import type { EqualDeck } from '../equal-deck.ts';
import type { EqualFace } from '../equal-face.ts';
import { run } from '../run.ts';
import type { Measure } from '../summary.ts';
import { fileOf } from './html.ts';

/** Typst 0.14 for Node. It is no package of the project: 51 MB for a comparison. */
const [NAME, VERSION] = ['@myriaddreamin/typst-ts-node-compiler', '0.7.0'];

/** Installs Typst's compiler aside, once; undefined where there is no network. */
export async function installTypst(): Promise<string | undefined> {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const dir = path.join(cache, `prepdeck-bench/typst-${VERSION}`);
  const main = path.join(dir, 'node_modules', NAME, 'index.js');
  if (existsSync(main)) return main;
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'package.json'), '{"private":true}');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', `${NAME}@${VERSION}`];
  return await promisify(execFile)('npm', install, { cwd: dir }).then(
    () => main,
    () => undefined,
  );
}

/** Writes the deck as Typst's markup, with its fonts and pictures beside it. */
export async function writeTypst(equal: EqualDeck, dir: string): Promise<void> {
  await mkdir(path.join(dir, 'fonts'), { recursive: true });
  for (const [at, font] of equal.fonts.entries()) await writeFile(path.join(dir, 'fonts', `${at}.ttf`), font.data);
  const files = new Map<string, string | Uint8Array>();
  const sheets = equal.sheets.map(({ placed }, at) => {
    const faces = placed.map(({ x, y, width, height, face }) => {
      const one = equal.faces.get(`${face.card}.${face.side}`);
      if (!one) return '';
      return `#face(${x}mm, ${y}mm, ${width}mm, ${height}mm, rgb("${one.colour}"))[${faceMarkup(one, files)}]`;
    });
    const marks = (equal.marks[at] ?? []).map(
      ({ x1, y1, x2, y2 }) => `#place(line(start: (${x1}mm, ${y1}mm), end: (${x2}mm, ${y2}mm), stroke: .25pt))`,
    );
    return [...marks, ...faces].join('\n');
  });
  for (const [name, content] of files) await writeFile(path.join(dir, name), content);
  await writeFile(path.join(dir, 'deck.typ'), `${head(equal)}\n${sheets.join('\n#pagebreak()\n')}\n`);
}

function head({ sheets, fonts, font }: EqualDeck): string {
  const [sheet] = sheets;
  // Under the names that the files have themselves.
  const familyOf = (family: string) => {
    const own = fonts.find((one) => one.family === family);
    const opened = own && create(Buffer.from(own.data));
    return JSON.stringify(opened && 'familyName' in opened ? opened.familyName : family);
  };
  return [
    `#set page(width: ${sheet?.width}mm, height: ${sheet?.height}mm, margin: 0pt)`,
    `#set text(font: ${familyOf(font.text)}, hyphenate: false)`,
    // A line is as high as a capital and this: 1.2 sizes in all.
    '#set par(leading: 0.5em, spacing: 0.5em + 1mm)',
    '#let face(x, y, w, h, colour, body) = place(dx: x, dy: y, box(width: w, height: h, fill: colour, inset: 4.5mm, clip: true, body))',
    '#let words(size, it) = par(text(size: size, it))',
    `#let title(size, it) = par(text(size: size, font: ${familyOf(font.display)}, weight: 600, it))`,
    '#let drawing(name) = align(center, image(name, width: 20mm))',
  ].join('\n');
}

function faceMarkup({ texts, glyph, pictures }: EqualFace, files: Map<string, string | Uint8Array>): string {
  const images: string[] = [];
  if (glyph) {
    const paths = glyph.paths.map((d) => `<path d="${d}"/>`).join('');
    files.set(`${glyph.name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${glyph.viewBox}">${paths}</svg>`);
    images.push(`${glyph.name}.svg`);
  }
  for (const picture of pictures) {
    files.set(fileOf(picture), picture.data);
    images.push(fileOf(picture));
  }
  return [
    ...images.map((name) => `#drawing(${JSON.stringify(name)})`),
    ...texts.map(({ text, size, title }) => `#${title ? 'title' : 'words'}(${size}pt, ${quoted(text)})`),
  ].join('');
}

/** A string as Typst writes it. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** Compiles it in a process of its own. */
export async function typst(main: string, dir: string): Promise<Measure> {
  return await run([path.join(import.meta.dirname, 'typst.mjs'), main, dir], { cwd: dir });
}
